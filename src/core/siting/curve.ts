import type { CoverInstance } from './coverInstance'
import type { Relaxation } from './relaxation'
import type { SiteChoice } from './siteChoice'

/** The best choice known of at most n sites, for every n, and a bound that none can exceed. */
export class Curve {
  readonly most: number
  /** Grows with every better value and bound. */
  revision = 0
  private readonly chosen: (readonly number[])[]
  private readonly values: Float64Array
  private readonly bounds: Float64Array
  /** All weights are whole numbers: what is served is one too. */
  private readonly whole: boolean
  private readonly total: number
  /** Demand is served by each site by itself: what sites add falls as more are chosen. */
  private readonly single: boolean

  constructor({ weight, share }: CoverInstance, most: number) {
    this.most = most
    this.chosen = Array.from({ length: most + 1 }, () => [])
    this.values = new Float64Array(most + 1)
    this.total = weight.reduce((sum, w) => sum + w, 0)
    this.bounds = new Float64Array(most + 1).fill(this.total)
    this.bounds[0] = 0
    this.whole = weight.every(Number.isInteger) && this.total < Number.MAX_SAFE_INTEGER
    this.single = share === null
  }

  value(n: number): number {
    return this.values[n]!
  }

  /** Never below the value. */
  bound(n: number): number {
    return Math.max(this.bounds[n]!, this.values[n]!)
  }

  sites(n: number): readonly number[] {
    return this.chosen[n]!
  }

  /** Share of the bound by which the value is short of it; 0 when no better value can exist. */
  gap(n: number): number {
    const left = this.bounds[n]! - this.values[n]!
    return left <= ROUNDING * this.total ? 0 : left / this.bounds[n]!
  }

  /** How many n up to a given one have a gap. */
  open(upTo: number): number {
    let count = 0
    for (let n = 1; n <= upTo; n++) if (this.gap(n) > 0) count++
    return count
  }

  /** A choice that was found. */
  reached({ chosen, value }: SiteChoice): void {
    if (!(value > this.values[chosen.length]! + ROUNDING * this.total)) return
    const kept = chosen.toSorted((a, b) => a - b)
    for (let n = chosen.length; n <= this.most && value > this.values[n]!; n++) {
      this.values[n] = value
      this.chosen[n] = kept
      this.revision++
    }
  }

  /** Bounds that were found; those of other n follow from them where they are lower. */
  bounded(found: Pick<Relaxation, 'bound' | 'top'>): void {
    const { bounds, most } = this
    const reach = found.top.length
    let changed = false
    for (let n = 1; n <= reach; n++) changed = this.lower(n, found.bound(n)) || changed
    if (!changed) return
    for (let n = reach + 1; n <= most; n++) this.lower(n, bounds[reach]!)
    // Fewer sites never serve more.
    for (let n = most - 1; n >= 1; n--) this.lower(n, bounds[n + 1]!)
    // Of n + 1 sites one can go that takes no more with it than its part.
    for (let n = 1; this.single && n < most; n++) this.lower(n + 1, (bounds[n]! * (n + 1)) / n)
    this.revision++
  }

  /** Whether a choice of n sites that serves at most so much could be better than the one that is known. */
  canBeat(n: number, most: number): boolean {
    return this.tight(most) > this.values[n]! + ROUNDING * this.total
  }

  /** All that could be better was tried. */
  settled(n: number): void {
    if (this.lower(n, this.values[n]!)) this.revision++
  }

  private tight(bound: number): number {
    const slack = bound + SUMMING * this.total
    return this.whole ? Math.floor(slack) : slack
  }

  private lower(n: number, bound: number): boolean {
    const tight = this.tight(bound)
    if (!(tight < this.bounds[n]!)) return false
    this.bounds[n] = tight
    return true
  }
}

/** Share of the whole weight below which values are the same. */
const ROUNDING = 1e-12
/** Share of the whole weight that sums may be off. */
const SUMMING = 1e-12
