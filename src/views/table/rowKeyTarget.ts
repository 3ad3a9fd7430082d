/** Row that a key moves to, from row `at` of `of` rows with pages of `page`; null for a key that moves nowhere. */
export function rowKeyTarget(key: string, at: number, of: number, page: number): number | null {
  if (of === 0) return null
  switch (key) {
    case 'ArrowDown':
      return Math.min(at + 1, of - 1)
    case 'ArrowUp':
      return Math.max(at - 1, 0)
    case 'PageDown':
      return Math.min(at + page, of - 1)
    case 'PageUp':
      return Math.max(at - page, 0)
    case 'Home':
      return 0
    case 'End':
      return of - 1
    default:
      return null
  }
}
