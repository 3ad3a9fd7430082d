import { ratingRank } from './ratingRank'
import type { StarDistribution, SweptRating } from './robustness'

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
