import { type SiteChoice, TINY } from './siteChoice'

export interface BuiltSite {
  readonly site: number
  /** Weight that it adds to those built before. */
  readonly gain: number
}

/**
 * Chosen sites in the order of building: the one that adds most next, ties in the order of the sites. One that nothing depends
 * on is left out. The gains add up to what all serve.
 */
export function buildingOrder(choice: SiteChoice, sites: readonly number[]): BuiltSite[] {
  choice.set(sites)
  for (const site of sites.toSorted((a, b) => b - a)) {
    const whole = choice.value
    choice.remove(site)
    if (choice.value < whole - TINY) choice.add(site)
  }
  const left = choice.chosen.toSorted((a, b) => a - b)
  choice.set([])
  const order: BuiltSite[] = []
  while (left.length > 0) {
    const before = choice.value
    let best = 0
    let most = -Infinity
    for (const [at, site] of left.entries()) {
      choice.add(site)
      const gain = choice.value - before
      choice.remove(site)
      if (gain > most) {
        most = gain
        best = at
      }
    }
    const [site] = left.splice(best, 1)
    choice.add(site!)
    order.push({ site: site!, gain: choice.value - before })
  }
  return order
}
