import type { RoadLine } from './arrangeRoads'
import { curve, simplify } from './curve'
import type { Gate } from './growStreets'
import { longestInside } from './longestInside'
import { distance } from './measure'
import { type Path, type Point, toPlane } from './plane'
import type { RoadClass } from './types'

type Course = readonly [zh: string, en: string, roadClass: RoadClass, course: string]

/** Courses are invented but respect the real directions: the national road beside the railway, the west avenue. */
const courses: readonly Course[] = [
  [
    '京台高速',
    'Beijing–Taipei Expressway',
    'motorway',
    '116.89,35.5 116.881,35.455 116.873,35.42 116.862,35.39 116.857,35.355 116.862,35.32 116.884,35.27 116.91,35.22 116.928,35.16',
  ],
  [
    '济临高速',
    'Jining–Linyi Expressway',
    'motorway',
    '116.74,35.311 116.775,35.309 116.83,35.3035 116.88,35.306 116.94,35.3 117.0,35.2955 117.05,35.293 117.1,35.304 117.16,35.322 117.22,35.345 117.28,35.362 117.35,35.379 117.41,35.374 117.48,35.372',
  ],
  ['104国道', 'National Road 104', 'trunk', '@岗山路:end 116.955,35.468 116.952,35.5'],
  [
    '104国道',
    'National Road 104',
    'trunk',
    '@岗山路:start 116.9605,35.35 116.966,35.32 116.9835,35.285 117.0,35.268 117.012,35.25 117.018,35.21 117.02,35.18',
  ],
  [
    '342省道',
    'Provincial Road 342',
    'trunk',
    '@太平路:start 116.885,35.414 116.855,35.405 116.82,35.407 116.79,35.41 116.76,35.416',
  ],
  [
    '孟子大道西段',
    'West Mengzi Avenue',
    'trunk',
    '@孟子大道:start 116.88,35.371 116.84,35.362 116.79,35.36 116.72,35.35',
  ],
  [
    '邹大路',
    'Zouda Road',
    'trunk',
    '@孟子大道:end 117.09,35.41 117.135,35.421 117.165,35.412 117.225,35.418 117.265,35.415 117.31,35.42 117.37,35.425 117.42,35.44 117.46,35.46',
  ],
  [
    '邹香路',
    'Zouxiang Road',
    'trunk',
    '@兴石路:start 117.047,35.348 117.08,35.32 117.115,35.296 117.16,35.28 117.19,35.262 117.21,35.24',
  ],
  [
    '邹城东路',
    'Zoucheng East Road',
    'trunk',
    '117.16,35.28 117.2,35.287 117.24,35.305 117.28,35.31 117.31,35.332 117.345,35.322 117.38,35.31 117.42,35.305 117.48,35.32',
  ],
  ['252省道', 'Provincial Road 252', 'trunk', '117.31,35.42 117.325,35.4 117.345,35.365 117.38,35.31 117.41,35.27'],
  ['邹曲路', 'Zouqu Road', 'trunk', '@峄山路:end 117.016,35.468 117.01,35.49 117.006,35.52'],
  [
    '244省道',
    'Provincial Road 244',
    'trunk',
    '116.885,35.5 116.888,35.46 116.883,35.43 116.88,35.40 116.88,35.371 116.892,35.33 116.9,35.29 116.892,35.24 116.885,35.21 116.888,35.17',
  ],
  [
    '唐村路',
    'Tangcun Road',
    'trunk',
    '116.9605,35.35 116.94,35.33 116.918,35.3 116.892,35.24 116.865,35.222 116.83,35.21 116.79,35.205 116.76,35.2',
  ],
  [
    '太郭路',
    'Taiguo Road',
    'trunk',
    '116.81,35.45 116.797,35.405 116.79,35.36 116.797,35.31 116.815,35.27 116.82,35.23 116.83,35.21 116.82,35.15',
  ],
  [
    '北太路',
    'Beitai Road',
    'trunk',
    '116.94,35.33 116.905,35.323 116.86,35.332 116.82,35.336 116.7925,35.335 116.73,35.33',
  ],
  [
    '石看路',
    'Shikan Road',
    'trunk',
    '116.892,35.24 116.94,35.25 117.0,35.268 117.05,35.262 117.115,35.258 117.19,35.262',
  ],
  ['大香路', 'Daxiang Road', 'trunk', '117.09,35.41 117.098,35.375 117.1,35.34 117.115,35.296 117.11,35.25 117.1,35.2'],
  ['田张路', 'Tianzhang Road', 'trunk', '117.265,35.415 117.255,35.375 117.262,35.34 117.28,35.31'],
  [
    '峄山路南段',
    'South Yishan Road',
    'trunk',
    '@峄山路:start 116.995,35.345 116.999,35.312 116.9945,35.289 117.0,35.268',
  ],
  ['大束北路', 'North Dashu Road', 'trunk', '117.09,35.41 117.1,35.44 117.13,35.47 117.15,35.5'],
]

/** Motorways and trunk roads between the towns, to the border, and from the city's gates (`@avenue:end`). */
export function growMainRoads(boundary: Path, gates: ReadonlyMap<string, Gate>): RoadLine[] {
  return courses.map(([zh, en, roadClass, course]) => {
    const tokens = course.split(' ')
    const gate = gates.get(tokens[0]!.slice(1))
    const places = (gate ? tokens.slice(1) : tokens).map((token) => toPlane(token.split(',').map(Number)))
    const path = simplify(longestInside(gate ? fromGate(gate, places) : curve(places, 40), boundary), 2.5)
    return { zh, en, class: roadClass, path, reach: roadClass === 'motorway' ? 0 : 220, spans: true }
  })
}

/** Goes on in the direction of the avenue. */
function fromGate({ before, point }: Gate, places: Path): Path {
  const ahead: Point = [point[0] + (point[0] - before[0]) * 0.9, point[1] + (point[1] - before[1]) * 0.9]
  const path = curve([before, point, ahead, ...places], 40)
  const start = path.findIndex((vertex) => distance(vertex, point) < 0.01)
  return path.slice(Math.max(0, start))
}
