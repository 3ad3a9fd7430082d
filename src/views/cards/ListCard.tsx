import type { ReactNode } from 'react'
import { useCity } from '#city/CityContext.ts'
import { scopeTitle } from '#city/scopeTitle.ts'
import type { LocalText } from '#core/model/feature.ts'
import { useWords } from '#i18n/useWords.ts'
import { LineList } from '#ui/LineList.tsx'
import { Skeleton } from '#ui/Skeleton.tsx'
import { DoorTo } from '../doors/DoorTo'
import type { Door } from '../doors/door'
import type { FeedStanding } from '../health/feedStanding'
import { CardMessage } from './CardMessage'
import { FeedCard } from './FeedCard'

/** Lines of a skeleton at most, however many the card has room for. */
const MOST_EXPECTED = 5

interface List {
  /** Above the lines, such as how many there are of each kind. */
  readonly head?: ReactNode
  readonly lines: readonly ReactNode[]
  /** Lines there are in all. */
  readonly total: number
  /** Said quietly below, such as that there are none and where. */
  readonly remarks?: readonly string[]
}

interface Props {
  readonly title: LocalText
  readonly standing: FeedStanding
  readonly now: number
  readonly fault: string | null
  readonly scope: string | null
  /** All of what it lists. */
  readonly door: Door
  /** After the scope. */
  readonly notes?: readonly string[]
  /** Lines there is room for. */
  readonly limit: number
  /** Undefined: no answer yet. */
  readonly list: List | undefined
}

/** A card that lists features of a feed in a scope, the first ones of many. */
export function ListCard({ title, standing, now, fault, scope, door, notes = [], limit, list }: Props) {
  const words = useWords()
  const city = useCity()
  const hidden = list ? list.total - list.lines.length : 0
  return (
    <FeedCard
      title={words.say(title)}
      standing={standing}
      now={now}
      fault={fault}
      door={door}
      notes={[scopeTitle(city, scope, words), ...notes]}
      skeleton={<Skeleton shape="lines" lines={Math.min(limit, MOST_EXPECTED)} />}
    >
      {list && (
        <>
          {list.head}
          <LineList>{list.lines}</LineList>
          {hidden > 0 && (
            <CardMessage tone="quiet">
              <DoorTo door={door}>{words.t('cards.more', { count: hidden })}</DoorTo>
            </CardMessage>
          )}
          {list.remarks?.map((remark) => (
            <CardMessage key={remark} tone="quiet">
              {remark}
            </CardMessage>
          ))}
        </>
      )}
    </FeedCard>
  )
}
