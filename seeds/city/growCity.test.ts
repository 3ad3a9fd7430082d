import { createHash } from 'node:crypto'
import type { Polygon, Position } from 'geojson'
import { describe, expect, it } from 'vitest'
import { growCity } from './growCity'
import { insideRing, ringArea } from './measure'
import { type Path, toPlane } from './plane'

const city = growCity()

const ringOf = (ring: readonly Position[]): Path => ring.slice(0, -1).map(toPlane)
const outerOf = (polygon: Polygon): Path => ringOf(polygon.coordinates[0]!)
const polygonsOf = ({ polygon }: (typeof city.water)[number]): Polygon[] =>
  polygon.type === 'Polygon'
    ? [polygon]
    : polygon.coordinates.map((coordinates) => ({ type: 'Polygon' as const, coordinates }))
const townPolygons = city.towns.map(({ polygon }) => {
  if (polygon.type !== 'Polygon') throw new Error('a town in several parts')
  return polygon
})

/** Where the segment and the ring cross properly, written apart from the generator's own geometry. */
function meets(ring: Path, other: Path): boolean {
  const turn = (a: Path[number], b: Path[number], c: Path[number]): number =>
    (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
  return ring.some((a, index) => {
    const b = ring[(index + 1) % ring.length]!
    return other.some((c, next) => {
      const d = other[(next + 1) % other.length]!
      return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0
    })
  })
}

describe('growCity', () => {
  it('gives the same city twice', () => {
    const hash = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex')
    expect(hash(growCity())).toBe(hash(city))
  })

  it('rounds every coordinate to six decimals', () => {
    const numbers = JSON.stringify(city).match(/\d+\.\d+/g)!
    expect(numbers.filter((number) => number.split('.')[1]!.length > 6)).toEqual([])
  })

  it('closes every ring, outer ones counter-clockwise and holes clockwise', () => {
    const polygons = [
      city.boundary,
      city.planningArea,
      ...townPolygons,
      ...city.blocks.map(({ polygon }) => polygon),
      ...city.buildings.map(({ polygon }) => polygon),
      ...city.population.map(({ polygon }) => polygon),
      ...[...city.water, ...city.green, ...city.scopes].flatMap(polygonsOf),
    ]
    const bad = polygons.filter(({ coordinates }) =>
      coordinates.some(
        (ring, index) =>
          ring.length < 4 || String(ring[0]) !== String(ring.at(-1)) || ringArea(ringOf(ring)) > 0 !== (index === 0),
      ),
    )
    expect(bad).toEqual([])
  })

  it('gives every part its own id', () => {
    for (const parts of [city.roads, city.junctions, city.blocks, city.buildings, city.water, city.green]) {
      expect(new Set(parts.map(({ id }) => id)).size).toBe(parts.length)
    }
  })
})

describe('towns', () => {
  it('are sixteen, with three subdistricts', () => {
    expect(city.towns).toHaveLength(16)
    expect(city.towns.filter(({ kind }) => kind === 'subdistrict')).toHaveLength(3)
  })

  it('tile the boundary: areas sum up, and every inner edge is used once each way', () => {
    const whole = ringArea(outerOf(city.boundary))
    const parts = townPolygons.map((polygon) => ringArea(outerOf(polygon)))
    expect(Math.abs(parts.reduce((sum, area) => sum + area, 0) / whole - 1)).toBeLessThan(1e-9)
    // 1,609.6 km2 is the source outline; the plane and 156 points are good to 1 %.
    expect(Math.abs(whole / 1609.6e6 - 1)).toBeLessThan(0.01)
    const edges = new Set<string>()
    const edgesOf = (polygon: Polygon): string[] =>
      polygon.coordinates[0]!.slice(1).map((to, index) => `${polygon.coordinates[0]![index]!} ${to}`)
    for (const edge of townPolygons.flatMap(edgesOf)) {
      expect(edges.has(edge)).toBe(false)
      edges.add(edge)
    }
    const turned = (edge: string): string => edge.split(' ').reverse().join(' ')
    const outside = [...edges].filter((edge) => !edges.has(turned(edge)))
    expect(new Set(outside)).toEqual(new Set(edgesOf(city.boundary)))
  })

  it('contain their seats', () => {
    city.towns.forEach(({ seat }, index) => {
      expect(insideRing(toPlane(seat), outerOf(townPolygons[index]!))).toBe(true)
    })
  })
})

describe('roads', () => {
  const junctions = new Map(city.junctions.map((junction) => [junction.id, junction]))

  it('run from junction to junction', () => {
    const degree = new Map<string, number>()
    const loose = city.roads.filter(
      ({ from, to, line }) =>
        String(line.coordinates[0]) !== String(junctions.get(from)?.position) ||
        String(line.coordinates.at(-1)) !== String(junctions.get(to)?.position),
    )
    expect(loose).toEqual([])
    for (const { from, to } of city.roads) {
      for (const end of [from, to]) degree.set(end, (degree.get(end) ?? 0) + 1)
    }
    expect(city.junctions.filter((junction) => degree.get(junction.id) !== junction.degree)).toEqual([])
  })

  it('are one connected graph', () => {
    const neighbours = new Map<string, string[]>()
    for (const { from, to } of city.roads) {
      neighbours.set(from, [...(neighbours.get(from) ?? []), to])
      neighbours.set(to, [...(neighbours.get(to) ?? []), from])
    }
    const seen = new Set<string>([city.junctions[0]!.id])
    const open = [...seen]
    for (let id = open.pop(); id; id = open.pop()) {
      for (const next of neighbours.get(id)!) {
        if (seen.has(next)) continue
        seen.add(next)
        open.push(next)
      }
    }
    expect(seen.size).toBe(city.junctions.length)
  })

  it('stay within the boundary', () => {
    const boundary = outerOf(city.boundary)
    const outside = city.roads.filter(({ line }) => !line.coordinates.every((at) => insideRing(toPlane(at), boundary)))
    expect(outside.map(({ id, zh }) => `${id} ${zh}`)).toEqual([])
  })

  it('cross the rivers on bridges only', () => {
    const rivers = city.water
      .filter(({ kind }) => kind === 'river')
      .flatMap(polygonsOf)
      .map(outerOf)
    const wet = city.roads.filter(({ bridge, line }) => {
      if (bridge) return false
      const path = line.coordinates.map(toPlane)
      return rivers.some((ring) => path.some((point) => insideRing(point, ring)))
    })
    expect(wet.map(({ id, zh }) => `${id} ${zh}`)).toEqual([])
    expect(city.roads.filter(({ bridge }) => bridge).length).toBeGreaterThan(50)
  })
})

describe('blocks and buildings', () => {
  const water = city.water.flatMap(polygonsOf).map(outerOf)
  const boxOf = (ring: Path): readonly [number, number, number, number] => {
    const xs = ring.map(([x]) => x)
    const ys = ring.map(([, y]) => y)
    return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
  }
  const wetRings = water.map((ring) => ({ ring, box: boxOf(ring) }))
  const onWater = (ring: Path): boolean => {
    const [west, south, east, north] = boxOf(ring)
    return wetRings.some(
      ({ ring: wet, box }) =>
        box[0] < east &&
        box[2] > west &&
        box[1] < north &&
        box[3] > south &&
        (ring.some((point) => insideRing(point, wet)) || meets(ring, wet)),
    )
  }

  it('are within the boundary and not on water', () => {
    const boundary = outerOf(city.boundary)
    const outside = city.buildings.filter(
      ({ polygon }) => !outerOf(polygon).every((point) => insideRing(point, boundary)),
    )
    expect(outside).toEqual([])
    expect(city.buildings.filter(({ polygon }) => onWater(outerOf(polygon)))).toEqual([])
    expect(city.blocks.filter(({ polygon }) => onWater(outerOf(polygon)))).toEqual([])
  })

  it('keep buildings in their blocks and off the roads', () => {
    const blocks = new Map(city.blocks.map((block) => [block.id, outerOf(block.polygon)]))
    const astray = city.buildings.filter(
      ({ polygon, block }) => !outerOf(polygon).every((point) => insideRing(point, blocks.get(block)!)),
    )
    expect(astray).toEqual([])
    const segments = city.roads.flatMap(({ line }) => {
      const path = line.coordinates.map(toPlane)
      return path.slice(1).map((to, index): Path => [path[index]!, to])
    })
    const cells = new Map<string, Path[]>()
    for (const segment of segments) {
      const [west, south, east, north] = boxOf(segment).map((metres) => Math.floor(metres / 300))
      for (let x = west!; x <= east!; x++) {
        for (let y = south!; y <= north!; y++) cells.set(`${x},${y}`, [...(cells.get(`${x},${y}`) ?? []), segment])
      }
    }
    const crossed = city.buildings.filter(({ polygon }) => {
      const ring = outerOf(polygon)
      const keys = new Set(ring.map(([x, y]) => `${Math.floor(x / 300)},${Math.floor(y / 300)}`))
      return [...keys].some((key) => cells.get(key)?.some((segment) => meets(ring, segment)))
    })
    expect(crossed.map(({ id }) => id)).toEqual([])
  })

  it('have sensible heights', () => {
    const heights = city.buildings.map(({ height }) => height)
    expect(Math.min(...heights)).toBeGreaterThan(2.5)
    expect(Math.max(...heights)).toBeLessThanOrEqual(92)
  })
})

describe('population', () => {
  it('sums to the census, by block and by cell', () => {
    const sum = (parts: readonly { readonly people: number }[]): number =>
      parts.reduce((total, { people }) => total + people, 0)
    expect(sum(city.population)).toBe(1_160_000)
    expect(sum(city.blocks)).toBe(1_160_000)
    expect(sum(city.blocks.filter(({ builtUp }) => builtUp))).toBe(400_000)
  })
})
