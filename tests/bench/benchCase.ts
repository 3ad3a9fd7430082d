/** One line of a bench, as published. Times are medians in `unit`. */
export interface BenchResult {
  readonly name: string
  readonly ours: number
  readonly unit: 'ms'
  /** Null: not measured here. */
  readonly peers: Readonly<Record<string, number | null>>
  /** Fastest measured peer over ours; null without one. */
  readonly ratio: number | null
  /** What a target is held against: geos-wasm over ours, or as the note says. */
  readonly gate: number | null
  readonly agree: boolean
  /** Largest relative difference found where agreement was checked. */
  readonly worst: number
  readonly note: string
}

/** What a case finds out; the ratio follows from it. */
export type BenchFinding = Omit<BenchResult, 'ratio' | 'unit'>

export interface BenchCase {
  readonly name: string
  run(): Promise<BenchFinding>
}

/** Adds the ratio. */
export function benchResult({ name, ours, peers, ...rest }: BenchFinding): BenchResult {
  const measured = Object.values(peers).filter((time) => time !== null)
  const ratio = measured.length > 0 ? Math.min(...measured) / ours : null
  return { name, ours, unit: 'ms', peers, ratio, ...rest }
}
