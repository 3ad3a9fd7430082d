import type { Goal } from './costRelaxation'
import type { LeastCost } from './leastCost'

interface Settings {
  readonly required: readonly number[]
  readonly optional: readonly number[]
  /** Null: whatever it takes. */
  readonly budget: number | null
  readonly searchFor: (goal: Goal, most: number, from?: readonly number[] | null) => LeastCost
}

/**
 * As many rows as can be within a budget, then the least cost of so many. From above it is proved that more cannot be; from below
 * the best so far is made cheaper.
 */
export class MostRows {
  best: readonly number[] | null = null
  private readonly settings: Settings
  private rows = 0
  private cost = Infinity
  /** No more rows than so many. */
  rowsBound: number
  private above: LeastCost | null = null
  private below: LeastCost | null = null
  /** How many rows `below` is for. */
  private belowRows = 0
  private turn = 0

  constructor(settings: Settings) {
    this.settings = settings
    this.rowsBound = settings.optional.length
  }

  get done(): boolean {
    if (this.rowsBound === 0) return true
    return this.rows === this.rowsBound && this.search().done
  }

  /** No choice with as many rows costs less. */
  get bound(): number {
    if (this.rowsBound === 0) return 0
    const bound = Math.min(this.above?.bound ?? 0, this.cost)
    return Number.isFinite(bound) ? bound : 0
  }

  /** How far what is known is from what is proved; Infinity: nothing is known. */
  get gap(): number {
    return this.rows < this.rowsBound ? Infinity : this.cost - this.bound
  }

  /** The search from above; one for fewer rows once it has shown that there is none. */
  private search(): LeastCost {
    const { required, optional, budget, searchFor } = this.settings
    const goal = (atLeast: number): Goal => ({ required, optional, atLeast })
    this.above ??= searchFor(goal(this.rowsBound), budget ?? Infinity)
    while (this.above.done && this.above.best === null && this.rowsBound > this.rows) {
      this.rowsBound--
      if (this.rowsBound === 0) break
      this.above = searchFor(goal(this.rowsBound), budget ?? Infinity, this.rows === this.rowsBound ? this.best : null)
    }
    return this.above
  }

  /** One step; whether something is better for it. */
  step(): boolean {
    const before = [this.rows, this.cost, this.rowsBound, this.bound]
    const above = this.search()
    if (this.rowsBound === 0) return true
    this.turn++
    if (above.best === null && this.rows < this.rowsBound && this.turn % 2 === 0 && this.climb()) {
      return this.differs(before)
    }
    above.step()
    if (above.best) this.take(above.best, this.rowsBound, above.bestCost)
    this.search()
    return this.differs(before)
  }

  /** From below: one row more than the best has, as long as that is found at once; then the best made cheaper. */
  private climb(): boolean {
    const { required, optional, budget, searchFor } = this.settings
    if (!this.below || (this.below.best === null && this.below.done)) {
      if (this.below && this.belowRows > this.rows) return false
      this.belowRows = this.rows + 1
      this.below = searchFor({ required, optional, atLeast: this.belowRows }, budget ?? Infinity)
    }
    this.below.step()
    if (this.below.best) {
      this.take(this.below.best, this.belowRows, this.below.bestCost)
      if (this.belowRows < this.rowsBound - 1) this.below = null
    }
    return true
  }

  private take(made: readonly number[], rows: number, cost: number): void {
    if (rows < this.rows || (rows === this.rows && cost >= this.cost)) return
    this.best = made
    this.rows = rows
    this.cost = cost
  }

  private differs([rows, cost, rowsBound, bound]: readonly (number | undefined)[]): boolean {
    return rows !== this.rows || cost !== this.cost || rowsBound !== this.rowsBound || bound !== this.bound
  }
}
