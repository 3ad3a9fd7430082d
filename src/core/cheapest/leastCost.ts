import { seededRandom } from '../siting/seededRandom'
import { type ChoiceOrder, choiceOrder } from './choiceOrder'
import type { ChoiceState } from './choiceState'
import { type Bounded, boundCost, FREE, type Goal, IN, OUT } from './costRelaxation'
import { mend, reaches } from './mend'
import type { NeedTable } from './needTable'

export interface LeastCostSettings {
  readonly table: NeedTable
  readonly state: ChoiceState
  readonly goal: Goal
  /** Nothing that costs more is looked for. */
  readonly most: number
  readonly seed: number
  /** Choices that are made in any case, and those that alone may be; all when null. */
  readonly made?: readonly number[]
  readonly among?: readonly number[] | null
  /** A start, where one is known. */
  readonly from?: readonly number[] | null
  /** Whether the kernel itself says so too. */
  readonly confirm: (made: readonly number[]) => boolean
}

interface Node {
  readonly decided: Int8Array
  readonly bounded: Bounded
}

const ROOT_ROUNDS = 250
const NODE_ROUNDS = 24
const MOST_NODES = 30_000

/**
 * The choice of least cost that reaches a goal, by branch and bound: steps of about equal work that can be stopped after any of
 * them. The relaxation's prices point to choices, which are mended until the goal is reached; what it proves too dear is left out.
 */
export class LeastCost {
  best: readonly number[] | null = null
  bestCost = Infinity
  /** Every choice was looked at, or is known to be no better. */
  done = false
  private lower = 0
  private readonly settings: LeastCostSettings
  private readonly order: ChoiceOrder
  private readonly random: () => number
  /** All costs are multiples of it; 0: of nothing. */
  private readonly unit: number
  private readonly start: Int8Array
  private active: readonly number[]
  private root: Bounded | null = null
  private nodes: Node[] = []
  private dive: Node | null = null
  private begun = false

  constructor(settings: LeastCostSettings) {
    const { table, made = [], among = null, seed } = settings
    this.settings = settings
    this.random = seededRandom(seed)
    this.start = new Int8Array(table.choices).fill(among ? OUT : FREE)
    for (const choice of among ?? []) this.start[choice] = FREE
    for (let choice = 0; choice < table.choices; choice++) {
      // Without it no need has less.
      const idle = table.brings[choice]!.every(({ by }) => by <= 0) && table.gainsOf[choice]!.length === 0
      if ((idle && table.plain[choice] === 1) || !Number.isFinite(table.costs[choice]!)) this.start[choice] = OUT
    }
    for (const choice of made) this.start[choice] = IN
    this.active = [...this.start.keys()].filter((choice) => this.start[choice] !== OUT)
    this.order = choiceOrder(table, this.active)
    this.unit = unitOf(this.active.map((choice) => table.costs[choice]!))
  }

  /** No choice that reaches the goal costs less; Infinity: none does within the most it may cost. */
  get bound(): number {
    return this.done ? this.bestCost : Math.min(this.up(this.lower), this.bestCost)
  }

  step(): void {
    if (this.done) return
    if (!this.begun) {
      this.begin()
      return
    }
    const node = this.next()
    if (!node) {
      this.done = true
      return
    }
    this.branch(node)
    this.wander()
    this.settle()
  }

  private begin(): void {
    this.begun = true
    const { table, goal, from, made = [] } = this.settings
    if (from) this.take(from)
    this.mended([...made])
    const { active } = this
    const bounded = boundCost(table, goal, this.start, {
      ...{ target: this.target(), rounds: ROOT_ROUNDS, from: null, active },
    })
    const node = { decided: Int8Array.from(this.start), bounded }
    if (this.hopeless(bounded.bound)) {
      this.done = true
      return
    }
    this.root = bounded
    this.pointed(node)
    this.narrow()
    this.dive = { ...node, decided: Int8Array.from(this.start) }
    this.settle()
  }

  /** What the first bound proves too dear is left out for good. */
  private narrow(): void {
    if (!this.root) return
    this.fix({ decided: this.start, bounded: this.root })
    this.active = this.active.filter((choice) => this.start[choice] !== OUT)
  }

  private target(): number {
    if (Number.isFinite(this.bestCost)) return this.bestCost
    const { table, most } = this.settings
    return Number.isFinite(most) ? most : this.active.reduce((sum, choice) => sum + table.costs[choice]!, 0)
  }

  /** Nothing below it is better than what is known. */
  private hopeless(bound: number): boolean {
    const { most } = this.settings
    const give = 1e-9 * Math.max(1, Math.abs(Number.isFinite(this.bestCost) ? this.bestCost : bound))
    if (bound === Infinity || (bound > most + give && this.up(bound) > most + give)) return true
    return this.up(bound) >= this.bestCost - give
  }

  /** The least cost from a bound on. */
  private up(bound: number): number {
    if (this.unit === 0 || !Number.isFinite(bound)) return bound
    return Math.ceil(bound / this.unit - 1e-6) * this.unit
  }

  private next(): Node | null {
    const dive = this.dive
    this.dive = null
    if (dive && !this.hopeless(dive.bounded.bound)) return dive
    let least = -1
    this.nodes = this.nodes.filter(({ bounded }) => !this.hopeless(bounded.bound))
    this.nodes.forEach(({ bounded }, at) => {
      if (least < 0 || bounded.bound < this.nodes[least]!.bounded.bound) least = at
    })
    if (least < 0) return null
    const [node] = this.nodes.splice(this.nodes.length > MOST_NODES ? this.nodes.length - 1 : least, 1)
    return node ?? null
  }

  private branch(node: Node): void {
    const choice = this.branching(node)
    if (choice === null) {
      this.take(this.active.filter((each) => node.decided[each] === IN))
      return
    }
    const children = [IN, OUT].flatMap((state): Node[] => {
      const decided = Int8Array.from(node.decided)
      this.agree(decided)
      if (!this.decide(decided, choice, state)) return []
      const bounded = boundCost(this.settings.table, this.settings.goal, decided, {
        ...{ target: this.target(), rounds: NODE_ROUNDS, from: node.bounded, active: this.active },
      })
      const child = { decided, bounded: { ...bounded, bound: Math.max(bounded.bound, node.bounded.bound) } }
      if (this.hopeless(child.bounded.bound)) return []
      this.pointed(child)
      this.fix(child)
      return [child]
    })
    children.sort((a, b) => a.bounded.bound - b.bounded.bound)
    this.dive = children[0] ?? null
    if (children[1]) this.nodes.push(children[1])
  }

  /** What was left out for good meanwhile. */
  private agree(decided: Int8Array): void {
    for (let choice = 0; choice < decided.length; choice++) {
      if (decided[choice] === FREE && this.start[choice] !== FREE) decided[choice] = this.start[choice]!
    }
  }

  /** The choice that is least decided by the prices. */
  private branching({ decided, bounded }: Node): number | null {
    let best: number | null = null
    let least = Infinity
    for (const choice of this.active) {
      if (decided[choice] !== FREE) continue
      const doubt = Math.abs(bounded.reduced[choice]!) / (this.settings.table.costs[choice]! + 1e-9)
      if (doubt < least) {
        least = doubt
        best = choice
      }
    }
    return best
  }

  /** Decides a choice and those that follow from it; false: it was decided otherwise. */
  private decide(decided: Int8Array, choice: number, state: number): boolean {
    if (decided[choice] === state) return true
    if (decided[choice] !== FREE) return false
    decided[choice] = state
    const follow = state === OUT ? this.order.after[choice]! : this.order.before[choice]!
    return follow.every((each) => this.decide(decided, each, state))
  }

  /** Decides what the bound with it decided otherwise would be hopeless for. */
  private fix({ decided, bounded }: Node): void {
    for (const choice of this.active) {
      if (decided[choice] !== FREE) continue
      const reduced = bounded.reduced[choice]!
      if (reduced > 0 && this.hopeless(bounded.bound + reduced)) decided[choice] = OUT
      else if (reduced < 0 && this.hopeless(bounded.bound - reduced)) decided[choice] = IN
    }
  }

  /** Mends what the prices point to. */
  private pointed({ decided, bounded }: Node): void {
    const made = this.active.filter(
      (each) => decided[each] === IN || (decided[each] === FREE && bounded.reduced[each]! < 0),
    )
    this.mended(made, bounded)
  }

  /** Takes part of the best back and mends it otherwise. */
  private wander(): void {
    const { best } = this
    if (!best || best.length < 2) return
    const share = 0.1 + 0.3 * this.random()
    this.mended(best.filter((choice) => this.start[choice] === IN || this.random() >= share))
  }

  private mended(made: readonly number[], bounded: Bounded | null = null): void {
    const { table, state, goal } = this.settings
    const found = mend({
      table,
      state,
      goal,
      made,
      bounded,
      active: this.active,
      start: this.start,
      random: this.random,
    })
    if (found) this.take(found)
  }

  private take(made: readonly number[]): void {
    const { state, goal, most, confirm } = this.settings
    state.set(made)
    const give = 1e-9 * Math.max(1, state.cost)
    const cost = state.cost
    if (cost > most + give || cost >= this.bestCost - give || !reaches(state, goal) || !confirm(made)) return
    this.best = [...made]
    this.bestCost = cost
    this.narrow()
  }

  private settle(): void {
    const open = [...this.nodes, ...(this.dive ? [this.dive] : [])].filter(
      ({ bounded }) => !this.hopeless(bounded.bound),
    )
    if (open.length === 0) {
      this.done = true
      return
    }
    this.lower = Math.max(this.lower, Math.min(...open.map(({ bounded }) => bounded.bound)))
  }
}

/** The greatest common measure of whole amounts; 0 where some are not whole. */
function unitOf(costs: readonly number[]): number {
  let unit = 0
  for (const cost of costs) {
    if (!Number.isSafeInteger(cost)) return 0
    let [a, b] = [unit, cost]
    while (b > 0) [a, b] = [b, a % b]
    unit = a
  }
  return unit
}
