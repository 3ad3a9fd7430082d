import { countStars } from '#board/rows/countStars.ts'
import { useRowViews } from '#board/rows/useRowViews.ts'
import { useCity } from '#city/CityContext.ts'
import { formatNumber } from '#i18n/formatNumber.ts'
import { useWords } from '#i18n/useWords.ts'
import { setView, useView } from '#state/view.ts'
import { useFeedStanding } from '#views/cards/useFeedStanding.ts'
import { isOutOfDate } from '#views/health/feedStanding.ts'
import { useEmerging, useInHand, useOnTime, useToAssign } from './caseFacts'
import styles from './LoopStrip.module.css'
import { known, LOOP, type LoopFact, type LoopStage, NONE, PENDING, STAGE_PLACES } from './loopStages'
import { useOnline, useWarned } from './sensingFacts'

/** The loop of a city-operations centre with the figure of each stage now; the stages that the map on show serves stand out. */
export function LoopStrip() {
  const { t } = useWords()
  const { catalog } = useCity()
  return (
    <nav className={styles.strip} aria-label={t('loop.label')}>
      <ol className={styles.stages}>
        {LOOP.map((stage) => {
          const { record } = STAGE_PLACES[stage]
          const feed = catalog.feeds.find((candidate) => candidate.record === record)
          return (
            <li key={stage} className={styles.step}>
              {record === null ? (
                <RowsStage stage={stage} />
              ) : feed ? (
                <FeedStage stage={stage} feed={feed.id} />
              ) : (
                <Stage stage={stage} fact={NONE} />
              )}
            </li>
          )
        })}
      </ol>
    </nav>
  )
}

type FeedFact = (feed: string) => LoopFact
const FEED_FACTS: Partial<Record<LoopStage, FeedFact>> = {
  monitor: useOnline,
  warn: useWarned,
  coordinate: useToAssign,
  command: useInHand,
  analyse: useEmerging,
  evaluate: useOnTime,
}
const useNothing: FeedFact = () => NONE

function FeedStage({ stage, feed }: { readonly stage: LoopStage; readonly feed: string }) {
  // One hook for the life of the component: its stage is its key.
  const useFact = FEED_FACTS[stage] ?? useNothing
  const fact = useFact(feed)
  const standing = useFeedStanding(feed)
  return <Stage stage={stage} fact={isOutOfDate(standing) ? { kind: 'old' } : fact} />
}

/** What there is to decide: rows of the standard under four stars. */
function RowsStage({ stage }: { readonly stage: LoopStage }) {
  const { t, language } = useWords()
  const { rows, now } = useRowViews()
  const fact = now.evaluation
    ? known(t('loop.below', { count: formatNumber(countStars(rows).below, language) }))
    : PENDING
  return <Stage stage={stage} fact={fact} />
}

function Stage({ stage, fact }: { readonly stage: LoopStage; readonly fact: LoopFact }) {
  const { t } = useWords()
  const map = useView((view) => view.map)
  const { maps, workspace } = STAGE_PLACES[stage]
  const serves = maps.includes(map)
  const text = factWords(fact, t('loop.old'), t('loop.notThere'))
  const name = t(`loop.${stage}`)
  return (
    <button
      type="button"
      className={styles.stage}
      data-serves={serves}
      data-pressing={fact.kind === 'known' && fact.pressing}
      data-known={fact.kind === 'known'}
      aria-label={t(serves ? 'loop.goHere' : 'loop.go', { stage: name, fact: text })}
      onClick={() => setView({ map: maps[0], ...(workspace && { workspace }) })}
    >
      <span className={styles.name}>{name}</span>
      <span className={styles.fact}>{text}</span>
    </button>
  )
}

function factWords(fact: LoopFact, old: string, none: string): string {
  switch (fact.kind) {
    case 'known':
      return fact.text
    case 'old':
      return old
    case 'none':
      return none
    case 'pending':
      return '…'
  }
}
