import type { AxisAnswer } from './robustness'

/**
 * Places of the axes that move the star, null when none does. `first`: in the fewest steps, then at the larger share of its
 * values. `most`: at the largest share of its values, then in the fewest steps. Of equals the earlier.
 */
export function leadingAxes(answers: readonly AxisAnswer[]): {
  readonly first: number | null
  readonly most: number | null
} {
  const moving = answers.flatMap(({ weight }, at) => {
    const { steps, flips, others } = weight
    return steps === null ? [] : [{ at, steps, share: flips / others }]
  })
  const [first] = moving.toSorted((a, b) => a.steps - b.steps || b.share - a.share)
  const [most] = moving.toSorted((a, b) => b.share - a.share || a.steps - b.steps)
  return { first: first?.at ?? null, most: most?.at ?? null }
}
