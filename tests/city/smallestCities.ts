import { type Random, random } from '#seeds/random.ts'

/** Files of a city by name: `catalog.json` with nothing but what the contract requires, and its feeds. */
export type CityFiles = Readonly<Record<string, object>>

type Position = readonly [number, number]
type Bounds = readonly [number, number, number, number]

const feature = (id: string, geometry: object, properties: object) => ({ type: 'Feature', id, geometry, properties })
const collection = (features: readonly object[]) => ({ type: 'FeatureCollection', features })
const point = (at: Position) => ({ type: 'Point', coordinates: at })

/** A city cut into `columns` by `rows` districts whose corners are shaken: neighbours share them. */
function districts({ between }: Random, [west, south, east, north]: Bounds, names: readonly string[], columns: number) {
  const rows = names.length / columns
  const [width, height] = [(east - west) / columns, (north - south) / rows]
  const corners = Array.from({ length: (columns + 1) * (rows + 1) }, (_, at): Position => {
    const [x, y] = [at % (columns + 1), Math.floor(at / (columns + 1))]
    const shake = (size: number) => size * between(-0.22, 0.22)
    return [round(west + x * width + shake(width)), round(south + y * height + shake(height))]
  })
  const corner = (x: number, y: number): Position => corners[y * (columns + 1) + x]!
  return names.map((name, at) => {
    const [x, y] = [at % columns, Math.floor(at / columns)]
    const ring = [corner(x, y), corner(x + 1, y), corner(x + 1, y + 1), corner(x, y + 1), corner(x, y)]
    return feature(`d${at + 1}`, { type: 'Polygon', coordinates: [ring] }, { name })
  })
}

const round = (degrees: number): number => Math.round(degrees * 1e5) / 1e5

/** Places that lie denser towards the middle, as towers do. */
function places({ between }: Random, [west, south, east, north]: Bounds, count: number): readonly Position[] {
  const middle = (low: number, high: number) => (between(low, high) + between(low, high) + between(low, high)) / 3
  return Array.from({ length: count }, () => [round(middle(west, east)), round(middle(south, north))])
}

/** Districts and cell towers, in the form in which towers are published in the open: no names, a range, a radio. */
export function towerCity(): CityFiles {
  const bounds: Bounds = [121.3, 28.5, 121.72, 28.78]
  const draw = random('tower city', 1)
  const names = ['临港区', '海门区', '望江区', '东山区', '北岸区', '南屿区']
  const towers = places(draw, bounds, 260).map((at, index) =>
    feature(`${460}-${index + 1}`, point(at), {
      radio: draw.pick(['LTE', 'LTE', 'NR']),
      net: draw.pick([0, 1, 11]),
      range: draw.whole(4, 14) * 100,
      samples: draw.whole(1, 90),
    }),
  )
  return {
    'catalog.json': {
      version: 1,
      city: { code: '331099', name: { zh: '临海新城', en: 'Linhai New City' }, bounds: [120.9, 28.2, 122.1, 29.1] },
      feeds: [
        { id: 'districts', record: 'zone', source: { url: 'districts.geojson' } },
        {
          id: 'towers',
          record: 'site',
          source: { url: 'towers.geojson' },
          footprint: { radius: ['get', 'range'] },
        },
      ],
      indicators: [
        {
          id: '5g-key-area-coverage',
          metrics: { value: { method: 'covered', subjects: 'districts', by: 'towers' } },
        },
      ],
    },
    'districts.geojson': collection(districts(draw, bounds, names, 3)),
    'towers.geojson': collection(towers),
  }
}

/** Wards and amenities of a town far from the first: what stands in it has kinds, and half of it has names. */
export function amenityCity(): CityFiles {
  const bounds: Bounds = [-1.72, 53.72, -1.48, 53.86]
  const draw = random('amenity city', 2)
  const names = ['Northgate', 'Millside', 'Kirkstall', 'Harbour', 'Old Town', 'Beckett Park', 'Holme', 'Westfield']
  const kinds = ['school', 'school', 'school', 'library', 'clinic', 'sports centre', 'theatre']
  const amenities = places(draw, bounds, 120).map((at, index) => {
    const kind = draw.pick(kinds)
    const named = draw.chance(0.5) ? { name: `${draw.pick(names)} ${kind}` } : {}
    return feature(`a${index + 1}`, point(at), {
      ...named,
      kind,
      smart: draw.chance(0.62),
      opened: draw.whole(1908, 2024),
    })
  })
  return {
    'catalog.json': {
      version: 1,
      city: { code: 'E08000035', name: { zh: '诺斯盖特', en: 'Northgate' }, bounds: [-2, 53.6, -1.2, 54] },
      feeds: [
        { id: 'wards', record: 'zone', source: { url: 'wards.geojson' } },
        { id: 'amenities', record: 'place', source: { url: 'amenities.geojson' } },
      ],
      indicators: [
        {
          id: 'smart-campus-coverage',
          metrics: {
            value: {
              method: 'share',
              of: 'amenities',
              where: ['==', ['get', 'kind'], 'school'],
              match: ['==', ['get', 'smart'], true],
            },
          },
        },
      ],
    },
    'wards.geojson': collection(districts(draw, bounds, names, 4)),
    'amenities.geojson': collection(amenities),
  }
}
