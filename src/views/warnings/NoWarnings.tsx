import { useWords } from '#i18n/useWords.ts'
import { State } from '#ui/State.tsx'
import { useFeedStanding } from '../cards/useFeedStanding'
import { noneInForce } from './noneInForce'

/** In place of an empty list of warnings: how far it can be said that there are none. */
export function NoWarnings({ feed }: { readonly feed: string }) {
  const { now, ...standing } = useFeedStanding(feed)
  return <State kind="empty" title={noneInForce(standing, now, useWords()).text} />
}
