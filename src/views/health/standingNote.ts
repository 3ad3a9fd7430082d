import type { TFunction } from 'i18next'
import { formatTime } from '#i18n/formatTime.ts'
import type { Language } from '#i18n/language.ts'
import { sayIn } from '#i18n/sayIn.ts'
import type { FeedStanding } from './feedStanding'

/** What a feed's state means for the reader: the reason, since when, and what is still true. Null when all is well. */
export function standingNote({ state, reading, fault }: FeedStanding, t: TFunction, language: Language): string | null {
  switch (state) {
    case 'live':
      return null
    case 'failing': {
      const reason = fault ? sayIn(fault, language) : t('shell.state.failing')
      return reading
        ? t('shell.stateNote.keptCopy', { reason, time: formatTime(reading.fetchedAt, language) })
        : t('shell.stateNote.noCopy', { reason })
    }
    default:
      return t(`shell.stateNote.${state}`)
  }
}
