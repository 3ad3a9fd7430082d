import type { Curve } from './curve'
import type { Relaxation } from './relaxation'
import type { SiteChoice } from './siteChoice'

/**
 * Tries to settle what n sites can serve at most. At the relaxation's prices a better choice can only be made of few sites, and
 * must have others; what is left is tried, branch by branch, as long as it can be better. Gives up after a number of branches.
 */
export function settle(n: number, relaxation: Relaxation, curve: Curve, choice: SiteChoice): void {
  const { worth } = relaxation
  const rest = relaxation.rest()
  const ranked = [...worth.keys()].sort((a, b) => worth[b]! - worth[a]! || a - b)
  if (ranked.length <= n) {
    choice.set(ranked)
    curve.reached(choice)
    curve.settled(n)
    return
  }
  const best = rest + ranked.slice(0, n).reduce((sum, site) => sum + worth[site]!, 0)
  const [last, next] = [worth[ranked[n - 1]!]!, worth[ranked[n]!]!]
  const sure = ranked.slice(0, n).filter((site) => !curve.canBeat(n, best - worth[site]! + next))
  const open = ranked.filter((site, at) =>
    at < n ? !sure.includes(site) : curve.canBeat(n, best - last + worth[site]!),
  )
  let branches = 0
  choice.set(sure)
  /** False when it was given up. */
  const branch = (from: number, sum: number): boolean => {
    if (++branches > MOST_BRANCHES) return false
    const left = n - choice.chosen.length
    if (left === 0) {
      curve.reached(choice)
      return true
    }
    for (let at = from; at + left <= open.length; at++) {
      let most = sum
      for (let k = at; k < at + left; k++) most += worth[open[k]!]!
      // Those that follow are worth less.
      if (!curve.canBeat(n, most)) return true
      choice.add(open[at]!)
      const done = branch(at + 1, sum + worth[open[at]!]!)
      choice.remove(open[at]!)
      if (!done) return false
    }
    return true
  }
  const begun = sure.reduce((sum, site) => sum + worth[site]!, rest)
  if (open.length <= MOST_OPEN && branch(0, begun)) curve.settled(n)
}

const MOST_BRANCHES = 4000
/** More sites than these are not worth the trying. */
const MOST_OPEN = 400
