import { type Bounds, boundsOf } from '../geo/boundsOf'
import { coverSet } from '../geo/coverSet'
import { type CoverShape, coverIndex } from '../geo/coverShape'
import { insideCover } from '../geo/inside'
import { coverageOf } from '../indicators/coverageOf'
import { roundRatio } from '../indicators/ratioResult'
import { featureOf, planeOf, shapesOfSite } from './siteShapes'
import type { Coverer, OpenSubject, SitingTask } from './sitingTask'

interface Standing {
  readonly method: SitingTask['method']
  /** Subjects that count. */
  readonly subjects: readonly OpenSubject[]
  readonly sites: readonly Coverer[]
  readonly bounds: Bounds | undefined
}

/**
 * Each site switched off in turn: the subjects that no longer count, by their places in the list, for every site. What is
 * measured is, bit for bit, what a city without the site has. Gives way after each site.
 */
export function* withoutEach(standing: Standing): Generator<{ done: number; of: number }, readonly number[][]> {
  const { method, subjects, sites, bounds } = standing
  const shapes = sites.map((site) => shapesOfSite(site, method))
  const siteOf = new Map<CoverShape, number>()
  for (const [site, own] of shapes.entries()) for (const shape of own) siteOf.set(shape, site)
  const all = shapes.flat()
  const reaching = coverIndex(all)
  const lost: number[][] = sites.map(() => [])
  /** Areas and lines that a site reaches, by site. */
  const reached: number[][] = sites.map(() => [])

  for (const [at, { geometry }] of subjects.entries()) {
    const positions = placesOf(geometry, method)
    if (!positions) {
      const near = new Set(reaching(boundsOf(geometry)).map((shape) => siteOf.get(shape)!))
      for (const site of near) reached[site]!.push(at)
      continue
    }
    const serving = new Set<number>()
    for (const position of positions) {
      reaching.someAt(position, (shape) => {
        if (insideCover(position, shape)) serving.add(siteOf.get(shape)!)
        return serving.size > 1
      })
    }
    if (serving.size === 1) for (const site of serving) lost[site]!.push(at)
  }

  const covers = coverSet(all, planeOf(bounds, sites))
  const threshold = method.name === 'covered' ? method.threshold : 0
  for (const [site, own] of shapes.entries()) {
    if (reached[site]!.length > 0) {
      const gone = new Set(own)
      covers.change(
        own,
        all.filter((shape) => !gone.has(shape)),
        [],
      )
      for (const at of reached[site]!) {
        const coverage = coverageOf(featureOf(subjects[at]!), covers)
        if (!coverage.ok || roundRatio(coverage.share) < threshold) lost[site]!.push(at)
      }
      covers.change([], all, own)
      lost[site]!.sort((a, b) => a - b)
    }
    yield { done: site + 1, of: sites.length }
  }
  return lost
}

/** Places of which one is enough; null for what counts by its share. */
function placesOf(geometry: OpenSubject['geometry'], method: SitingTask['method']) {
  if (geometry.type === 'Point') return [geometry.coordinates]
  return geometry.type === 'MultiPoint' && method.name === 'near' ? geometry.coordinates : null
}
