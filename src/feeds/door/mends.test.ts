import type { Position } from 'geojson'
import { describe, expect, it } from 'vitest'
import { admit, collection, noticed, point, shape } from './doorFixture'

const A = [116, 35]
const B = [116.1, 35]
const C = [116.1, 35.1]
const D = [116, 35.1]

function ringsOf(rings: unknown): { rings: Position[][]; notices: string[]; repaired: number } {
  const { features, report } = admit(collection(shape('a', { type: 'Polygon', coordinates: rings })))
  const geometry = features[0]?.geometry
  if (geometry?.type !== 'Polygon') throw new Error('no polygon')
  return { rings: geometry.coordinates, notices: noticed(report), repaired: report.repaired }
}

describe('mended and noted', () => {
  it('leaves a good ring alone', () => {
    expect(ringsOf([[A, B, C, D, A]])).toEqual({ rings: [[A, B, C, D, A]], notices: [], repaired: 0 })
  })

  it('closes an open ring', () => {
    expect(ringsOf([[A, B, C, D]])).toEqual({ rings: [[A, B, C, D, A]], notices: ['ring-closed 1'], repaired: 1 })
  })

  it('sets the winding right: outer counter-clockwise, hole clockwise', () => {
    const hole = [
      [116.02, 35.02],
      [116.04, 35.02],
      [116.04, 35.04],
      [116.02, 35.02],
    ]
    // A, D, C, B runs clockwise; the hole as given runs counter-clockwise: both are reversed.
    expect(ringsOf([[A, D, C, B, A], hole])).toEqual({
      rings: [[A, B, C, D, A], [...hole].reverse()],
      notices: ['winding-set 1'],
      repaired: 1,
    })
  })

  it('removes a repeated position', () => {
    expect(ringsOf([[A, A, B, C, C, C, D, A]])).toEqual({
      rings: [[A, B, C, D, A]],
      notices: ['repeated-position-removed 1'],
      repaired: 1,
    })
  })

  it('drops a third coordinate, counting the feature once', () => {
    expect(ringsOf([[A, B, C, D, A].map((position) => [...position, 52.5])])).toEqual({
      rings: [[A, B, C, D, A]],
      notices: ['third-coordinate-dropped 1'],
      repaired: 1,
    })
  })

  it('counts a feature once in `repaired` however much is mended', () => {
    const { notices, repaired } = ringsOf([[[...D, 1], C, B, B, A]])
    expect(notices).toEqual([
      'third-coordinate-dropped 1',
      'repeated-position-removed 1',
      'ring-closed 1',
      'winding-set 1',
    ])
    expect(repaired).toBe(1)
  })

  it('numbers duplicate ids, past those that stand there already', () => {
    const { features, report } = admit(
      collection(point('a', A), point('a', B), point('a#2', C), point('a', D), point('b', D)),
    )
    // The second `a` cannot be `a#2`, which a feature has of its own.
    expect(features.map(({ id }) => id)).toEqual(['a', 'a#3', 'a#2', 'a#4', 'b'])
    expect(noticed(report)).toEqual(['duplicate-id-numbered 2'])
    expect(report.notices[0]?.ids).toEqual(['a#3', 'a#4'])
    expect(report.repaired).toBe(2)
    expect(features[1]?.properties.id).toBe('a')
  })

  it('removes repeats within lines', () => {
    const { features } = admit(collection(shape('a', { type: 'LineString', coordinates: [A, A, B, A] })))
    expect(features[0]?.geometry).toEqual({ type: 'LineString', coordinates: [A, B, A] })
  })

  it('does not touch what it was given', () => {
    const ring = Object.freeze([D, C, B, A].map((position) => Object.freeze([...position])))
    expect(ringsOf([ring]).notices).toEqual(['ring-closed 1', 'winding-set 1'])
    expect(ring.map(([x]) => x)).toEqual([116, 116.1, 116.1, 116])
  })
})
