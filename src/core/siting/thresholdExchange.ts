import type { CoverInstance } from './coverInstance'
import type { SiteChoice } from './siteChoice'

/** Whether these sites together serve a demand of which none gives the whole. */
export type Together = (demand: number, sites: readonly number[]) => boolean

/**
 * A choice of sites where some demand is served only by several together. Which do is asked; it is not asked where their
 * shares do not add up to the whole. Between choices that serve the same, the one that comes nearer to more is better.
 */
export class ThresholdExchange implements SiteChoice {
  value = 0
  work = 0
  readonly chosen: number[] = []
  private readonly instance: CoverInstance
  private readonly together: Together
  /** By demand: chosen sites that give something to it, the sum of their shares, and whether they serve it. */
  private readonly givers: number[][]
  private readonly given: Float64Array
  private readonly served: Uint8Array
  private readonly isChosen: Uint8Array
  /** Share of a demand's weight that coming nearer to it counts. */
  private readonly tilt: number

  constructor(instance: CoverInstance, together: Together) {
    this.instance = instance
    this.together = together
    const { sites, demands, weight } = instance
    this.givers = Array.from({ length: demands }, () => [])
    this.given = new Float64Array(demands)
    this.served = new Uint8Array(demands)
    this.isChosen = new Uint8Array(sites)
    let total = 0
    let least = Infinity
    for (const w of weight) {
      total += w
      least = Math.min(least, w)
    }
    this.tilt = demands > 0 ? least / (2 * total) : 0
  }

  has(site: number): boolean {
    return this.isChosen[site] === 1
  }

  gainOf(site: number): number {
    return this.change(site, 1)
  }

  add(site: number): void {
    this.turn(site, 1)
    this.chosen.push(site)
  }

  remove(site: number): void {
    this.chosen.splice(this.chosen.indexOf(site), 1)
    this.turn(site, -1)
  }

  set(sites: readonly number[]): void {
    const wanted = new Set(sites)
    for (const site of [...this.chosen]) if (!wanted.has(site)) this.remove(site)
    for (const site of wanted) if (!this.has(site)) this.add(site)
  }

  best(): number {
    let best = -1
    let most = -Infinity
    for (let site = 0; site < this.isChosen.length; site++) {
      if (this.isChosen[site]) continue
      const gain = this.change(site, 1)
      if (gain > most) {
        most = gain
        best = site
      }
    }
    return best
  }

  least(): number {
    let least = -1
    let fewest = Infinity
    for (const site of this.chosen) {
      const loss = -this.change(site, -1)
      if (loss < fewest || (loss === fewest && site < least)) {
        fewest = loss
        least = site
      }
    }
    return least
  }

  descend(): void {
    const sites = this.isChosen.length
    if (this.chosen.length === 0) return
    for (let quiet = 0, site = 0; quiet < sites; quiet++, site = site + 1 === sites ? 0 : site + 1) {
      if (this.isChosen[site]) continue
      const gain = this.change(site, 1)
      if (gain <= 0) continue
      this.add(site)
      const out = this.least()
      const loss = -this.change(out, -1)
      this.remove(out)
      // As much again is no gain: exchanges must come to an end.
      if (out === site || gain - loss <= this.tilt * 1e-6) {
        if (out !== site) {
          this.remove(site)
          this.add(out)
        }
        continue
      }
      quiet = 0
    }
  }

  /** What a site would add, or with −1 take away, in weight and in nearness. */
  private change(site: number, sign: 1 | -1): number {
    const { demandFrom, demandOf, share, weight } = this.instance
    let sum = 0
    this.work += demandFrom[site + 1]! - demandFrom[site]!
    for (let k = demandFrom[site]!; k < demandFrom[site + 1]!; k++) {
      const d = demandOf[k]!
      if (sign > 0 && this.served[d]) continue
      const w = weight[d]!
      const after = this.given[d]! + sign * (share ? share[k]! : 1)
      const serves = this.serves(d, after, site, sign)
      const nearer = Math.min(1, after) - Math.min(1, this.given[d]!)
      sum += w * (Number(serves) - this.served[d]!) + this.tilt * w * nearer
    }
    return sum
  }

  private turn(site: number, sign: 1 | -1): void {
    const { demandFrom, demandOf, share, weight } = this.instance
    this.isChosen[site] = sign > 0 ? 1 : 0
    this.work += demandFrom[site + 1]! - demandFrom[site]!
    for (let k = demandFrom[site]!; k < demandFrom[site + 1]!; k++) {
      const d = demandOf[k]!
      const after = this.given[d]! + sign * (share ? share[k]! : 1)
      const serves = this.served[d] && sign > 0 ? true : this.serves(d, after, site, sign)
      this.value += weight[d]! * (Number(serves) - this.served[d]!)
      this.served[d] = serves ? 1 : 0
      const givers = this.givers[d]!
      if (sign > 0) givers.push(site)
      else givers.splice(givers.indexOf(site), 1)
      this.given[d] = givers.length === 0 ? 0 : after
    }
  }

  /** Whether a demand is served once a site has come or gone. */
  private serves(d: number, given: number, site: number, sign: 1 | -1): boolean {
    if (given < 1 - ROUNDING) return false
    const givers = this.givers[d]!
    const sites = sign > 0 ? [...givers, site] : givers.filter((other) => other !== site)
    if (sites.length === 0) return false
    if (sites.some((other) => this.shareOf(other, d) >= 1)) return true
    this.work += ASKED
    return sites.length > 1 && this.together(d, sites)
  }

  private shareOf(site: number, d: number): number {
    const { siteFrom, siteOf, siteShare } = this.instance
    if (!siteShare) return 1
    for (let k = siteFrom[d]!; k < siteFrom[d + 1]!; k++) if (siteOf[k] === site) return siteShare[k]!
    return 0
  }
}

/** Of sums of shares. */
const ROUNDING = 1e-9
/** Work of asking, as demands looked at. */
const ASKED = 20
