import type { Words } from '#i18n/useWords.ts'
import type { SparkbarItem } from '#ui/Sparkbar.tsx'
import type { Standing } from '#views/standing/standing.ts'
import { standingWords } from '#views/standing/standing.ts'
import type { RowStanding } from '../rows/rowStanding'
import { type RowView, restsOnOldData } from '../rows/rowView'

type Step = Extract<Standing, { kind: 'star' | 'below' | 'unknown' }>

const STEPS: readonly { readonly standing: Step; readonly color: string }[] = [
  ...[5, 4, 3, 2, 1].map((star) => ({ standing: { kind: 'star', star } as const, color: `var(--star${star})` })),
  { standing: { kind: 'below' }, color: 'var(--text2)' },
  { standing: { kind: 'unknown' }, color: 'var(--starUnknown)' },
]

const same = (a: Standing, b: Standing): boolean =>
  a.kind === b.kind && (a.kind !== 'star' || b.kind !== 'star' || a.star === b.star)

const STARS = ['star1', 'star2', 'star3', 'star4', 'star5'] as const
const keyOf = (standing: Step): RowStanding =>
  standing.kind === 'star' ? (STARS[standing.star - 1] ?? 'four') : standing.kind

/** Short enough to stand under a narrow share. */
function stepWord(standing: Standing, words: Words): string {
  if (standing.kind === 'below') return words.t('indicators.status.below')
  return standing.kind === 'star' ? `${standing.star}★` : standingWords(standing, words)
}

/** How many rows stand at each star, from five down to unknown; those known from old data alone stand apart, last. */
export function starSteps(
  rows: readonly RowView[],
  words: Words,
  open: (standing: RowStanding) => void,
): readonly SparkbarItem[] {
  const old = rows.filter((view) => restsOnOldData(view) && view.standing.kind !== 'deduction')
  const steps = STEPS.map(({ standing, color }) => {
    const value = rows.filter((view) => same(view.standing, standing) && !restsOnOldData(view)).length
    const key = keyOf(standing)
    return {
      key,
      label: stepWord(standing, words),
      value,
      text: String(value),
      color,
      onOpen: () => open(key),
    }
  })
  return [
    ...steps,
    {
      key: 'old',
      label: words.t('indicators.freshness.old'),
      value: old.length,
      text: String(old.length),
      color: 'var(--text3)',
      onOpen: () => open('old'),
    },
  ]
}
