import { difference, intersect, outers, union } from './clip'
import { curve, simplify, simplifyRing } from './curve'
import { distance } from './measure'
import type { Name } from './names'
import { noise } from './noise'
import { type Path, type Point, toPlane } from './plane'

interface River extends Name {
  readonly id: string
  readonly path: Path
  /** The same with a vertex about every 60 metres. */
  readonly course: Path
  /** Half the width at the source and at the mouth, metres. */
  readonly from: number
  readonly to: number
}

export interface Area extends Name {
  readonly id: string
  readonly kind: string
  readonly ring: Path
  readonly holes?: readonly Path[]
}

export interface Water {
  readonly rivers: readonly River[]
  readonly lakes: readonly Area[]
  /** Rivers as areas. */
  readonly riverAreas: readonly Area[]
  /** All water as rings, for keeping off it. */
  readonly rings: readonly Path[]
}

type Course = readonly [id: string, zh: string, en: string, from: number, to: number, course: string]

/** Invented courses, lon and lat, from source to mouth. */
const courses: readonly Course[] = [
  [
    'baima',
    '白马河',
    'Baima River',
    26,
    55,
    '116.926,35.49 116.915,35.455 116.905,35.43 116.898,35.4 116.889,35.368 116.883,35.34 116.872,35.305 116.858,35.27 116.85,35.235 116.838,35.2 116.828,35.17',
  ],
  [
    'xiaoyi',
    '小沂河',
    'Xiaoyi River',
    16,
    30,
    '117.052,35.4445 117.034,35.437 117.014,35.432 116.996,35.4262 116.975,35.4243 116.955,35.4265 116.932,35.4275 116.9053,35.431',
  ],
  [
    'dasha',
    '大沙河',
    'Dasha River',
    12,
    36,
    '117.19,35.375 117.155,35.368 117.12,35.375 117.07,35.368 117.03,35.3735 116.995,35.378 116.965,35.3725 116.93,35.363 116.8883,35.366',
  ],
  ['xiwei', '西苇河', 'Xiwei Brook', 8, 14, '117.15,35.475 117.115,35.463 117.085,35.463 117.05,35.453'],
  [
    'wangyun',
    '望云河',
    'Wangyun River',
    10,
    26,
    '117.16,35.29 117.11,35.286 117.06,35.277 117.02,35.285 116.97,35.278 116.92,35.283 116.8672,35.292',
  ],
  [
    'chengqian',
    '城前河',
    'Chengqian River',
    10,
    30,
    '117.43,35.43 117.4,35.392 117.37,35.362 117.335,35.345 117.29,35.338 117.24,35.325 117.2,35.298 117.175,35.27 117.165,35.23',
  ],
  [
    'tianhuang',
    '田黄河',
    'Tianhuang River',
    9,
    20,
    '117.37,35.445 117.335,35.432 117.31,35.432 117.275,35.442 117.25,35.46 117.235,35.48',
  ],
  ['xiangcheng', '香城河', 'Xiangcheng River', 8, 16, '117.13,35.335 117.15,35.315 117.178,35.3 117.2,35.298'],
  [
    'xingfu',
    '幸福河',
    'Xingfu Canal',
    14,
    18,
    '116.795,35.43 116.805,35.395 116.822,35.355 116.838,35.315 116.8655,35.287',
  ],
  ['guoli', '郭里河', 'Guoli Brook', 7, 16, '116.93,35.225 116.895,35.222 116.865,35.215 116.842,35.208'],
]

type Basin = readonly [id: string, zh: string, en: string, kind: string, place: string, radius: number, stretch: number]

const basins: readonly Basin[] = [
  ['xiwei-reservoir', '西苇水库', 'Xiwei Reservoir', 'reservoir', '117.046,35.4495', 780, 1.35],
  ['mengzi-lake', '孟子湖', 'Mengzi Lake', 'lake', '117.0325,35.4145', 560, 1.25],
  ['dashu-reservoir', '大束水库', 'Dashu Reservoir', 'reservoir', '117.118,35.435', 420, 1.3],
  ['xiangcheng-reservoir', '香城水库', 'Xiangcheng Reservoir', 'reservoir', '117.135,35.332', 430, 1.4],
  ['motin-reservoir', '莫亭水库', 'Moting Reservoir', 'reservoir', '117.375,35.366', 560, 1.5],
  ['tianhuang-reservoir', '田黄水库', 'Tianhuang Reservoir', 'reservoir', '117.355,35.44', 480, 1.3],
  ['zhangzhuang-reservoir', '张庄水库', 'Zhangzhuang Reservoir', 'reservoir', '117.245,35.36', 380, 1.2],
  ['yishan-pond', '峄山湖', 'Yishan Lake', 'reservoir', '117.055,35.31', 330, 1.2],
  ['shiqiang-reservoir', '石墙水库', 'Shiqiang Reservoir', 'reservoir', '116.951,35.203', 360, 1.3],
  ['taiping-wetland', '太平湿地', 'Taiping Wetland', 'lake', '116.813,35.322', 520, 1.8],
  ['beisu-pond', '北宿湖', 'Beisu Lake', 'lake', '116.853,35.394', 360, 1.5],
]

const parse = (course: string): Path => course.split(' ').map((pair) => toPlane(pair.split(',').map(Number)))

/** A gentle meander that fades out at both ends, so that rivers still meet. */
function meander(path: Path, salt: number): Path {
  const first = path[0]!
  const last = path.at(-1)!
  return path.map((point): Point => {
    const fade = Math.min(1, distance(point, first) / 1500, distance(point, last) / 1500)
    return [
      point[0] + fade * (noise(point, 1700, salt) * 190 + noise(point, 700, salt + 5) * 50),
      point[1] + fade * (noise(point, 1700, salt + 1) * 190 + noise(point, 700, salt + 6) * 50),
    ]
  })
}

/** A band around the path, its half width growing from `from` to `to` metres. */
function band(path: Path, from: number, to: number): Path {
  const left: Point[] = []
  const right: Point[] = []
  path.forEach((point, index) => {
    const before = path[Math.max(0, index - 1)]!
    const after = path[Math.min(path.length - 1, index + 1)]!
    const length = distance(before, after)
    const half = from + ((to - from) * index) / (path.length - 1)
    const east = (-(after[1] - before[1]) / length) * half
    const north = ((after[0] - before[0]) / length) * half
    left.push([point[0] + east, point[1] + north])
    right.push([point[0] - east, point[1] - north])
  })
  return [...right, ...left.reverse()]
}

/** A closed organic outline of about the given radius around a point. */
export function blob(centre: Point, radius: number, stretch: number, salt: number, roughness = 0.35): Path {
  const corners = 72
  const ring = Array.from({ length: corners }, (_, index): Point => {
    const angle = (index / corners) * 2 * Math.PI
    const east = Math.cos(angle)
    const north = Math.sin(angle)
    const around: Point = [east * 1.15, north * 1.15]
    const reach = radius * (1 + roughness * noise(around, 1, salt) + roughness * 0.35 * noise(around, 0.4, salt + 1))
    return [centre[0] + east * reach * stretch, centre[1] + (north * reach) / stretch]
  })
  return simplifyRing(ring, radius / 90)
}

/** Rivers, lakes and reservoirs within the outline. */
export function growWater(boundary: Path): Water {
  const rivers = courses.map(([id, zh, en, from, to, course], index): River => {
    const dense = meander(curve(parse(course), 60), 100 + index * 10)
    return { id, zh, en, path: simplify(dense, 3), course: dense, from, to }
  })
  const lakes = basins.map(([id, zh, en, kind, place, radius, stretch], index): Area => {
    return { id, zh, en, kind, ring: blob(parse(place)[0]!, radius, stretch, 300 + index * 7, 0.3) }
  })
  const bands = rivers.map(({ path, from, to }) => outers(union([band(path, from, to)]))[0]!)
  const lakeRings = lakes.map(({ ring }) => ring)
  const riverAreas = rivers.flatMap((river, index) => {
    const others = [...lakeRings, ...bands.slice(0, index)]
    const parts = outers(intersect(difference([bands[index]!], others), [boundary]))
    return parts
      .filter((ring) => ring.length > 3)
      .map((ring, part): Area => ({ id: `${river.id}-${part + 1}`, zh: river.zh, en: river.en, kind: 'river', ring }))
  })
  return { rivers, lakes, riverAreas, rings: [...lakeRings, ...riverAreas.map(({ ring }) => ring)] }
}
