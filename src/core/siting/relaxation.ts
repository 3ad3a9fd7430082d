import { CappedSimplex } from './cappedSimplex'
import type { CoverInstance } from './coverInstance'
import { topSites } from './topSites'

/**
 * The linear relaxation of maximal covering, solved by primal-dual hybrid gradient with averaging and restarts (PDLP). Its dual
 * variables are the Lagrangian multipliers of "demand counts only if a chosen site serves it", each between 0 and the weight of
 * its demand: whatever they are, no choice of n sites serves more than `bound(n)`. Its primal variables say how much of each
 * site an optimum would take, were sites divisible.
 */
export class Relaxation {
  /** Multiplier of each demand. */
  readonly price: Float64Array
  /** Share of each site that is taken, 0 to 1; they add up to at most the n that was aimed at. */
  readonly taken: Float64Array
  /** What the demand a site serves is worth at these prices. */
  readonly worth: Float64Array
  /** The sites of most worth, best first; ties by number. */
  readonly top: Int32Array
  private readonly instance: CoverInstance
  private readonly bounds: Float64Array
  private readonly simplex: CappedSimplex
  /** Step lengths of each site and of each demand (Pock and Chambolle's), and the balance between the two. */
  private readonly siteStep: Float64Array
  private readonly demandStep: Float64Array
  private balance = 1
  private n = 0
  private readonly served: Float64Array
  private readonly wanted: Float64Array
  private readonly ahead: Float64Array
  /** Sums since the last restart, and where that was. */
  private readonly takenSum: Float64Array
  private readonly priceSum: Float64Array
  private readonly takenThen: Float64Array
  private readonly priceThen: Float64Array
  private since = 0
  private gapThen = Infinity

  /** @param most the largest n that is asked about; at most the number of sites. */
  constructor(instance: CoverInstance, most: number) {
    const { sites, demands, demandFrom, demandOf, share, siteFrom, weight } = instance
    this.instance = instance
    this.price = weight.slice()
    this.taken = new Float64Array(sites)
    this.worth = new Float64Array(sites)
    this.top = new Int32Array(most)
    this.bounds = new Float64Array(most + 1)
    this.siteStep = new Float64Array(sites)
    this.demandStep = new Float64Array(demands)
    const shares = new Float64Array(demands)
    for (let site = 0; site < sites; site++) {
      let sum = 0
      for (let k = demandFrom[site]!; k < demandFrom[site + 1]!; k++) {
        const part = share ? share[k]! : 1
        sum += part * weight[demandOf[k]!]!
        shares[demandOf[k]!]! += part
      }
      this.siteStep[site] = sum > 0 ? 1 / sum : 0
    }
    for (let d = 0; d < demands; d++) this.demandStep[d] = siteFrom[d + 1]! > siteFrom[d]! ? weight[d]! / shares[d]! : 0
    this.simplex = new CappedSimplex(this.siteStep)
    this.served = new Float64Array(demands)
    this.wanted = new Float64Array(sites)
    this.ahead = new Float64Array(sites)
    this.takenSum = new Float64Array(sites)
    this.priceSum = new Float64Array(demands)
    this.takenThen = new Float64Array(sites)
    this.priceThen = this.price.slice()
    this.appraise(this.price)
  }

  /** Valid for every choice of n sites, whichever n is aimed at. */
  bound(n: number): number {
    return this.bounds[n]!
  }

  /** Worth of the demand at no price: with the worth of sites what they serve at most, at the prices of now. */
  rest(): number {
    const { weight } = this.instance
    let sum = 0
    for (let d = 0; d < weight.length; d++) sum += weight[d]! - this.price[d]!
    return sum
  }

  /** The steps to come are for n sites, from here on. */
  aim(n: number): void {
    if (n === this.n) return
    this.n = n
    this.simplex.project(this.taken, n, this.taken)
    this.forget()
    this.gapThen = Infinity
  }

  /** One step; afterwards `bound`, `worth` and `top` are of the new prices. */
  step(): void {
    const { price, taken, worth, wanted, ahead, served, siteStep, demandStep, balance } = this
    const { weight } = this.instance
    for (let site = 0; site < wanted.length; site++) {
      wanted[site] = taken[site]! + balance * siteStep[site]! * worth[site]!
      ahead[site] = -taken[site]!
    }
    this.simplex.project(wanted, this.n, taken)
    for (let site = 0; site < ahead.length; site++) ahead[site]! += 2 * taken[site]!
    this.serve(ahead)
    for (let d = 0; d < price.length; d++) {
      const next = price[d]! - (demandStep[d]! / balance) * (served[d]! - 1)
      const w = weight[d]!
      price[d] = next < 0 ? 0 : next > w ? w : next
      this.priceSum[d]! += price[d]!
    }
    for (let site = 0; site < taken.length; site++) this.takenSum[site]! += taken[site]!
    this.since++
    this.appraise(price)
    if (this.since % REVIEW === 0) this.review()
  }

  /** Restarts from here or from the average, whichever is nearer to the optimum, once that has become much nearer. */
  private review(): void {
    const { price, taken, since } = this
    const gapHere = this.bounds[this.n]! - this.reached(taken)
    const kept = this.bounds.slice()
    const meanTaken = this.takenSum.map((sum) => sum / since)
    const meanPrice = this.priceSum.map((sum) => sum / since)
    this.appraise(meanPrice)
    const gapMean = this.bounds[this.n]! - this.reached(meanTaken)
    // Both are valid.
    for (let n = 0; n < kept.length; n++) kept[n] = Math.min(kept[n]!, this.bounds[n]!)
    const gap = Math.min(gapHere, gapMean)
    if (gap < NEARER * this.gapThen || since >= LONGEST) {
      if (gapMean < gapHere) {
        taken.set(meanTaken)
        price.set(meanPrice)
      }
      this.gapThen = gap
      this.rebalance()
      this.forget()
    }
    this.appraise(price)
    this.bounds.set(kept)
  }

  private forget(): void {
    this.since = 0
    this.takenSum.fill(0)
    this.priceSum.fill(0)
    this.takenThen.set(this.taken)
    this.priceThen.set(this.price)
  }

  /** Sites and prices are to move equally far, each in its own measure. */
  private rebalance(): void {
    let bySites = 0
    for (let site = 0; site < this.taken.length; site++) {
      const step = this.siteStep[site]!
      if (step > 0) bySites += (this.taken[site]! - this.takenThen[site]!) ** 2 / step
    }
    let byDemand = 0
    for (let d = 0; d < this.price.length; d++) {
      const step = this.demandStep[d]!
      if (step > 0) byDemand += (this.price[d]! - this.priceThen[d]!) ** 2 / step
    }
    if (bySites > 0 && byDemand > 0) this.balance = Math.sqrt(this.balance * Math.sqrt(bySites / byDemand))
  }

  /** What the relaxation's optimum is at least. */
  private reached(taken: Float64Array): number {
    this.serve(taken)
    const { weight } = this.instance
    let sum = 0
    for (let d = 0; d < weight.length; d++) sum += weight[d]! * Math.min(1, this.served[d]!)
    return sum
  }

  private serve(taken: Float64Array): void {
    const { demandFrom, demandOf, share } = this.instance
    const { served } = this
    served.fill(0)
    for (let site = 0; site < taken.length; site++) {
      const much = taken[site]!
      if (much === 0) continue
      for (let k = demandFrom[site]!; k < demandFrom[site + 1]!; k++) {
        served[demandOf[k]!]! += share ? much * share[k]! : much
      }
    }
  }

  private appraise(price: Float64Array): void {
    const { sites, demandFrom, demandOf, share, weight } = this.instance
    const { worth, top, bounds } = this
    for (let site = 0; site < sites; site++) {
      let sum = 0
      const to = demandFrom[site + 1]!
      if (share) for (let k = demandFrom[site]!; k < to; k++) sum += price[demandOf[k]!]! * share[k]!
      else for (let k = demandFrom[site]!; k < to; k++) sum += price[demandOf[k]!]!
      worth[site] = sum
    }
    let bound = 0
    for (let d = 0; d < price.length; d++) bound += weight[d]! - price[d]!
    topSites(worth, top)
    bounds[0] = bound
    for (let n = 0; n < top.length; n++) {
      bound += worth[top[n]!]!
      bounds[n + 1] = bound
    }
  }
}

/** Steps between two looks whether to restart. */
const REVIEW = 40
/** So much of the gap at the last restart must be left at most. */
const NEARER = 0.3
const LONGEST = 800
