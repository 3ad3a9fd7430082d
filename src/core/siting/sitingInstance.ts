import { boundsOf } from '../geo/boundsOf'
import { coverSet } from '../geo/coverSet'
import { type CoverIndex, type CoverShape, coverIndex, coverShapes } from '../geo/coverShape'
import { insideCover } from '../geo/inside'
import { coverageOf } from '../indicators/coverageOf'
import { roundRatio } from '../indicators/ratioResult'
import { type CoverInstance, coverInstance } from './coverInstance'
import { featureOf, planeOf, shapesOfSite } from './siteShapes'
import type { OpenSubject, SitingTask } from './sitingTask'
import type { Together } from './thresholdExchange'

/** A task as an instance: its sites are the candidates, by their place in the task. */
export interface SitingInstance {
  readonly instance: CoverInstance
  readonly together: Together
}

/** What one subject gets from the candidates that reach it: 1 where one is enough, else the share of what it needs. */
interface Row {
  readonly sites: readonly number[]
  readonly shares: readonly number[]
}

/**
 * Finds which candidates serve which subjects, by the same measures as the metric. Areas and lines that no single candidate
 * serves have the share that each adds to what is covered; the union of candidates adds at most the sum of their shares.
 * Gives way after each subject.
 */
export function* sitingInstance(task: SitingTask): Generator<{ done: number; of: number }, SitingInstance> {
  const { open, candidates, method } = task
  const siteOf = new Map<CoverShape, number>()
  const shapes = candidates.flatMap((candidate, site) => {
    const own = shapesOfSite(candidate, method)
    for (const shape of own) siteOf.set(shape, site)
    return own
  })
  const reaching = coverIndex(shapes)
  const measure = shareMeasure(task)
  const rows: Row[] = []
  for (const [at, subject] of open.entries()) {
    rows.push(measure.rowOf(subject, reaching, siteOf))
    yield { done: at + 1, of: open.length }
  }
  const instance = coverInstance(columns(rows, open, candidates.length))
  const { given } = instance
  return { instance, together: (demand, sites) => measure.passes(open[given[demand]!]!, sites) }
}

function columns(rows: readonly Row[], open: readonly OpenSubject[], sites: number) {
  const siteFrom = new Int32Array(rows.length + 1)
  rows.forEach((row, at) => {
    siteFrom[at + 1] = siteFrom[at]! + row.sites.length
  })
  const entries = siteFrom[rows.length]!
  const siteOf = new Int32Array(entries)
  const share = new Float64Array(entries)
  rows.forEach((row, at) => {
    siteOf.set(row.sites, siteFrom[at])
    share.set(row.shares, siteFrom[at])
  })
  return {
    sites,
    weight: Float64Array.from(open, ({ weight }) => weight),
    siteFrom,
    siteOf,
    share: share.every((each) => each === 1) ? null : share,
  }
}

/** Shares are rounded to 1e-9, on both sides of a difference. */
const ROUNDING = 2e-9
/** A share of one that does not pass by itself. */
const NOT_QUITE = 1 - 1e-9
const MOST_KNOWN = 200_000

function shareMeasure({ method, standing, bounds, candidates }: SitingTask) {
  const covers = coverIndex(standing.flatMap((feature) => coverShapes(feature.geometry, feature.footprint) ?? []))
  const plane = planeOf(bounds, standing, candidates)
  const known = new Map<string, boolean>()
  const threshold = method.name === 'covered' ? method.threshold : 0

  /** Covered share with these candidates beside what stands; null where it cannot be told. */
  const shareWith = (subject: OpenSubject, sites: readonly number[]): number | null => {
    const shapes = sites.flatMap((site) => shapesOfSite(candidates[site]!, method))
    const all = [...covers(boundsOf(subject.geometry)), ...shapes]
    const coverage = coverageOf(featureOf(subject), coverSet(all, plane))
    return coverage.ok ? roundRatio(coverage.share) : null
  }

  const partial = (subject: OpenSubject, sites: readonly number[]): Row => {
    const before = shareWith(subject, [])
    if (before === null || before >= threshold) return NONE
    const needed = threshold - before
    const row = { sites: [] as number[], shares: [] as number[] }
    for (const site of sites) {
      const share = shareWith(subject, [site])
      if (share === null || share <= before) continue
      row.sites.push(site)
      row.shares.push(share >= threshold ? 1 : Math.min(NOT_QUITE, (share - before + ROUNDING) / needed))
    }
    // All together are not enough.
    return row.shares.reduce((sum, share) => sum + share, 0) < 1 ? NONE : row
  }

  return {
    rowOf(subject: OpenSubject, reaching: CoverIndex, siteOf: ReadonlyMap<CoverShape, number>): Row {
      const { geometry } = subject
      if (geometry.type === 'Point' || (geometry.type === 'MultiPoint' && method.name === 'near')) {
        const positions = geometry.type === 'Point' ? [geometry.coordinates] : geometry.coordinates
        const found = new Set<number>()
        for (const position of positions) {
          reaching.someAt(position, (shape) => {
            if (insideCover(position, shape)) found.add(siteOf.get(shape)!)
            return false
          })
        }
        const sites = [...found].sort((a, b) => a - b)
        return { sites, shares: sites.map(() => 1) }
      }
      const near = new Set(reaching(boundsOf(geometry)).map((shape) => siteOf.get(shape)!))
      return near.size === 0
        ? NONE
        : partial(
            subject,
            [...near].sort((a, b) => a - b),
          )
    },
    passes(subject: OpenSubject, sites: readonly number[]): boolean {
      const sorted = [...sites].sort((a, b) => a - b)
      const key = `${subject.id}\n${sorted.join(' ')}`
      let passes = known.get(key)
      if (passes === undefined) {
        const share = shareWith(subject, sorted)
        passes = share !== null && share >= threshold
        if (known.size >= MOST_KNOWN) known.clear()
        known.set(key, passes)
      }
      return passes
    },
  }
}

const NONE: Row = { sites: [], shares: [] }
