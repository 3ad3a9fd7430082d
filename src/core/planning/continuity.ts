import type { LineString, MultiLineString, MultiPolygon, Polygon } from 'geojson'
import { boundsOf } from '../geo/boundsOf'
import type { CoverSet } from '../geo/coverSet'
import { coverIndex, coverShapes } from '../geo/coverShape'
import { type LineCoverage, lineCoverage } from '../geo/lineCoverage'
import { sphericalArea } from '../geo/sphere'
import { subjectOf } from '../indicators/knownShapes'
import { roundMeasure, roundRatio } from '../indicators/ratioResult'
import type { CityFeature, LocalText } from '../model/feature'
import { localName } from '../model/shownName'

/** How coherently a named zone is covered. Square metres and metres. */
export interface ZoneContinuity {
  readonly id: string
  readonly mapId: number
  readonly name: LocalText
  readonly area: number
  readonly uncovered: number
  /** Of the area, 0 to 1. */
  readonly covered: number
  /** The largest uncovered piece of ground; null: all is covered. */
  readonly hole: { readonly area: number; readonly geometry: Polygon } | null
  /** Pieces of uncovered ground. */
  readonly holes: number
  /** Of the streets within the zone; null where no feed has streets. */
  readonly streets: { readonly length: number; readonly uncovered: number } | null
}

interface Asked {
  readonly zones: readonly CityFeature[]
  readonly covers: CoverSet
  /** Null: nobody says where streets are. */
  readonly streets: readonly CityFeature[] | null
}

interface Street {
  readonly line: LineString | MultiLineString
  readonly open: LineCoverage['gap']
}

/** Every named zone with its largest hole and its uncovered streets, in the order of the feed; a step a zone. */
export function* continuityOf({
  zones,
  covers,
  streets,
}: Asked): Generator<{ readonly done: number; readonly of: number }, readonly ZoneContinuity[]> {
  const named = zones.flatMap(({ id, mapId, geometry, properties }) => {
    const name = localName(properties)
    const area = geometry?.type === 'Polygon' || geometry?.type === 'MultiPolygon' ? geometry : null
    return name && area ? [{ id, mapId, area, name }] : []
  })
  const lines: Street[] = []
  for (const [at, { geometry }] of (streets ?? []).entries()) {
    if (at % 200 === 0) yield { done: 0, of: named.length }
    if (geometry?.type !== 'LineString' && geometry?.type !== 'MultiLineString') continue
    lines.push({ line: geometry, open: lineCoverage(geometry, covers.near).gap })
  }
  const found: ZoneContinuity[] = []
  for (const [done, { area, ...zone }] of named.entries()) {
    yield { done, of: named.length }
    const subject = subjectOf(area)
    if (subject.ambiguous || !(subject.area > 0)) continue
    const { share, uncovered, gap } = covers.coverPolygon(subject)
    found.push({
      ...zone,
      area: roundMeasure(subject.area),
      uncovered: roundMeasure(uncovered),
      covered: roundRatio(share),
      ...holesOf(gap?.() ?? null, uncovered),
      streets: streets && streetsWithin(area, lines),
    })
  }
  return found
}

/** Holes have the exact area together, and stand to each other as they are drawn. */
function holesOf(gap: Polygon | MultiPolygon | null, uncovered: number): Pick<ZoneContinuity, 'hole' | 'holes'> {
  const rings = gap === null ? [] : gap.type === 'Polygon' ? [gap.coordinates] : gap.coordinates
  const drawn = rings.map((coordinates) => ({ coordinates, area: sphericalArea({ type: 'Polygon', coordinates }) }))
  const whole = drawn.reduce((sum, { area }) => sum + area, 0)
  const [largest] = drawn.toSorted((a, b) => b.area - a.area)
  if (!largest || !(whole > 0)) return { hole: null, holes: 0 }
  return {
    hole: {
      area: roundMeasure((uncovered * largest.area) / whole),
      geometry: { type: 'Polygon', coordinates: largest.coordinates },
    },
    holes: drawn.length,
  }
}

function streetsWithin(area: Polygon | MultiPolygon, lines: readonly Street[]) {
  const zone = coverIndex(coverShapes(area, undefined) ?? [])
  const bounds = boundsOf(area)
  let length = 0
  let uncovered = 0
  for (const { line, open } of lines) {
    const own = boundsOf(line)
    if (own[0] > bounds[2] || own[2] < bounds[0] || own[1] > bounds[3] || own[3] < bounds[1]) continue
    length += lineCoverage(line, zone).covered
    if (open) uncovered += lineCoverage(open, zone).covered
  }
  return { length: roundMeasure(length), uncovered: roundMeasure(uncovered) }
}
