import type { Predictor } from './predictor'

/** What any forecast must beat: it stays as it is. */
export const naive: Predictor = (values) => {
  const last = values.findLast((value) => value !== null) ?? 0
  return () => last
}
