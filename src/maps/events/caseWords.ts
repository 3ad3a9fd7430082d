import type { TFunction } from 'i18next'
import type { Catalog } from '#catalog/schema.ts'
import { type CaseVerb, isCaseVerb } from '#core/cases/stages.ts'

/** A feed of cases, and the feed of closed cases of past weeks where it names one. */
export function withArchive({ feeds }: Pick<Catalog, 'feeds'>, id: string): readonly string[] {
  const archive = feeds.find((feed) => feed.id === id)?.archive
  return archive === undefined ? [id] : [id, archive]
}

/** A span of minutes in words, hours and minutes, without its sign: working time has no days to count in. */
export function minutesWords(minutes: number, t: TFunction): string {
  const whole = Math.round(Math.abs(minutes))
  const [hours, rest] = [Math.floor(whole / 60), whole % 60]
  if (hours === 0) return t('desk.minutes', { minutes: rest })
  return rest === 0 ? t('desk.hours', { hours }) : t('desk.hoursMinutes', { hours, minutes: rest })
}

/** A verb in words; as it stands where the case machine does not know it. */
export const verbWord = (verb: string, t: TFunction): string =>
  isCaseVerb(verb) ? t(`desk.verb.${verb satisfies CaseVerb}`) : verb
