import { boundsOf } from '../../geo/boundsOf'
import { coverIndex, coverShapes } from '../../geo/coverShape'
import { lineCoverage } from '../../geo/lineCoverage'
import type { EvaluationContext } from '../../indicators/evaluationContext'
import type { MetricBehind } from '../../indicators/explain'
import { roundMeasure } from '../../indicators/ratioResult'
import type { Expression } from '../../model/compileExpression'
import type { GapFeature } from '../../model/evaluation'
import type { CityFeature } from '../../model/feature'
import { localName } from '../../model/shownName'
import { textOf } from '../../model/values'
import type { Gap, GapTotals } from './gap'
import type { GapPiece } from './gapPieces'
import {
  cellsOfPieces,
  type OpenCell,
  type OpenGround,
  openCells,
  openTogether,
  peopleOf,
  sumPeople,
} from './openGround'
import { isArea, type OpenSubject, openSubjects } from './openSubjects'
import { type PeopleCell, type PeopleGrid, peopleGrid } from './peopleGrid'
import { type PlacedFeature, placeIndex, townsOf } from './placeIndex'

export interface GapsAsked {
  readonly behind: readonly MetricBehind[]
  readonly context: EvaluationContext
  /** Where people live; null: nobody says. */
  readonly people: { readonly features: readonly CityFeature[]; readonly value: Expression } | null
  readonly places: readonly PlacedFeature[]
  readonly towns: readonly CityFeature[]
  readonly unitOf: (feed: string, feature: CityFeature) => string | null
  /** A place in a feature that has geometry, [longitude, latitude]. */
  readonly placeOf: (feature: CityFeature) => readonly [number, number]
  /** Whether the gap of a region is listed in its pieces of ground; else only what is to be covered is listed, whole. */
  readonly parted: boolean
}

export interface GapsFound {
  readonly gaps: readonly Gap[]
  /** The same as features, in the same order. */
  readonly features: readonly GapFeature[]
  readonly totals: GapTotals
}

interface Step {
  readonly done: number
  readonly of: number
}

/** What is known of one cell with open ground: whose grounds these are, and how much one of them alone leaves open. */
interface CellOpen {
  readonly cell: PeopleCell
  readonly grounds: OpenGround[]
  readonly alone: number
}

/** All gaps behind a metric, with who lives in them, what stands in them, and why they are there; a step a subject. */
export function* listGaps(asked: GapsAsked): Generator<Step, GapsFound> {
  const { people, places: placed, placeOf } = asked
  const open = yield* each(openSubjects(asked.behind, asked.context, asked.parted), { done: 0, of: 0 })
  const grid = people && peopleGrid(people.features, people.value)
  const places = placeIndex(placed)
  const towns = townsOf(asked.towns)
  const gaps: Gap[] = []
  const features: GapFeature[] = []
  const cells = new Map<number, CellOpen>()
  const crossed = new Map<number, PeopleCell>()
  const standing = new Set<number>()
  let offGrid = false
  for (const [done, subject] of open.entries()) {
    const step = { done, of: open.length }
    const shares = grid && subject.ground ? yield* each(openCells(subject.ground, grid), step) : []
    for (const { cell, open: alone } of shares) {
      const known = cells.get(cell.index)
      if (known) known.grounds.push(subject.ground!)
      else cells.set(cell.index, { cell, grounds: [subject.ground!], alone })
    }
    const drawn = subject.pieces.flatMap(({ feature: { geometry } }) => (isArea(geometry) ? [geometry] : []))
    const ofPieces = yield* each(cellsOfPieces(shares, drawn), step)
    for (const [at, piece] of subject.pieces.entries()) {
      yield step
      const area = isArea(piece.feature.geometry) ? piece.feature.geometry : null
      const inside = area ? places.inside(area) : null
      for (const index of inside ?? []) standing.add(index)
      const around = area || !grid ? [] : cellsAround(piece.feature, grid)
      for (const cell of around) crossed.set(cell.index, cell)
      const own = ofPieces[at] ?? []
      const here = placeOf({ ...subject.subject, geometry: piece.feature.geometry })
      // Too thin to hold anybody: nobody, where it is known who lives there.
      const thin = area && own.length === 0 ? (grid?.at([...here]) ?? null) : null
      if ((area ? own : around).length === 0 && thin?.people == null) offGrid = true
      const gap = gapOf(asked, subject, piece, here, {
        people: thin
          ? sumPeople([thin.people && 0])
          : area
            ? peopleOf(own)
            : sumPeople(around.map((cell) => cell.people)),
        peopleBy: area ? 'area' : 'cell',
        places: inside && places.count(inside),
      })
      gaps.push({ ...gap, towns: towns({ ...subject.subject, geometry: piece.feature.geometry }, [...gap.at]) })
      features.push(piece.feature)
    }
  }
  const together: OpenCell[] = []
  for (const { cell, grounds, alone } of cells.values()) {
    if (grounds.length > 1) yield { done: open.length, of: open.length }
    together.push({ cell, open: grounds.length > 1 ? openTogether(cell, grounds) : alone })
  }
  return {
    gaps,
    features,
    totals: {
      people: totalOf(
        together,
        [...crossed.values()].filter((cell) => !cells.has(cell.index)),
        grid !== null && gaps.length === 0,
        offGrid,
      ),
      ofPeople: grid?.total ?? null,
      places: gaps.some((gap) => gap.places) ? places.count(standing) : null,
    },
  }
}

/** The steps of a part of the work, said as those of the whole. */
function* each<T>(steps: Generator<void, T>, step: Step): Generator<Step, T> {
  for (;;) {
    const next = steps.next()
    if (next.done) return next.value
    yield step
  }
}

function totalOf(
  open: readonly OpenCell[],
  crossed: readonly PeopleCell[],
  none: boolean,
  offGrid: boolean,
): GapTotals['people'] {
  if (none) return { people: 0, atLeast: null }
  const sum = sumPeople([
    ...open.map(({ cell, open: metres }) => (cell.people === null ? null : (cell.people * metres) / cell.subject.area)),
    ...crossed.map((cell) => cell.people),
  ])
  return offGrid && sum.people !== null ? { people: null, atLeast: sum.people } : sum
}

/** Cells that a point stands in or a line goes through. */
function cellsAround({ geometry }: GapFeature, grid: PeopleGrid): readonly PeopleCell[] {
  if (geometry.type === 'Point' || geometry.type === 'MultiPoint') {
    const positions = geometry.type === 'Point' ? [geometry.coordinates] : geometry.coordinates
    return [...new Set(positions.flatMap((position) => grid.at(position) ?? []))]
  }
  if (geometry.type !== 'LineString' && geometry.type !== 'MultiLineString') return []
  return grid
    .near(boundsOf(geometry))
    .filter(({ polygon }) => lineCoverage(geometry, coverIndex(coverShapes(polygon, undefined) ?? [])).covered > 0)
}

function gapOf(
  { unitOf }: GapsAsked,
  { metric, feed, subject, passes, providers, refused }: OpenSubject,
  { feature: { geometry }, part, area, length }: GapPiece,
  at: readonly [number, number],
  found: Pick<Gap, 'people' | 'peopleBy' | 'places'>,
): Omit<Gap, 'towns'> {
  const { id, mapId, properties } = subject
  const explained = providers?.explain({ ...subject, geometry })
  return {
    key: `${metric} ${feed} ${id}${part === null ? '' : ` ${part}`}`,
    metric,
    feed,
    id,
    mapId,
    name: localName(properties),
    itself: providers === null,
    passes,
    part,
    area: isArea(geometry) ? roundMeasure(area) : null,
    length: length === null ? null : roundMeasure(length),
    ...found,
    unit: unitOf(feed, subject),
    kind: textOf(properties.kind),
    why: explained?.why ?? refused?.why ?? null,
    restored: explained?.restored ?? {},
    nearest: explained?.nearest ?? [],
    at,
    bounds: boundsOf(geometry),
  }
}
