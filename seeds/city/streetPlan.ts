import type { Name } from './names'
import { fractalNoise, noise } from './noise'
import type { Path, Point } from './plane'
import type { RoadClass } from './types'

/** A main street of the plan: where it runs in the straight plan, and how important it is. */
export interface Avenue extends Name {
  readonly at: number
  readonly class: RoadClass
  readonly from: number
  readonly to: number
}

const avenue = (at: number, zh: string, en: string, roadClass: RoadClass, from: number, to: number): Avenue => {
  return { at, zh, en, class: roadClass, from, to }
}

/** The ring road around the core, west south east north, in the straight plan. */
export const core = { west: -1950, south: -3250, east: 4250, north: 4050, corner: 1300 }
export const zone = { west: -5450, south: -2450, east: -2620, north: 1800 }
export const lakeside = { west: 4250, south: -200, east: 7150, north: 3250 }

/** Streets that run north-south. Names are demonstration names. */
export const northSouth: readonly Avenue[] = [
  avenue(-5450, '西环路', 'West Ring Road', 'secondary', zone.south, zone.north),
  avenue(-4500, '兴业路', 'Xingye Road', 'secondary', zone.south, zone.north),
  avenue(-3550, '创业路', 'Chuangye Road', 'secondary', zone.south, zone.north),
  avenue(-2620, '铁西路', 'Tiexi Road', 'secondary', zone.south, zone.north),
  avenue(-1340, '龙山路', 'Longshan Road', 'secondary', core.south, core.north),
  avenue(-680, '岗山路', 'Gangshan Road', 'primary', core.south, core.north),
  avenue(20, '铁山路', 'Tieshan Road', 'secondary', core.south, core.north),
  avenue(640, '千泉路', 'Qianquan Road', 'primary', core.south, core.north),
  avenue(1300, '护驾山路', 'Hujiashan Road', 'secondary', core.south, core.north),
  avenue(1980, '峄山路', 'Yishan Road', 'primary', core.south, core.north),
  avenue(2720, '凤凰山路', 'Fenghuangshan Road', 'secondary', core.south, core.north),
  avenue(3480, '兴石路', 'Xingshi Road', 'secondary', core.south, core.north),
  avenue(5000, '孟湖路', 'Menghu Road', 'secondary', lakeside.south, lakeside.north),
  avenue(6350, '湖东路', 'Hudong Road', 'secondary', lakeside.south, lakeside.north),
  avenue(7150, '东湖大道', 'Donghu Avenue', 'secondary', lakeside.south, lakeside.north),
]

/** Streets that run west-east; some cross the railway to the development zone, some go on to the lake. */
export const westEast: readonly Avenue[] = [
  avenue(-2600, '宏河路', 'Honghe Road', 'secondary', core.west, core.east),
  avenue(-2450, '矿建路', 'Kuangjian Road', 'secondary', zone.west, zone.east),
  avenue(-2080, '顺河路', 'Shunhe Road', 'secondary', core.west, core.east),
  avenue(-1480, '亚圣路', 'Yasheng Road', 'primary', zone.west, core.east),
  avenue(-850, '仓廒街', "Cang'ao Street", 'secondary', core.west, core.east),
  avenue(-200, '太平路', 'Taiping Road', 'primary', zone.west, lakeside.east),
  avenue(480, '平阳路', 'Pingyang Road', 'secondary', core.west, lakeside.east),
  avenue(1130, '公园路', 'Gongyuan Road', 'secondary', core.west, lakeside.east),
  avenue(1800, '孟子大道', 'Mengzi Avenue', 'primary', zone.west, lakeside.east),
  avenue(2560, '金山路', 'Jinshan Road', 'secondary', core.west, lakeside.east),
  avenue(3250, '燕京路', 'Yanjing Road', 'primary', core.west, lakeside.east),
]

/** From the straight plan to the plane: turned by two degrees and gently warped, as grown streets are. */
export function warp(point: Point): Point {
  const turned: Point = [point[0] * 0.99939 + point[1] * 0.0349, point[1] * 0.99939 - point[0] * 0.0349]
  return [
    turned[0] + fractalNoise(turned, 3200, 41) * 170 + noise(turned, 900, 45) * 16,
    turned[1] + fractalNoise(turned, 3200, 51) * 170 + noise(turned, 900, 55) * 16,
  ]
}

/** A straight stretch of the plan, bent into the plane: a vertex about every 50 metres. */
export function warpLine(from: Point, to: Point): Path {
  const length = Math.max(Math.abs(to[0] - from[0]), Math.abs(to[1] - from[1]))
  const pieces = Math.max(1, Math.round(length / 50))
  return Array.from({ length: pieces + 1 }, (_, index) => {
    const share = index / pieces
    return warp([from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share])
  })
}
