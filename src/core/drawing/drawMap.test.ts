import type { Geometry } from 'geojson'
import { describe, expect, it } from 'vitest'
import { type DrawnLayer, drawMap, type MapDrawing } from './drawMap'
import { planarView, roundLength } from './planarView'

const WORDS = { title: '图', north: '北', metres: 'm', kilometres: 'km' }
const draw = (drawing: Partial<MapDrawing>): string =>
  [
    ...drawMap({
      ...{ bounds: [-1, -1, 1, 1], width: 200, height: 200, layers: [], names: [], marks: [], words: WORDS },
      ...drawing,
    }),
  ].join('')
const layer = (look: DrawnLayer['look'], ...geometries: Geometry[]): DrawnLayer => ({ look, geometries })

describe('a view of the ground', () => {
  it('has the middle of the bounds in its middle, at one scale in every direction', () => {
    // At the equator a degree is 100 of the drawing either way.
    const { place, metresPerUnit } = planarView([-1, -1, 1, 1], 200, 200)
    expect(place([0.5, 0.5])).toEqual([150, 50])
    // 6371008.8 m × π / 180 = 111195.08 m a degree.
    expect(metresPerUnit).toBeCloseTo(1111.95, 2)
  })

  it('shortens longitude by latitude, and adds what its shape has room for', () => {
    // At 60° a degree of longitude is half of one of latitude: 2° × 0.5 = 1 and 1° high, in 400 × 200: 200 a degree.
    const { place, bounds } = planarView([10, 59.5, 12, 60.5], 400, 200)
    expect(place([12, 60.5]).map((value) => Math.round(value * 1e6) / 1e6)).toEqual([300, 0])
    expect(bounds.map((value) => Math.round(value * 1e6) / 1e6)).toEqual([9, 59.5, 13, 60.5])
  })

  it('shows a single place with its surroundings', () => {
    // 200 m are the least: half a unit a metre in 100.
    expect(planarView([117, 0, 117, 0], 100, 100).metresPerUnit).toBeCloseTo(2, 9)
  })

  it.each([
    [10, 100, 1000, 100],
    [10, 99, 500, 50],
    [3, 100, 200, 200 / 3],
  ])('has a bar of a round length: %d m a unit, %d units at most', (perUnit, widest, metres, units) => {
    expect(roundLength(perUnit, widest)).toEqual({ metres, units })
  })
})

describe('a drawn map', () => {
  it('draws lines, areas with holes and points where they are', () => {
    const svg = draw({
      layers: [
        layer('road', {
          type: 'LineString',
          coordinates: [
            [-0.5, 0],
            [0, 0],
            [0.5, 0.5],
          ],
        }),
        layer('gap', {
          type: 'Polygon',
          coordinates: [
            [
              [0, 0],
              [1, 0],
              [1, 1],
              [0, 0],
            ],
            [
              [0.5, 0.1],
              [0.9, 0.1],
              [0.9, 0.4],
              [0.5, 0.1],
            ],
          ],
        }),
        layer('covered', { type: 'Point', coordinates: [-0.25, -0.25] }),
      ],
    })
    expect(svg).toContain('<path d="M50 100L100 100L150 50" fill-rule="evenodd"/>')
    expect(svg).toContain('d="M100 100L200 100L200 0ZM150 90L190 90L190 60Z"')
    expect(svg).toContain('<circle cx="75" cy="125" r="2.6"')
  })

  it('leaves out what lies outside, and only that', () => {
    const far: Geometry = {
      type: 'LineString',
      coordinates: [
        [3, 3],
        [4, 4],
        [4, 0],
        [0, 0],
        [-4, 0],
        [-4, 5],
      ],
    }
    const around: Geometry = {
      type: 'Polygon',
      coordinates: [
        [
          [-9, -9],
          [9, -9],
          [9, 9],
          [-9, 9],
          [-9, -9],
        ],
      ],
    }
    const svg = draw({
      layers: [layer('road', far), layer('region', around), layer('site', { type: 'Point', coordinates: [1.5, 0] })],
    })
    // From (4, 0) to (-4, 0): 100 + 4 × 100 and 100 − 4 × 100.
    expect(svg).toContain('<path d="M500 100L100 100L-300 100" ')
    expect(svg).toContain('d="M-800 1000L1000 1000L1000 -800L-800 -800Z"')
    expect(svg).not.toContain('<circle')
  })

  it('has a scale as long as it says', () => {
    // 1111.95 m a unit, at most 40 units: 20 km are 17.99 units, from 12 to 30.
    expect(draw({})).toContain('<g data-scale="20000"><path d="M12 182V188H30V182"')
  })

  it('says names and marks as text, whatever they hold', () => {
    const text = '</text><script>alert(1)</script>"\u202e'
    const svg = draw({
      words: { ...WORDS, title: text },
      names: [{ at: [0, 0], text }],
      marks: [{ at: [0, 0], look: 'put', text }],
    })
    expect(svg).not.toMatch(/<script|\u202e/)
    expect(svg.match(/&#60;script&#62;/g)).toHaveLength(4)
  })

  it('has no style, and nothing from elsewhere', () => {
    const svg = draw({ layers: [layer('gap', { type: 'Point', coordinates: [0, 0] })] })
    expect(svg).not.toMatch(/style=|href|@import|url\((?!#)/)
  })
})
