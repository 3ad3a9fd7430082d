import type { Words } from '#i18n/useWords.ts'
import type { SparkbarItem } from '#ui/Sparkbar.tsx'
import { type RowView, restsOnOldData, type Standing } from '../rows/rowView'
import { standingWords } from '../words/standingWords'

const STEPS: readonly { readonly standing: Standing; readonly color: string }[] = [
  ...[5, 4, 3, 2, 1].map((star) => ({ standing: { kind: 'star', star } as const, color: `var(--star${star})` })),
  { standing: { kind: 'below' }, color: 'var(--text2)' },
  { standing: { kind: 'unknown' }, color: 'var(--starUnknown)' },
]

const same = (a: Standing, b: Standing): boolean =>
  a.kind === b.kind && (a.kind !== 'star' || b.kind !== 'star' || a.star === b.star)

/** Short enough to stand under a narrow share. */
function stepWord(standing: Standing, words: Words): string {
  if (standing.kind === 'below') return words.t('indicators.status.below')
  return standing.kind === 'star' ? `${standing.star}★` : standingWords(standing, words)
}

/** How many rows stand at each star, from five down to unknown; those known from old data alone stand apart, last. */
export function starSteps(rows: readonly RowView[], words: Words): readonly SparkbarItem[] {
  const old = rows.filter((view) => restsOnOldData(view) && view.standing.kind !== 'deduction')
  const steps = STEPS.map(({ standing, color }) => {
    const value = rows.filter((view) => same(view.standing, standing) && !restsOnOldData(view)).length
    return {
      key: standing.kind === 'star' ? `star${standing.star}` : standing.kind,
      label: stepWord(standing, words),
      value,
      text: String(value),
      color,
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
    },
  ]
}
