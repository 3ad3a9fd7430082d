import type { SubjectOutcome } from '#core/model/evaluation.ts'

export interface SubjectSort {
  readonly by: 'state' | 'name' | 'value' | 'gap'
  readonly descending: boolean
}

interface Known {
  readonly nameOf: (id: string) => string | undefined
  readonly gapAreas: ReadonlyMap<string, number>
}

const STATES = ['uncovered', 'covered', 'excluded']
const collator = new Intl.Collator('zh-CN', { numeric: true })

/** Subjects in the order wanted; what has no figure comes last either way, ties keep the order they came in. */
export function sortSubjects(
  subjects: readonly SubjectOutcome[],
  sort: SubjectSort | null,
  { nameOf, gapAreas }: Known,
): readonly SubjectOutcome[] {
  if (!sort) return subjects
  const turn = sort.descending ? -1 : 1
  const figureOf = ({ id, state, value }: SubjectOutcome): number | null =>
    sort.by === 'gap' ? (gapAreas.get(id) ?? null) : sort.by === 'value' ? value : STATES.indexOf(state)
  return subjects.toSorted((a, b) => {
    if (sort.by === 'name') return turn * collator.compare(nameOf(a.id) ?? a.id, nameOf(b.id) ?? b.id)
    const [x, y] = [figureOf(a), figureOf(b)]
    if (x === null || y === null) return x === y ? 0 : x === null ? 1 : -1
    return turn * (x - y)
  })
}
