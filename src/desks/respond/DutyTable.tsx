import { useMemo } from 'react'
import { useCity } from '#city/CityContext.ts'
import { useFeed } from '#city/useFeed.ts'
import { useWords } from '#i18n/useWords.ts'
import { useView } from '#state/view.ts'
import { FeatureTable } from '#views/table/FeatureTable.tsx'
import { tableColumns } from '#views/table/tableColumns.ts'
import { dutyView } from './dutyView'

interface Props {
  readonly feed: string
  /** Columns there is room for beside the name. */
  readonly most: number
}

/** A feed as a narrow list for the officer on duty: what the map draws, the most pressing first. */
export function DutyTable({ feed, most }: Props) {
  const { catalog } = useCity()
  const { say } = useWords()
  const onShow = useView((view) => view.scope)
  // A warning without an outline lies in no scope, and those in force concern the whole city.
  const scope = catalog.feeds.some(({ id, record }) => id === feed && record === 'warning') ? null : onShow
  const properties = useFeed(feed).data?.properties
  const duty = useMemo(() => dutyView(catalog, feed, properties ?? [], most), [catalog, feed, properties, most])
  const columns = useMemo(
    () => duty?.columns ?? tableColumns(catalog, feed, properties ?? []),
    [duty, catalog, feed, properties],
  )
  return (
    <FeatureTable
      key={`${feed} ${duty === null}`}
      feed={feed}
      columns={columns}
      scope={scope}
      where={duty?.where}
      sort={duty?.sort}
      what={duty?.title && say(duty.title)}
    />
  )
}
