import type { MultiPolygon, Polygon } from 'geojson'
import { type Bounds, boundsOf } from '../../geo/boundsOf'
import type { CoverSet } from '../../geo/coverSet'
import { equalAreaGrid } from '../../geo/equalAreaGrid'
import { pathsWithin } from '../../geo/pathsWithin'
import { cornersOf, joinedSubject, MANY_CORNERS, type PolygonSubject, subjectOfPaths } from '../../geo/polygonSubject'
import type { GapFeature } from '../../model/evaluation'
import type { CityFeature } from '../../model/feature'
import { type Coverage, coverageOf } from '../coverageOf'
import { coversOf, NO_FOOTPRINT } from '../coversOf'
import { subjectOf } from '../knownShapes'
import { measureSubjects } from '../measureSubjects'
import { gapFeature, type MetricContext } from '../metricOutcome'
import { ratioResult, roundRatio } from '../ratioResult'
import { type ScopeArea, scopePolygons } from '../scopeArea'
import { selectFeatures } from '../selectFeatures'
import { subjectTally } from '../subjectTally'
import { defineMethod } from './metricMethod'
import { BY, FILTERS_WITH_BY } from './parameters'

type RegionFeature = CityFeature & { readonly geometry: Polygon | MultiPolygon }

/**
 * area(region ∩ scope ∩ ∪by) / area(region ∩ scope), m². Overlaps within the region and within `by` count once. A ratio
 * of at least 1 − tolerance is reported as 1 with `raw` beside it. Each region feature is a subject, with its own share.
 */
export const area = defineMethod({
  name: 'area',
  words: { zh: '面积占比', en: 'share of area' },
  parameters: {
    region: { kind: 'feed', words: { zh: '区域', en: 'Region' }, role: 'subjects' },
    by: { kind: 'feed', words: BY, role: 'by', covers: true },
    /** A ratio of at least 1 − tolerance is reported as 1, with `raw` beside it. */
    tolerance: {
      kind: 'number',
      words: { zh: '缝隙容差', en: 'Gap tolerance' },
      least: 0,
      most: 1,
      otherwise: 1e-6,
      as: 'forgiven',
      sweep: { values: [0, 1e-9, 1e-6, 1e-4, 1e-2], cost: 'compare' },
    },
    ...FILTERS_WITH_BY,
  },
  scoped: true,
  measure: 'm2',
  subjectValue: 'ratio',
  featureAdds: null,
  union: true,
  reasons: {},
  unknowns: NO_FOOTPRINT,
  *measureAhead(definition, context) {
    if (context.detail === 'none' || context.scope()) return
    const feed = context.feed(definition.region)
    const region = selectFeatures(feed, { ...definition, scope: null }, subjectTally())
    yield* measureSubjects(context, definition, feed.id, region)
  },
  evaluate(definition, context) {
    const tally = subjectTally()
    const covers = coversOf(context, definition, tally)
    const { tolerance } = definition
    const feed = context.feed(definition.region)
    const scope = context.scope()
    const region: RegionFeature[] = []
    for (const feature of selectFeatures(feed, { ...definition, scope: null }, tally)) {
      const { geometry } = feature
      if (geometry?.type !== 'Polygon' && geometry?.type !== 'MultiPolygon') {
        tally.exclude(feed.id, feature, geometry ? 'not-a-polygon' : 'no-geometry')
      } else if (subjectOf(geometry).ambiguous) tally.exclude(feed.id, feature, 'ambiguous-ring')
      else region.push(feature as RegionFeature)
    }
    const gaps: GapFeature[] = []
    for (const feature of context.detail === 'none' ? [] : region) {
      const coverage = scope
        ? coverageWithin(regionWithin([feature], scope), covers)
        : (context.memory?.coverage(covers, feed.id, feature) ?? coverageOf(feature, covers))
      if (!coverage.ok) continue
      const state = coverage.share >= 1 - tolerance ? 'covered' : 'uncovered'
      tally.record(feed.id, feature, state, roundRatio(coverage.share))
      if (coverage.gap && context.detail === 'gaps') {
        gaps.push(gapFeature(context, feature, coverage.gap, coverage.area))
      }
    }
    // Neither depends on the tolerance.
    const { where, known, region: regionFeed, by, byWhere } = definition
    const place = [regionFeed, where ?? null, known ?? null, context.scopeId]
    const whole = remembered(context, ['region', ...place], [feed.features, scope], () =>
      region.length > 0 ? regionWithin(region, scope) : null,
    )
    const from = [feed.features, scope, context.feed(by).features]
    const coverage = remembered(context, ['region covered', ...place, by, byWhere ?? null, context.bounds], from, () =>
      whole && whole.area > 0 ? covers.coverPolygon(whole) : null,
    )
    const result = ratioResult(coverage?.covered ?? 0, whole?.area ?? 0, tally)
    const raised = coverage && coverage.share >= 1 - tolerance
    return {
      result: raised ? { ...result, value: 1, raw: roundRatio(coverage.share) } : result,
      subjects: tally.subjects(),
      gaps,
      footprints: covers.outline(),
    }
  },
})

function remembered<T>(
  context: MetricContext,
  question: readonly unknown[],
  from: readonly unknown[],
  find: () => T,
): T {
  return context.memory ? context.memory.once(JSON.stringify(question), from, find) : find()
}

/** How much of what a scope leaves of a feature is covered. */
function coverageWithin(part: PolygonSubject, covers: CoverSet): Coverage {
  if (!(part.area > 0)) return { ok: false, reason: 'no-area' }
  const { share, gap, uncovered } = covers.coverPolygon(part)
  return { ok: true, share, gap, area: uncovered }
}

/** The union of region features, at least one, cut to the scope. */
function regionWithin(region: readonly RegionFeature[], scope: ScopeArea | null): PolygonSubject {
  const [only] = region
  if (only && region.length === 1 && !scope) return subjectOf(only.geometry)
  const bounds = region
    .map(({ geometry }) => boundsOf(geometry))
    .reduce(widen, [Infinity, Infinity, -Infinity, -Infinity])
  const limits = scopePolygons(scope, bounds)
  const polygons = region.map(({ geometry }) => geometry)
  const grid = equalAreaGrid(bounds)
  const paths = () => pathsWithin(polygons, limits ? [limits] : [], grid)
  const corners = [...polygons, ...(limits ?? [])].reduce((sum, polygon) => sum + cornersOf(polygon), 0)
  const joined = corners > MANY_CORNERS ? joinedSubject(bounds, polygons, limits, paths) : null
  const positions = () => region.flatMap(({ geometry }) => subjectOf(geometry).positions)
  return joined ?? subjectOfPaths(bounds, grid, paths(), false, positions())
}

function widen(a: Bounds, b: Bounds): Bounds {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])]
}
