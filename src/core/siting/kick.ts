import type { CoverInstance } from './coverInstance'
import type { SiteChoice } from './siteChoice'

/** Takes a few neighbouring sites out of a choice and puts others in, mostly near where they were. */
export function kick(choice: SiteChoice, instance: CoverInstance, random: () => number): void {
  const wanted = choice.chosen.length
  const whole = (below: number) => Math.floor(random() * below)
  const first = choice.chosen[whole(wanted)]!
  const out = [first]
  choice.remove(first)
  let at = first
  for (let left = whole(MOST_OUT), step = 0; left > 0 && step < WALK; step++) {
    at = neighbourOf(at, instance, whole)
    if (!choice.has(at)) continue
    choice.remove(at)
    out.push(at)
    at = first
    left--
  }
  while (choice.chosen.length < wanted) {
    const site = random() < GREEDY ? choice.best() : richestNear(out[whole(out.length)]!, choice, instance, whole)
    choice.add(site < 0 ? choice.best() : site)
  }
}

/** A site that serves some demand of another, or itself. */
function neighbourOf(site: number, instance: CoverInstance, whole: (below: number) => number): number {
  const { demandFrom, demandOf, siteFrom, siteOf } = instance
  const count = demandFrom[site + 1]! - demandFrom[site]!
  if (count === 0) return site
  const d = demandOf[demandFrom[site]! + whole(count)]!
  return siteOf[siteFrom[d]! + whole(siteFrom[d + 1]! - siteFrom[d]!)]!
}

/** Of a few sites about another the one that adds most; −1 when all that were met are chosen. */
function richestNear(
  site: number,
  choice: SiteChoice,
  instance: CoverInstance,
  whole: (below: number) => number,
): number {
  let best = -1
  let most = -Infinity
  let at = site
  for (let k = 0; k < SAMPLE; k++) {
    at = k % 3 === 0 ? site : at
    at = neighbourOf(at, instance, whole)
    if (choice.has(at)) continue
    const gain = choice.gainOf(at)
    if (gain > most) {
      most = gain
      best = at
    }
  }
  return best
}

/** Sites out at most. */
const MOST_OUT = 4
/** Steps from neighbour to neighbour in search of chosen ones. */
const WALK = 60
/** Share of sites that are put in where most is left to serve. */
const GREEDY = 0.5
const SAMPLE = 9
