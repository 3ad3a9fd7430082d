import Flatbush from 'flatbush'
import type { MultiPolygon, Polygon, Position } from 'geojson'
import { type Bounds, boundsOf } from '../../geo/boundsOf'
import { insidePolygon } from '../../geo/inside'
import type { PolygonSubject } from '../../geo/polygonSubject'
import { valueExpression } from '../../indicators/cannotMeasure'
import { sortedFeatures } from '../../indicators/canonicalOrder'
import { subjectOf } from '../../indicators/knownShapes'
import type { Expression } from '../../model/compileExpression'
import type { CityFeature } from '../../model/feature'

export interface PeopleCell {
  readonly index: number
  /** Null: the feed does not say. */
  readonly people: number | null
  readonly polygon: Polygon | MultiPolygon
  readonly bounds: Bounds
  readonly subject: PolygonSubject
}

/** Where people live, by cells; they are whole whatever the scope. */
export interface PeopleGrid {
  readonly cells: readonly PeopleCell[]
  /** Cells whose boxes meet a box, in the order of their ids. */
  readonly near: (bounds: Bounds) => readonly PeopleCell[]
  /** The cell a place stands in; on the edge of several the first by id. */
  readonly at: (place: Position) => PeopleCell | null
  /** Of all cells; null when one of them has no figure. */
  readonly total: number | null
}

const made = new WeakMap<readonly CityFeature[], Map<string, PeopleGrid | null>>()

/** The grid of a feed, made once for the same features; null where it has no cell. A figure below nought is none. */
export function peopleGrid(features: readonly CityFeature[], value: Expression): PeopleGrid | null {
  const known = made.get(features) ?? new Map<string, PeopleGrid | null>()
  made.set(features, known)
  const key = JSON.stringify(value)
  const before = known.get(key)
  if (before !== undefined) return before
  const grid = makeGrid(features, value)
  known.set(key, grid)
  return grid
}

function makeGrid(features: readonly CityFeature[], value: Expression): PeopleGrid | null {
  const peopleOf = valueExpression(value)
  const cells: PeopleCell[] = []
  let unread = false
  for (const feature of sortedFeatures(features)) {
    const { geometry } = feature
    if (geometry?.type !== 'Polygon' && geometry?.type !== 'MultiPolygon') continue
    const subject = subjectOf(geometry)
    if (subject.ambiguous || !(subject.area > 0)) {
      unread = true
      continue
    }
    const people = peopleOf(feature)
    cells.push({
      index: cells.length,
      people: typeof people === 'number' && Number.isFinite(people) && people >= 0 ? people : null,
      polygon: geometry,
      bounds: boundsOf(geometry),
      subject,
    })
  }
  if (cells.length === 0) return null
  const tree = new Flatbush(cells.length)
  for (const { bounds } of cells) tree.add(...bounds)
  tree.finish()
  const near = (bounds: Bounds) =>
    tree
      .search(...bounds)
      .sort((a, b) => a - b)
      .map((index) => cells[index]!)
  return {
    cells,
    near,
    at: ([x, y]) => near([x!, y!, x!, y!]).find(({ polygon }) => insidePolygon([x!, y!], polygon)) ?? null,
    total: cells.reduce<number | null>(
      (sum, { people }) => (sum === null || people === null ? null : sum + people),
      unread ? null : 0,
    ),
  }
}
