import { formatTime } from '#i18n/formatTime.ts'
import type { Words } from '#i18n/useWords.ts'
import type { FeedStanding } from '../health/feedStanding'
import { refusedWarnings } from './refusedWarnings'

/** How far it can be said that no warning is in force: `sure` with the time of the data, else what stands against it. */
export interface NoneInForce {
  readonly sure: boolean
  readonly text: string
}

/** What to say where no warning of a reading is in force. It is certain only of data that is current and all understood. */
export function noneInForce(standing: FeedStanding, now: number, { t, language }: Words): NoneInForce {
  const report = standing.reading?.report
  const asOf = report?.asOf ?? null
  const time = asOf === null ? '' : formatTime(asOf, language, now)
  const unsure = (text: string): NoneInForce => ({ sure: false, text })
  const { unclear, elsewhere } = refusedWarnings(report)
  if (!report) return unsure(t('hazards.card.noneUnread'))
  if (unclear.length > 0) return unsure(t('hazards.card.noneUnclear'))
  switch (standing.freshness) {
    case 'stale':
      return unsure(t('hazards.card.noneStale', { time }))
    case 'never':
      return unsure(t('hazards.card.noneTimeless'))
    default:
      if (standing.fault) return unsure(t('hazards.card.noneFailing'))
      if (elsewhere.length > 0) return unsure(t('hazards.card.noneHere'))
      return { sure: true, text: t(report.asOfReading ? 'hazards.card.noneRead' : 'hazards.card.none', { time }) }
  }
}
