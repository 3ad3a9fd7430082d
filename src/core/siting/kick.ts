import type { CoverInstance } from './coverInstance'
import type { SiteChoice } from './siteChoice'

/** Takes a few sites out of a choice and puts others in: half of them where one went, half where much is left to serve. */
export function kick(choice: SiteChoice, instance: CoverInstance, random: () => number): void {
  const wanted = choice.chosen.length
  const whole = (below: number) => Math.floor(random() * below)
  const out: number[] = []
  for (let left = 1 + whole(MOST_OUT); left > 0 && choice.chosen.length > 0; left--) {
    const site = choice.chosen[whole(choice.chosen.length)]!
    choice.remove(site)
    out.push(site)
  }
  for (let tries = 0; choice.chosen.length < wanted && tries < TRIES; tries++) {
    const site =
      random() < 0.5 ? neighbourOf(out[whole(out.length)]!, instance, whole) : richest(choice, instance, whole)
    if (site >= 0 && !choice.has(site)) choice.add(site)
  }
}

/** A site that serves some demand of another. */
function neighbourOf(site: number, instance: CoverInstance, whole: (below: number) => number): number {
  const { demandFrom, demandOf, siteFrom, siteOf } = instance
  const count = demandFrom[site + 1]! - demandFrom[site]!
  if (count === 0) return -1
  const d = demandOf[demandFrom[site]! + whole(count)]!
  return siteOf[siteFrom[d]! + whole(siteFrom[d + 1]! - siteFrom[d]!)]!
}

/** Of a few sites the one that adds most. */
function richest(choice: SiteChoice, { sites }: CoverInstance, whole: (below: number) => number): number {
  let best = -1
  let most = -1
  for (let k = 0; k < SAMPLE; k++) {
    const site = whole(sites)
    if (choice.has(site)) continue
    const gain = choice.gainOf(site)
    if (gain > most) {
      most = gain
      best = site
    }
  }
  return best
}

const MOST_OUT = 4
const TRIES = 40
const SAMPLE = 20
