import type { City } from '#city/CityContext.ts'
import { scopeTitle } from '#city/scopeTitle.ts'
import type { World } from '#core/model/world.ts'
import type { OutCell, OutFacts } from '#core/table/outTable.ts'
import { formatTime } from '#i18n/formatTime.ts'
import type { Words } from '#i18n/useWords.ts'
import { feedTitle } from '../facts/featureName'

export interface OutAbout {
  /** What is peculiar to it. */
  readonly own: OutFacts
  /** Feeds it rests on, for the times of their data. */
  readonly feeds: readonly string[]
  /** Null: the whole city. */
  readonly scope: string | null
}

/** What is said of anything that leaves the page: the city, the world it is about, and how old the data is. */
export async function outFacts(city: City, words: Words, { own, feeds, scope }: OutAbout): Promise<OutFacts> {
  const { catalog, engine, world, now } = city
  const { t, say } = words
  const states = await Promise.all(feeds.map((feed) => engine.feedState(feed)))
  const { notice, name } = catalog.city
  return [
    [t('out.city'), say(name)],
    ...(notice ? [[t('out.notice'), say(notice)] as const] : []),
    [t('out.scope'), scopeTitle(city, scope, words)],
    [t('out.world'), worldWords(world, words)],
    ...own,
    ...feeds.map((feed, at): readonly [string, OutCell] => {
      const state = states[at]
      const asOf = state?.report.asOf ?? null
      const title = t('out.dataTime', { feed: say(feedTitle(catalog, feed)) })
      return [title, asOf === null ? t(state ? 'out.noTime' : 'out.notRead') : { moment: asOf, day: false }]
    }),
    ...(isInternal(city, feeds) ? [[t('out.notice'), t('desk.table.internal')] as const] : []),
    [t('out.made'), { moment: now(), day: false }],
  ]
}

export const isInternal = ({ catalog }: Pick<City, 'catalog'>, feeds: readonly string[]): boolean =>
  catalog.feeds.some(({ id, sensitivity }) => sensitivity === 'internal' && feeds.includes(id))

/** Which city is meant: as it is, as it was, or as a plan has it. */
export function worldWords(world: World, { t, language }: Words): string {
  switch (world.kind) {
    case 'now':
      return t('out.now')
    case 'past':
      return t('out.past', { time: formatTime(world.at, language), axis: t(`out.${world.axis}`) })
    case 'plan':
      return t('out.plan', { title: world.title, count: world.edits.length })
  }
}
