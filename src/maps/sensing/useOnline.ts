import { useAnswer } from '#city/useAnswer.ts'
import { formatNumber } from '#i18n/formatNumber.ts'
import { useWords } from '#i18n/useWords.ts'
import { useView } from '#state/view.ts'
import { known, type LoopFact, PENDING } from '#views/parts/loop.ts'

/** Devices that report on time, of all. */
export function useOnline(feed: string): LoopFact {
  const { t, language } = useWords()
  const scope = useView((view) => view.scope)
  const { answer } = useAnswer({
    feeds: [feed],
    key: ['loop-devices', feed, scope],
    ask: (engine) => engine.breakdown({ feed, by: 'state', scope }),
  })
  if (!answer) return PENDING
  const count = (value: number) => formatNumber(value, language)
  const online = answer.find(({ value }) => value === '在线')?.count ?? 0
  const all = answer.reduce((sum, each) => sum + each.count, 0)
  return known(t('loop.online', { online: count(online), all: count(all) }))
}
