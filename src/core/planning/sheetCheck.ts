import type { MultiPolygon, Polygon } from 'geojson'
import { type Bounds, boundsOf, boxPolygon } from '../geo/boundsOf'
import { coverSet } from '../geo/coverSet'
import { coverShapes } from '../geo/coverShape'
import { localPlane } from '../geo/localPlane'
import { groundWithin } from '../geo/pathsWithin'
import { coverByPolygons } from '../geo/sheets/coverByPolygons'
import { subjectOf } from '../indicators/knownShapes'
import { roundMeasure, roundRatio } from '../indicators/ratioResult'
import type { CityFeature } from '../model/feature'
import { shanghaiYear } from '../model/time'
import { type SheetScale, sheetsOver } from './sheetNumbers'

/**
 * `covered` by surveys that are new enough; `old`: covered, but not by new ones alone; `undated`: covered, and nobody says
 * how old it is; `part`: some of it is not covered; `missing`: nothing is.
 */
export type SheetState = 'covered' | 'old' | 'undated' | 'part' | 'missing'

export interface CheckedSheet {
  readonly number: string
  readonly state: SheetState
  /** Square metres of it in the region, and of those what is not covered. */
  readonly area: number
  readonly open: number
  /** Year of the newest survey that counts; null: there is none, or it is not said. */
  readonly year: number | null
  /** [west, south, east, north]. */
  readonly bounds: Bounds
}

/** What it takes to cover a share of the region: the fewest sheets, and the ground they close. */
interface SheetTarget {
  readonly share: number
  /** Null: no surveying would reach it. */
  readonly sheets: number | null
  readonly area: number | null
}

export interface SheetCheck {
  readonly scale: SheetScale
  /** Square metres. */
  readonly area: number
  readonly covered: number
  readonly states: Readonly<Record<SheetState, number>>
  /** From the north-west. */
  readonly sheets: readonly CheckedSheet[]
  /** What is to be surveyed to cover all: those with the most open ground first. */
  readonly toSurvey: readonly CheckedSheet[]
  readonly targets: readonly SheetTarget[]
  /** Whether any survey says when it was made. */
  readonly dated: boolean
}

interface Asked {
  readonly region: readonly (Polygon | MultiPolygon)[]
  /** Null: not filtered by scope. */
  readonly limits: readonly (Polygon | MultiPolygon)[] | null
  /** Surveys that the row counts. */
  readonly surveys: readonly CityFeature[]
  readonly scale: SheetScale
  /** A survey made before this year is old. */
  readonly oldBefore: number
}

/** Share of a sheet that roundings of its corners may leave open. */
const TOLERANCE = 1e-3
/** Less than this share of a sheet in the region is rounding. */
const SLIVER = 1e-9
/** Share of the region that may be open where all of it is wanted. */
const WHOLE = 1e-6
const TARGETS = [0.9, 1]
/** More sheets than this are not drawn up one by one. */
const MOST_SHEETS = 20_000

/**
 * The standard sheets over a region, each as it stands; a step a sheet. Null: they are more than `MOST_SHEETS`, or the
 * region has no ground in the scope.
 */
export function* checkSheets({
  region,
  limits,
  surveys,
  scale,
  oldBefore,
}: Asked): Generator<{ readonly done: number; readonly of: number }, SheetCheck | null> {
  if (region.length === 0) return null
  const bounds = boundsOf({ type: 'GeometryCollection', geometries: [...region] })
  const frames = sheetsOver(scale, bounds)
  if (frames.length > MOST_SHEETS) return null
  const plane = localPlane(bounds)
  const coversOf = (features: readonly CityFeature[]) =>
    coverSet(
      features.flatMap(({ geometry, footprint }) => coverShapes(geometry, footprint) ?? []),
      plane,
    )
  const dated = surveys.map((survey) => ({ survey, year: surveyYear(survey) }))
  const all = coversOf(surveys)
  const fresh = coversOf(dated.flatMap(({ survey, year }) => (year !== null && year >= oldBefore ? [survey] : [])))
  const known = coversOf(dated.flatMap(({ survey, year }) => (year === null ? [] : [survey])))
  const areas = region.map((polygon) => ({ polygon, bounds: boundsOf(polygon) }))
  const sheets: CheckedSheet[] = []
  for (const [done, frame] of frames.entries()) {
    yield { done, of: frames.length }
    const polygon = boxPolygon(frame.bounds)
    const { share } = coverByPolygons(subjectOf(polygon), areas, { gap: false })
    if (share === 0) continue
    const ground =
      share === 1 && !limits
        ? subjectOf(polygon)
        : groundWithin(region, [...(limits ? [limits] : []), [polygon]], frame.bounds)
    if (!ground || ground.area <= SLIVER * subjectOf(polygon).area) continue
    const coverage = all.coverPolygon(ground)
    sheets.push({
      number: frame.number,
      state: stateOf(coverage.share, () => [fresh, known].map((set) => set.coverPolygon(ground).share)),
      area: ground.area,
      open: coverage.uncovered,
      year: newestIn(frame.bounds, dated),
      bounds: frame.bounds,
    })
  }
  if (sheets.length === 0) return null
  return summary(
    sheets,
    scale,
    dated.some(({ year }) => year !== null),
  )
}

function stateOf(covered: number, shares: () => readonly number[]): SheetState {
  const whole = (share: number) => share >= 1 - TOLERANCE
  if (covered <= TOLERANCE) return 'missing'
  if (!whole(covered)) return 'part'
  const [fresh = 0, known = 0] = shares()
  if (whole(fresh)) return 'covered'
  return whole(known) ? 'old' : 'undated'
}

function summary(sheets: readonly CheckedSheet[], scale: SheetScale, dated: boolean): SheetCheck {
  const area = sheets.reduce((sum, sheet) => sum + sheet.area, 0)
  const open = sheets.reduce((sum, sheet) => sum + sheet.open, 0)
  const states = { covered: 0, old: 0, undated: 0, part: 0, missing: 0 }
  for (const { state } of sheets) states[state]++
  const toSurvey = sheets
    .filter(({ state }) => state === 'missing' || state === 'part')
    .sort((a, b) => b.open - a.open || (a.number < b.number ? -1 : 1))
  const rounded = (each: CheckedSheet) => ({ ...each, area: roundMeasure(each.area), open: roundMeasure(each.open) })
  return {
    scale,
    area: roundMeasure(area),
    covered: roundRatio((area - open) / area),
    states,
    sheets: sheets.map(rounded),
    toSurvey: toSurvey.map(rounded),
    targets: TARGETS.map((share) => targetOf(share, toSurvey, { area, open })),
    dated,
  }
}

/** Sheets do not overlap: those with the most open ground first are the fewest. */
function targetOf(
  share: number,
  toSurvey: readonly CheckedSheet[],
  { area, open }: { readonly area: number; readonly open: number },
): SheetTarget {
  // Open ground that roundings leave in sheets that count as covered is nobody's to survey.
  const rounding = open - toSurvey.reduce((sum, sheet) => sum + sheet.open, 0)
  const allowed = (1 - share) * area + (share === 1 ? rounding + WHOLE * area : 0)
  let left = open
  let closed = 0
  let sheets = 0
  for (const sheet of toSurvey) {
    if (left <= allowed) break
    left -= sheet.open
    closed += sheet.open
    sheets++
  }
  return left <= allowed ? { share, sheets, area: roundMeasure(closed) } : { share, sheets: null, area: null }
}

function newestIn(
  bounds: Bounds,
  surveys: readonly { readonly survey: CityFeature; readonly year: number | null }[],
): number | null {
  let newest: number | null = null
  const middle = subjectOf(boxPolygon(bounds))
  for (const { survey, year } of surveys) {
    const { geometry } = survey
    if (year === null || (newest !== null && year <= newest)) continue
    if (geometry?.type !== 'Polygon' && geometry?.type !== 'MultiPolygon') continue
    const own = boundsOf(geometry)
    if (own[0] >= bounds[2] || own[2] <= bounds[0] || own[1] >= bounds[3] || own[3] <= bounds[1]) continue
    if (coverByPolygons(middle, [{ polygon: geometry, bounds: own }], { gap: false }).share > TOLERANCE) newest = year
  }
  return newest
}

/** From its property `year`, else from its own time. */
function surveyYear({ time, properties: { year } }: CityFeature): number | null {
  if (typeof year === 'number' && Number.isInteger(year)) return year
  return time === null ? null : shanghaiYear(time)
}
