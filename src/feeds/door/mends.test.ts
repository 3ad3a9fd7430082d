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

  const thin = [A, B, B, A, A]
  const hole = [
    [116.02, 35.02],
    [116.04, 35.04],
    [116.04, 35.02],
    [116.02, 35.02],
  ]

  it('leaves out a hole of no extent, says which ring, and keeps the feature', () => {
    const { features, report } = admit(
      collection(
        shape('park', { type: 'Polygon', coordinates: [[A, B, C, D, A], thin, hole, []] }),
        shape('pond', { type: 'MultiPolygon', coordinates: [[[A, B, C, D, A]], [[A, B, C, A], thin]] }),
      ),
    )
    expect(features.map(({ geometry }) => geometry)).toEqual([
      { type: 'Polygon', coordinates: [[A, B, C, D, A], hole] },
      { type: 'MultiPolygon', coordinates: [[[A, B, C, D, A]], [[A, B, C, A]]] },
    ])
    expect(report.quarantined).toEqual([])
    expect(report.repaired).toBe(2)
    const holes = report.notices.filter(({ reason }) => reason.code === 'hole-dropped')
    expect(holes.map(({ ids }) => ids)).toEqual([['park'], ['pond']])
    expect(holes.map(({ reason }) => reason.en.split(': ')[1])).toEqual([
      'ring 2 (a ring of no area); ring 4 (a ring of 0 position(s), at least four are needed)',
      'part 2, ring 2 (a ring of no area)',
    ])
    expect(holes[0]?.reason.zh).toContain('第 2 环(环没有面积)、第 4 环')
  })

  it('leaves out a part of no extent with its holes, says which, and keeps the rest', () => {
    const { features, report } = admit(
      collection(
        shape('a', { type: 'MultiPolygon', coordinates: [[thin, hole], [[A, B, C, D, A]], []] }),
        shape('b', { type: 'MultiLineString', coordinates: [[A, B], [C, C], [D]] }),
      ),
    )
    expect(features.map(({ geometry }) => geometry)).toEqual([
      { type: 'MultiPolygon', coordinates: [[[A, B, C, D, A]]] },
      { type: 'MultiLineString', coordinates: [[A, B]] },
    ])
    const parts = report.notices.filter(({ reason }) => reason.code === 'part-dropped')
    expect(parts.map(({ reason, ids }) => [ids[0], reason.en.split(': ')[1]])).toEqual([
      ['a', 'part 1 (a ring of no area); part 3 (has empty coordinates)'],
      [
        'b',
        'part 2 (a line of 1 distinct position(s), at least two are needed); part 3 (a line of 1 distinct position(s), at least two are needed)',
      ],
    ])
    expect(noticed(report)).not.toContain('hole-dropped 1')
  })

  it('says twenty losses in their own words and counts the others with the first', () => {
    const lossy = (loss: number) =>
      shape(`f${loss}`, {
        type: 'MultiPolygon',
        coordinates: [...Array.from({ length: loss }, () => []), [[A, B, C, A]]],
      })
    const { report } = admit(collection(...Array.from({ length: 30 }, (_, at) => lossy(at + 1))))
    // More than five are given by number: 1 to 5, then 5 and n more; all thirty differ.
    expect(report.notices.map(({ count }) => count)).toEqual([11, ...Array.from({ length: 19 }, () => 1)])
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
