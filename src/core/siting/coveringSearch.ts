import type { CoverInstance } from './coverInstance'
import { Curve } from './curve'
import { Exchange } from './exchange'
import { kick } from './kick'
import { Relaxation } from './relaxation'
import { roundedSites } from './roundedSites'
import { seededRandom } from './seededRandom'
import { settle } from './settle'
import type { SiteChoice } from './siteChoice'
import { ThresholdExchange, type Together } from './thresholdExchange'

interface Settings {
  /** At most so many sites are chosen. */
  readonly most: number
  readonly seed: number
  /** Wanted where some shares are below 1. */
  readonly together?: Together | undefined
}

/**
 * Maximal covering: which n of the candidate sites serve most, for every n up to `most`, with a bound that no choice can
 * exceed. It is made in steps of about equal work, can be stopped after any of them, and is the same for the same instance,
 * seed and number of steps. The relaxation's multipliers give the bounds and the starts of the exchange; between them the best
 * choice is disturbed and exchanged again.
 */
export class CoveringSearch {
  readonly curve: Curve
  steps = 0
  private readonly instance: CoverInstance
  private readonly together: Together | null
  private readonly choice: SiteChoice
  private readonly random: () => number
  /** Of the largest n, and of one smaller n after the other; null where there is nothing to choose. */
  private readonly whole: Relaxation | null
  private part: Relaxation | null = null
  private readonly visits: Int32Array
  /** The n of the block of steps under way. */
  private n = 0

  constructor(instance: CoverInstance, { most, seed, together }: Settings) {
    this.instance = instance
    const reach = Math.min(most, instance.sites)
    this.curve = new Curve(instance, most)
    this.together = together ?? null
    this.choice = this.anotherChoice()
    this.random = seededRandom(seed)
    this.visits = new Int32Array(reach + 1)
    this.whole = reach > 0 && instance.demands > 0 ? new Relaxation(instance, reach) : null
  }

  /** Every n has its optimum. */
  get done(): boolean {
    return this.whole === null || this.curve.open(this.visits.length - 1) === 0
  }

  /** A choice of none of the sites, to be tried apart from the search. */
  anotherChoice(): SiteChoice {
    const { instance, together } = this
    return together && instance.share ? new ThresholdExchange(instance, together) : new Exchange(instance)
  }

  /** One step; whether the answer is better for it: a value higher or a bound lower. */
  step(): boolean {
    const before = this.curve.revision
    if (this.done || !this.whole) return false
    const at = this.steps++
    if (at === 0) this.begin(this.whole)
    else {
      const block = Math.floor((at - 1) / BLOCK)
      const within = (at - 1) % BLOCK
      if (within === 0) this.turnTo(this.nextTarget(block))
      const relaxation = this.relaxationOf(this.n)
      relaxation.step()
      this.curve.bounded(relaxation)
      if (within % STARTS === 0) this.start(relaxation)
      if (within === BLOCK - 1 && this.curve.gap(this.n) > 0) settle(this.n, relaxation, this.curve, this.choice)
      this.disturb()
    }
    return this.curve.revision !== before
  }

  /** Site by site, the best next. */
  private begin(whole: Relaxation): void {
    const { choice, curve } = this
    const reach = this.visits.length - 1
    for (let n = 1; n <= reach; n++) {
      const site = choice.best()
      if (site < 0) break
      choice.add(site)
      curve.reached(choice)
    }
    choice.descend()
    curve.reached(choice)
    whole.aim(reach)
    curve.bounded(whole)
  }

  /** The largest n at first, then every other time; in between the one with the widest gap that was not looked at too often. */
  private nextTarget(block: number): number {
    const reach = this.visits.length - 1
    if ((block < FIRST_BLOCKS || block % 2 === 0) && this.curve.gap(reach) > 0) return reach
    let widest = reach
    let most = 0
    for (let n = 1; n < reach; n++) {
      const gap = this.curve.gap(n) / (1 + this.visits[n]!)
      if (gap > most) {
        most = gap
        widest = n
      }
    }
    return widest
  }

  private turnTo(n: number): void {
    this.n = n
    this.visits[n]!++
    this.relaxationOf(n).aim(n)
  }

  private relaxationOf(n: number): Relaxation {
    const reach = this.visits.length - 1
    if (n === reach && this.whole) return this.whole
    this.part ??= new Relaxation(this.instance, reach)
    return this.part
  }

  /** Exchange from where the multipliers and the divisible sites point. */
  private start({ top, taken }: Relaxation): void {
    for (const sites of [[...top.subarray(0, this.n)], roundedSites(taken, this.n, this.random)]) {
      this.choice.set(sites)
      this.fill()
      this.choice.descend()
      this.curve.reached(this.choice)
    }
  }

  /** Disturbs the best choice for a while, and goes on from whatever is hardly worse. */
  private disturb(): void {
    const { choice, curve, instance, random } = this
    let kept = curve.sites(this.n)
    choice.set(kept)
    this.fill()
    let best = choice.value
    const until = choice.work + WORK * instance.demandOf.length + LEAST_WORK
    while (choice.work < until) {
      kick(choice, instance, random)
      this.fill()
      choice.descend()
      curve.reached(choice)
      if (choice.value >= best * (1 - LENIENCE * random())) {
        best = Math.max(best, choice.value)
        kept = [...choice.chosen]
      } else choice.set(kept)
    }
  }

  private fill(): void {
    while (this.choice.chosen.length < this.n) this.choice.add(this.choice.best())
  }
}

/** Steps for one n before another has its turn. */
const BLOCK = 40
/** Blocks that are for the largest n alone. */
const FIRST_BLOCKS = 4
/** Steps from one start of the exchange to the next. */
const STARTS = 10
/** Work of the disturbances of a step, against that of looking at every pair of site and demand once. */
const WORK = 1.5
const LEAST_WORK = 2000
/** Share of the best value by which a choice may be worse and yet be gone on from. */
const LENIENCE = 0.0007
