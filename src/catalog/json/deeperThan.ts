/** Levels of lists and objects inside each other that a file of the app's own contract may have. */
export const DEEPEST = 200

/** Whether lists and objects stand inside each other on more than so many levels. Any depth can be asked about. */
export function isDeeperThan(levels: number, value: unknown): boolean {
  const isNested = (inner: unknown): inner is object => typeof inner === 'object' && inner !== null
  let layer: readonly object[] = isNested(value) ? [value] : []
  for (let depth = 0; layer.length > 0; depth += 1) {
    if (depth >= levels) return true
    layer = layer.flatMap((each) => (Array.isArray(each) ? each : Object.values(each)).filter(isNested))
  }
  return false
}
