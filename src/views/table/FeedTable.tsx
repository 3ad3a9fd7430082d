import { useMemo } from 'react'
import { useCity } from '#city/CityContext.ts'
import { useFeed } from '#city/useFeed.ts'
import { useView } from '#state/view.ts'
import { FeatureTable } from './FeatureTable'
import { tableColumns } from './tableColumns'

/** The table of a feed with the columns that suit it, in the scope on show. */
export function FeedTable({ feed }: { readonly feed: string }) {
  const { catalog } = useCity()
  const scope = useView((view) => view.scope)
  const properties = useFeed(feed).data?.properties
  const columns = useMemo(() => tableColumns(catalog, feed, properties ?? []), [catalog, feed, properties])
  return <FeatureTable key={feed} feed={feed} columns={columns} scope={scope} />
}
