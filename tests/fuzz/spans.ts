/** From and to along a line, from ≤ to. */
export type Span = readonly [number, number]

/** The union, as disjoint spans in order. */
export function mergeSpans(spans: readonly Span[]): Span[] {
  const sorted = spans.filter(([from, to]) => to > from).sort((a, b) => a[0] - b[0])
  const merged: [number, number][] = []
  for (const [from, to] of sorted) {
    const last = merged.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], to)
    else merged.push([from, to])
  }
  return merged
}

export function spanLength(spans: readonly Span[]): number {
  return spans.reduce((sum, [from, to]) => sum + to - from, 0)
}

/** Length common to two sets of disjoint spans in order. */
export function overlapLength(a: readonly Span[], b: readonly Span[]): number {
  let length = 0
  let i = 0
  let j = 0
  while (i < a.length && j < b.length) {
    const [fromA, toA] = a[i]!
    const [fromB, toB] = b[j]!
    length += Math.max(0, Math.min(toA, toB) - Math.max(fromA, fromB))
    if (toA < toB) i++
    else j++
  }
  return length
}
