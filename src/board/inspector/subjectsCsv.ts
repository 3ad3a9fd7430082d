import type { City } from '#city/CityContext.ts'
import type { ExplainedMetric } from '#engine/engineApi.ts'
import type { Words } from '#i18n/useWords.ts'
import { toCsv } from '#views/table/toCsv.ts'
import { exclusionWords } from '../words/reasonWords'

/** The features behind a metric as CSV (UTF-8 with BOM): id, name, state, exact value, reason in words. */
export function subjectsCsv({ subjects, names }: ExplainedMetric, words: Words, methods: City['methods']): string {
  const { t } = words
  const head = ['id', 'name', 'state', 'value', 'reason'] as const
  return toCsv(
    head.map((column) => t(`indicators.subjects.${column}`)),
    subjects.map(({ id, state, value, reason }) => [
      id,
      names[id] ? words.say(names[id]) : '',
      t(`indicators.states.${state}`),
      value,
      reason ? exclusionWords(reason, words, methods) : '',
    ]),
  )
}
