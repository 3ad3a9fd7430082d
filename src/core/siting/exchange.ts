import type { CoverInstance } from './coverInstance'
import { type SiteChoice, TINY } from './siteChoice'

/**
 * A choice of sites where every site serves the whole of its demand. What every site would add, and what every chosen one
 * alone serves, is kept up to date.
 */
export class Exchange implements SiteChoice {
  value = 0
  work = 0
  readonly chosen: number[] = []
  /** By site that is not chosen: weight it would add. */
  private readonly gain: Float64Array
  /** By chosen site: weight that it alone serves. */
  private readonly loss: Float64Array
  /** Place in `chosen`; −1: not chosen. */
  private readonly place: Int32Array
  /** Chosen sites that serve each demand, and their numbers, exclusive-or: of one alone, it is its own. */
  private readonly count: Int32Array
  private readonly by: Int32Array
  /** By chosen site, while another is tried: weight that it alone serves and the other would. */
  private readonly common: Float64Array
  private readonly instance: CoverInstance
  /** Sites to be tried, since something about them changed. */
  private readonly dirty: Uint8Array

  constructor(instance: CoverInstance) {
    this.instance = instance
    const { sites, demands, demandFrom, demandOf, weight } = instance
    this.gain = new Float64Array(sites)
    this.loss = new Float64Array(sites)
    this.place = new Int32Array(sites).fill(-1)
    this.common = new Float64Array(sites)
    this.count = new Int32Array(demands)
    this.by = new Int32Array(demands)
    this.dirty = new Uint8Array(sites).fill(1)
    for (let site = 0; site < sites; site++) {
      let sum = 0
      for (let k = demandFrom[site]!; k < demandFrom[site + 1]!; k++) sum += weight[demandOf[k]!]!
      this.gain[site] = sum
    }
  }

  has(site: number): boolean {
    return this.place[site]! >= 0
  }

  gainOf(site: number): number {
    return this.gain[site]!
  }

  add(site: number): void {
    const { demandFrom, demandOf, weight, siteFrom, siteOf } = this.instance
    const { gain, loss, count, by, dirty } = this
    this.place[site] = this.chosen.length
    this.chosen.push(site)
    this.value += gain[site]!
    loss[site] = gain[site]!
    this.work += demandFrom[site + 1]! - demandFrom[site]!
    for (let k = demandFrom[site]!; k < demandFrom[site + 1]!; k++) {
      const d = demandOf[k]!
      const w = weight[d]!
      const before = count[d]!++
      if (before === 1) loss[by[d]!]! -= w
      by[d]! ^= site
      if (before > 1) continue
      this.work += siteFrom[d + 1]! - siteFrom[d]!
      for (let s = siteFrom[d]!; s < siteFrom[d + 1]!; s++) {
        const other = siteOf[s]!
        dirty[other] = 1
        if (before === 0) gain[other]! -= w
      }
    }
  }

  remove(site: number): void {
    const { demandFrom, demandOf, weight, siteFrom, siteOf } = this.instance
    const { gain, loss, count, by, dirty, chosen, place } = this
    const last = chosen.pop()!
    if (last !== site) {
      chosen[place[site]!] = last
      place[last] = place[site]!
    }
    place[site] = -1
    this.value -= loss[site]!
    this.work += demandFrom[site + 1]! - demandFrom[site]!
    for (let k = demandFrom[site]!; k < demandFrom[site + 1]!; k++) {
      const d = demandOf[k]!
      const w = weight[d]!
      const after = --count[d]!
      by[d]! ^= site
      if (after === 1) loss[by[d]!]! += w
      if (after > 1) continue
      this.work += siteFrom[d + 1]! - siteFrom[d]!
      for (let s = siteFrom[d]!; s < siteFrom[d + 1]!; s++) {
        const other = siteOf[s]!
        dirty[other] = 1
        if (after === 0) gain[other]! += w
      }
    }
  }

  set(sites: readonly number[]): void {
    const wanted = new Set(sites)
    for (const site of [...this.chosen]) if (!wanted.has(site)) this.remove(site)
    for (const site of wanted) if (!this.has(site)) this.add(site)
  }

  best(): number {
    let best = -1
    for (let site = 0; site < this.gain.length; site++) {
      if (this.place[site]! < 0 && (best < 0 || this.gain[site]! > this.gain[best]!)) best = site
    }
    this.work += this.gain.length
    return best
  }

  least(): number {
    const { chosen, loss } = this
    let least = -1
    for (const site of chosen) {
      if (least < 0 || loss[site]! < loss[least]! || (loss[site] === loss[least] && site < least)) least = site
    }
    return least
  }

  descend(): void {
    const { gain, loss, dirty, place } = this
    const sites = gain.length
    if (this.chosen.length === 0) return
    let least = this.least()
    this.work += sites
    for (let quiet = 0, site = 0; quiet < sites; quiet++, site = site + 1 === sites ? 0 : site + 1) {
      if (gain[site]! <= TINY || place[site]! >= 0) continue
      let out = -1
      if (gain[site]! > loss[least]! + TINY) out = least
      if (dirty[site]) {
        dirty[site] = 0
        const found = this.partner(site, least)
        if (found >= 0) out = found
      }
      if (out < 0) continue
      this.remove(out)
      this.add(site)
      least = this.least()
      quiet = 0
    }
  }

  /** The chosen site whose place another should take; −1 when none serves less. */
  private partner(site: number, least: number): number {
    const { demandFrom, demandOf, weight } = this.instance
    const { count, by, common, loss } = this
    const met: number[] = []
    const to = demandFrom[site + 1]!
    this.work += to - demandFrom[site]!
    for (let k = demandFrom[site]!; k < to; k++) {
      const d = demandOf[k]!
      if (count[d] !== 1) continue
      const owner = by[d]!
      if (common[owner] === 0) met.push(owner)
      common[owner]! += weight[d]!
    }
    let best = least
    let cost = loss[least]! - common[least]!
    for (const owner of met) {
      const alone = loss[owner]! - common[owner]!
      if (alone < cost) {
        cost = alone
        best = owner
      }
      common[owner] = 0
    }
    return this.gain[site]! > cost + TINY ? best : -1
  }
}
