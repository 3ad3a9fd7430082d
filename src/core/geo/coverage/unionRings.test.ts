import { describe, expect, it } from 'vitest'
import { coverageField, type FieldCover } from './coverageField'
import { fieldSubject } from './fieldSubject'
import { gapOutline } from './gapOutline'
import { unionRings } from './unionRings'

const disc = (x: number, y: number, radius: number): FieldCover => ({ x, y, radius, azimuth: null, beamwidth: null })

function areaOf(polygons: readonly number[][][][]): number {
  let doubled = 0
  for (const rings of polygons) {
    for (const ring of rings) {
      for (let i = 1; i < ring.length; i++) doubled += ring[i - 1]![0]! * ring[i]![1]! - ring[i]![0]! * ring[i - 1]![1]!
    }
  }
  return doubled / 2
}

function outline(covers: readonly FieldCover[]) {
  const rings = unionRings(coverageField(covers))
  return rings && gapOutline(rings, 1e-4)
}

describe('the edge of the union', () => {
  it('is nothing without covers', () => {
    expect(outline([])).toBeNull()
    expect(outline([disc(0, 0, 0)])).toBeNull()
  })

  it('is one ring for discs that overlap, with the hole they leave', () => {
    // Six discs of 100 m round a hexagon of 110 m: each overlaps its neighbours, and the middle stays open.
    const six = [0, 1, 2, 3, 4, 5].map((k) => {
      const angle = (k * Math.PI) / 3
      return disc(110 * Math.cos(angle), 110 * Math.sin(angle), 100)
    })
    const polygons = outline(six)
    expect(polygons?.map((rings) => rings.length)).toEqual([2])
    // The same area as the field measures of a square that holds all.
    const square = [
      [
        [
          [-300, -300],
          [300, -300],
          [300, 300],
          [-300, 300],
        ],
      ],
    ]
    const { covered } = coverageField(six).measure(fieldSubject(square), false)
    expect(areaOf(polygons!)).toBeCloseTo(covered, 0)
  })

  it('has the sides of sectors and joins what shares a mast', () => {
    const sector = (azimuth: number): FieldCover => ({ x: 0, y: 0, radius: 100, azimuth, beamwidth: 90 })
    expect(areaOf(outline([sector(0), sector(90)])!)).toBeCloseTo((Math.PI * 100 ** 2) / 2, 1)
    expect(outline([sector(0), sector(90)])).toHaveLength(1)
    expect(outline([sector(0), sector(180)])?.flat()).toHaveLength(2)
  })
})
