import { failureReason } from '#core/model/failureReason.ts'
import { i18next } from '#i18n/i18n.ts'
import { sayIn } from '#i18n/sayIn.ts'

/** What went wrong, in the present language where the error has words of both; else as it says itself. */
export function faultText(error: unknown): string {
  return sayIn(failureReason(error), i18next.language === 'en' ? 'en' : 'zh-CN')
}
