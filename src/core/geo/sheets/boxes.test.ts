import type { Polygon, Position } from 'geojson'
import { describe, expect, it } from 'vitest'
import type { Bounds } from '../boundsOf'
import { isRectangle } from './boxes'
import { mergeRows } from './gridCover'

const [sw, se, ne, nw]: Position[][] = [[[117, 35]], [[118, 35]], [[118, 36]], [[117, 36]]]
const bounds: Bounds = [117, 35, 118, 36]
const ring = (...corners: (Position[] | undefined)[]): Polygon => ({
  type: 'Polygon',
  coordinates: [corners.flatMap((corner) => corner ?? [])],
})

describe('isRectangle', () => {
  it('knows a rectangle from any corner, either way round', () => {
    expect(isRectangle(ring(sw, se, ne, nw, sw), bounds)).toBe(true)
    expect(isRectangle(ring(ne, nw, sw, se, ne), bounds)).toBe(true)
    expect(isRectangle(ring(sw, nw, ne, se, sw), bounds)).toBe(true)
  })

  it('is not taken in by other rings through the same corners', () => {
    expect(isRectangle(ring(sw, ne, se, nw, sw), bounds)).toBe(false)
    expect(isRectangle(ring(sw, se, ne, sw), bounds)).toBe(false)
    expect(isRectangle(ring(sw, se, ne, ne, sw), bounds)).toBe(false)
    expect(isRectangle(ring(sw, se, ne, se, sw), bounds)).toBe(false)
    expect(isRectangle(ring(sw, se, sw, se, sw), bounds)).toBe(false)
    expect(isRectangle(ring(sw, se, [[118.001, 36]], nw, sw), [117, 35, 118.001, 36])).toBe(false)
  })

  it('sees holes and parts', () => {
    const outer = ring(sw, se, ne, nw, sw)
    expect(isRectangle({ type: 'Polygon', coordinates: [...outer.coordinates, ...outer.coordinates] }, bounds)).toBe(
      false,
    )
    expect(isRectangle({ type: 'MultiPolygon', coordinates: [outer.coordinates] }, bounds)).toBe(false)
  })
})

describe('mergeRows', () => {
  it('unites what overlaps or meets in a row, and nothing else', () => {
    // One row from 0 to 10: [0, 4], [4, 7] and [6, 9] become [0, 9]; [20, 30] stands apart. Another row from 5 to 15.
    const boxes = [
      [6, 0, 9, 10],
      [20, 0, 30, 10],
      [0, 0, 4, 10],
      [4, 0, 7, 10],
      [0, 5, 4, 15],
      [1, 0, 2, 10],
    ] as const
    expect(mergeRows(boxes)).toEqual([
      [0, 0, 9, 10],
      [20, 0, 30, 10],
      [0, 5, 4, 15],
    ])
  })
})
