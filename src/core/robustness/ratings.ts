import type { AxisAnswer, StarDistribution, SweptRating } from './robustness'

/** Rank of a rating: 0 under the lowest star, 1 to 5 the star, null unknown. */
export function ratingRank(rating: SweptRating): number | null {
  switch (rating.kind) {
    case 'star':
      return rating.star
    case 'below':
      return 0
    case 'unknown':
      return null
  }
}

/** How many settings are rated how, and how many at least as the base is. Their counts add up to the settings. */
export function tallyRatings(
  ratings: readonly SweptRating[],
  base: SweptRating,
): { readonly distribution: StarDistribution; readonly holding: number } {
  const stars: [number, number, number, number, number] = [0, 0, 0, 0, 0]
  const wanted = ratingRank(base)
  let below = 0
  let unknown = 0
  let holding = 0
  for (const rating of ratings) {
    const rank = ratingRank(rating)
    if (rank === null) unknown++
    else if (rank === 0) below++
    else stars[rank - 1]!++
    if (rank !== null && wanted !== null && rank >= wanted) holding++
  }
  return { distribution: { stars, below, unknown }, holding }
}

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
