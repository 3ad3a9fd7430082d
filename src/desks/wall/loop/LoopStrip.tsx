import type { CSSProperties } from 'react'
import { feedInRole } from '#catalog/roles.ts'
import { useCity } from '#city/CityContext.ts'
import { useWords } from '#i18n/useWords.ts'
import { setView, useView } from '#state/view.ts'
import { useFeedStanding } from '#views/cards/useFeedStanding.ts'
import { isOutOfDate } from '#views/health/feedStanding.ts'
import { LOOP, type LoopFact, type LoopStage, type StageFact } from '#views/parts/loop.ts'
import { useWall } from '#views/parts/useParts.ts'
import styles from './LoopStrip.module.css'

/**
 * The loop of a city-operations centre with the figure of each stage now; the stages that the map on show serves stand out,
 * and those that nothing in the city feeds are left out.
 */
export function LoopStrip() {
  const { t } = useWords()
  const { facts } = useWall()
  const { catalog, feedsByIndicator } = useCity()
  const hasRows = Object.values(feedsByIndicator).some((feeds) => feeds.length > 0)
  const fed = LOOP.flatMap((stage) => {
    const place = facts[stage]
    if (!place) return []
    if (place.role === null) return hasRows ? { stage, figure: <RowsStage stage={stage} place={place} /> } : []
    const feed = feedInRole(catalog, place.role)
    return feed ? { stage, figure: <FeedStage stage={stage} place={place} feed={feed.id} /> } : []
  })
  if (fed.length === 0) return null
  return (
    <nav className={styles.strip} aria-label={t('loop.label')} style={stagesOf(fed.length)}>
      <ol className={styles.stages}>
        {fed.map(({ stage, figure }) => (
          <li key={stage} className={styles.step}>
            {figure}
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** How many stages share the strip: few do not stretch over a whole wall. */
const stagesOf = (count: number): CSSProperties & Readonly<Record<'--stages', number>> => ({ '--stages': count })

interface StageProps {
  readonly stage: LoopStage
  readonly place: StageFact
}

/** One hook for the life of the component: its stage is its key. */
function RowsStage({ stage, place }: { readonly stage: LoopStage; readonly place: StageFact & { role: null } }) {
  const { useFact } = place
  return <Stage stage={stage} place={place} fact={useFact()} />
}

interface FeedStageProps {
  readonly stage: LoopStage
  readonly place: Exclude<StageFact, { role: null }>
  readonly feed: string
}

function FeedStage({ stage, place, feed }: FeedStageProps) {
  const { useFact } = place
  const fact = useFact(feed)
  const standing = useFeedStanding(feed)
  const holds = !isOutOfDate(standing) || (fact.kind === 'known' && fact.whatever)
  return <Stage stage={stage} place={place} fact={holds ? fact : { kind: 'old' }} />
}

function Stage({ stage, place, fact }: StageProps & { readonly fact: LoopFact }) {
  const { t } = useWords()
  const { catalog } = useCity()
  const map = useView((view) => view.map)
  const maps = place.maps.filter((id) => catalog.maps.some((one) => one.id === id))
  const serves = maps.includes(map)
  const text = factWords(fact, t('loop.old'))
  const name = t(`loop.${stage}`)
  const [first] = maps
  return (
    <button
      type="button"
      className={styles.stage}
      data-serves={serves}
      data-pressing={fact.kind === 'known' && fact.pressing}
      data-known={fact.kind === 'known'}
      aria-label={t(serves ? 'loop.goHere' : 'loop.go', { stage: name, fact: text })}
      onClick={() =>
        setView({ ...(first !== undefined && { map: first }), ...(place.workspace && { workspace: place.workspace }) })
      }
    >
      <span className={styles.name}>{name}</span> <span className={styles.fact}>{text}</span>
    </button>
  )
}

function factWords(fact: LoopFact, old: string): string {
  switch (fact.kind) {
    case 'known':
      return fact.text
    case 'old':
      return old
    case 'pending':
      return '…'
  }
}
