import type { SweptRating } from './robustness'

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
