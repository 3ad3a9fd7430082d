/**
 * Which sites would serve which demand: an instance of maximal covering (MCLP) in columns, read from both sides. Demand
 * that no site serves is not in it.
 */
export interface CoverInstance {
  readonly sites: number
  readonly demands: number
  /** Of each demand; above 0. */
  readonly weight: Float64Array
  /** Demand of site s: `demandOf[demandFrom[s]]` up to `demandFrom[s + 1]`, ascending. */
  readonly demandFrom: Int32Array
  readonly demandOf: Int32Array
  /**
   * Along `demandOf`: the share, above 0 and at most 1, of what the demand still needs that the site gives by itself. What
   * several sites give together is at most the sum of their shares; demand is served where it is 1. Null: every share is 1.
   */
  readonly share: Float64Array | null
  /** Sites of demand d: `siteOf[siteFrom[d]]` up to `siteFrom[d + 1]`, ascending. */
  readonly siteFrom: Int32Array
  readonly siteOf: Int32Array
  /** As `share`, along `siteOf`. */
  readonly siteShare: Float64Array | null
  /** The number each demand had as it was given: of the first of those that were merged. */
  readonly given: Int32Array
}

/** Rows of demand as they are found: the sites that serve each, and by how much. */
export interface CoverRows {
  readonly sites: number
  readonly weight: Float64Array
  /** Sites of row r: `siteOf[siteFrom[r]]` up to `siteFrom[r + 1]`, ascending. */
  readonly siteFrom: Int32Array
  readonly siteOf: Int32Array
  /** As in `CoverInstance`, along `siteOf`. */
  readonly share: Float64Array | null
}

/**
 * The instance of rows of demand. Demand that the same sites serve wholly is one, with the sum of its weights; demand without
 * weight or without a site is left out.
 */
export function coverInstance(rows: CoverRows): CoverInstance {
  const { given, weight } = mergeEqual(rows)
  const demands = given.length
  const siteFrom = new Int32Array(demands + 1)
  for (let d = 0; d < demands; d++) {
    const row = given[d]!
    siteFrom[d + 1] = siteFrom[d]! + rows.siteFrom[row + 1]! - rows.siteFrom[row]!
  }
  const entries = siteFrom[demands]!
  const siteOf = new Int32Array(entries)
  const siteShare = rows.share ? new Float64Array(entries) : null
  const demandFrom = new Int32Array(rows.sites + 1)
  for (let d = 0; d < demands; d++) {
    const from = rows.siteFrom[given[d]!]!
    for (let at = siteFrom[d]!, k = from; at < siteFrom[d + 1]!; at++, k++) {
      const site = rows.siteOf[k]!
      siteOf[at] = site
      if (siteShare) siteShare[at] = rows.share![k]!
      demandFrom[site + 1]!++
    }
  }
  for (let site = 0; site < rows.sites; site++) demandFrom[site + 1]! += demandFrom[site]!
  const demandOf = new Int32Array(entries)
  const share = siteShare ? new Float64Array(entries) : null
  const next = demandFrom.slice()
  for (let d = 0; d < demands; d++) {
    for (let at = siteFrom[d]!; at < siteFrom[d + 1]!; at++) {
      const place = next[siteOf[at]!]!++
      demandOf[place] = d
      if (share) share[place] = siteShare![at]!
    }
  }
  return { sites: rows.sites, demands, weight, demandFrom, demandOf, share, siteFrom, siteOf, siteShare, given }
}

/** Rows that stay, in order of their first site, so that what is near lies near; and what they weigh together. */
function mergeEqual(rows: CoverRows): { readonly given: Int32Array; readonly weight: Float64Array } {
  const { siteFrom, siteOf, share, weight } = rows
  const firstOf = new Map<number, number>()
  /** The next row with the same hash. */
  const next = new Int32Array(weight.length).fill(-1)
  const total = new Float64Array(weight.length)
  const kept: number[] = []
  for (let row = 0; row < weight.length; row++) {
    const from = siteFrom[row]!
    const to = siteFrom[row + 1]!
    if (from === to || !(weight[row]! > 0)) continue
    total[row] = weight[row]!
    if (!isWhole(share, from, to)) {
      kept.push(row)
      continue
    }
    let hash = 2166136261
    for (let at = from; at < to; at++) hash = Math.imul(hash ^ siteOf[at]!, 16777619)
    let same = firstOf.get(hash) ?? -1
    while (same >= 0 && !isSame(rows, same, row)) same = next[same]!
    if (same >= 0) {
      total[same]! += weight[row]!
      continue
    }
    next[row] = firstOf.get(hash) ?? -1
    firstOf.set(hash, row)
    kept.push(row)
  }
  kept.sort((a, b) => siteOf[siteFrom[a]!]! - siteOf[siteFrom[b]!]! || a - b)
  return { given: Int32Array.from(kept), weight: Float64Array.from(kept, (row) => total[row]!) }
}

function isWhole(share: Float64Array | null, from: number, to: number): boolean {
  if (share) for (let at = from; at < to; at++) if (share[at]! < 1) return false
  return true
}

function isSame({ siteFrom, siteOf }: CoverRows, a: number, b: number): boolean {
  const length = siteFrom[b + 1]! - siteFrom[b]!
  if (siteFrom[a + 1]! - siteFrom[a]! !== length) return false
  const [fromA, fromB] = [siteFrom[a]!, siteFrom[b]!]
  for (let k = 0; k < length; k++) if (siteOf[fromA + k] !== siteOf[fromB + k]) return false
  return true
}
