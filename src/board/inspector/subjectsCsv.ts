import type { City } from '#city/CityContext.ts'
import type { MethodFacts } from '#core/indicators/methods/metricMethod.ts'
import type { SubjectOutcome } from '#core/model/evaluation.ts'
import type { ExplainedMetric } from '#engine/engineApi.ts'
import type { Words } from '#i18n/useWords.ts'
import { toCsv } from '#views/table/toCsv.ts'
import { exclusionWords } from '../words/reasonWords'

/** What a subject is and where; null where the feed does not say. */
export interface SubjectFacts {
  readonly kind: string | null
  readonly at: readonly [number, number] | null
}

interface Described {
  readonly explained: ExplainedMetric
  readonly method: MethodFacts | null
  readonly factsOf: (subject: SubjectOutcome) => SubjectFacts | undefined
}

/** The features behind a metric as CSV: what and where each is, its state, exact value and gap, and the reason in words. */
export function subjectsCsv({ explained, method, factsOf }: Described, words: Words, methods: City['methods']): string {
  const { t } = words
  const { subjects, names, gapAreas } = explained
  const head = ['id', 'name', 'kind', 'state', 'value', 'unit', 'reason'] as const
  const unit = method?.subjectValue ? t(`indicators.subjects.units.${method.subjectValue}`) : ''
  return toCsv(
    [
      ...head.map((column) => t(`indicators.subjects.${column}`)),
      ...(['longitude', 'latitude', 'gapArea'] as const).map((column) => t(`desk.table.${column}`)),
    ],
    subjects.map((subject) => {
      const { id, state, value, reason } = subject
      const facts = factsOf(subject)
      return [
        id,
        names[id] ? words.say(names[id]) : '',
        facts?.kind ?? '',
        t(`indicators.states.${state}`),
        value,
        value === null ? '' : unit,
        reason ? exclusionWords(reason, words, methods) : '',
        ...(facts?.at ?? [null, null]),
        gapAreas.get(id) ?? null,
      ]
    }),
  )
}
