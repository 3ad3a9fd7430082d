import type { Words } from '../../i18n/useWords'
import type { City } from './CityContext'

/** Title of a feed in the present language; its id when it has none. */
export function feedTitle({ catalog }: City, feedId: string, { say }: Words): string {
  const feed = catalog.feeds.find((candidate) => candidate.id === feedId)
  return feed?.title ? say(feed.title) : feedId
}
