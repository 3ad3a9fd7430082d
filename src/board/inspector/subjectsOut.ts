import type { City } from '#city/CityContext.ts'
import type { MethodFacts } from '#core/indicators/methods/metricMethod.ts'
import type { SubjectOutcome } from '#core/model/evaluation.ts'
import type { Gap } from '#core/planning/gaps/gap.ts'
import type { OutTable } from '#core/table/outTable.ts'
import type { ExplainedMetric } from '#engine/engineApi.ts'
import type { Words } from '#i18n/useWords.ts'
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
  /** Of these subjects. */
  readonly gaps: readonly Gap[]
}

/** The features behind a metric: what and where each is, its state, exact value and gap, and the reason in words. */
export function subjectsOut(
  { explained, method, factsOf, gaps }: Described,
  words: Words,
  methods: City['methods'],
): OutTable {
  const { t } = words
  const { subjects, names, gapAreas } = explained
  const head = ['id', 'name', 'kind', 'state', 'value', 'unit', 'reason'] as const
  const open = new Map<string, Gap[]>()
  for (const gap of gaps) open.set(keyOf(gap), [...(open.get(keyOf(gap)) ?? []), gap])
  const unit = method?.subjectValue ? t(`indicators.subjects.units.${method.subjectValue}`) : ''
  return {
    head: [
      ...head.map((column) => t(`indicators.subjects.${column}`)),
      ...(['longitude', 'latitude', 'gapArea'] as const).map((column) => t(`desk.table.${column}`)),
      t('gaps.columns.peopleUnit'),
      t('gaps.columns.why'),
    ],
    rows: subjects.map((subject) => {
      const { id, state, value, reason } = subject
      const facts = factsOf(subject)
      const own = open.get(keyOf(subject)) ?? []
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
        peopleUnder(own),
        [...new Set(own.flatMap(({ why }) => (why ? t(`gaps.why.${why}`) : [])))].join(' '),
      ]
    }),
  }
}

const keyOf = ({ feed, id }: Pick<SubjectOutcome, 'feed' | 'id'>): string => `${feed}\n${id}`

/** Of all pieces of a subject's gap; null where it has none, or some are not known. */
function peopleUnder(gaps: readonly Gap[]): number | null {
  return gaps.reduce<number | null>(
    (sum, { people: { people } }, at) => (people === null || (at > 0 && sum === null) ? null : (sum ?? 0) + people),
    null,
  )
}
