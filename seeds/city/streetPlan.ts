import { curve } from './curve'
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
  /** Ends that lead on, out of the city, as a main road. */
  readonly gates: '' | 'start' | 'end' | 'both'
}

/** A quarter of the city with a street net of its own; its outline is a road. */
export interface Quarter {
  readonly id: 'core' | 'zone' | 'lakeside'
  readonly road: Name
  readonly class: RoadClass
  /** Through these points of the straight plan, counter-clockwise. */
  readonly outline: Path
}

export const quarters: readonly Quarter[] = [
  {
    id: 'core',
    road: { zh: '环城路', en: 'Ring Road' },
    class: 'primary',
    outline: [
      [-2020, -1900],
      [-1750, -2950],
      [-700, -3400],
      [900, -3480],
      [2500, -3330],
      [3800, -2750],
      [4420, -1500],
      [4480, 300],
      [4380, 2000],
      [4050, 3350],
      [2900, 4080],
      [1300, 4330],
      [-300, 4180],
      [-1450, 3650],
      [-1950, 2650],
      [-2020, 1200],
      [-2020, -400],
    ],
  },
  {
    id: 'zone',
    road: { zh: '兴业环路', en: 'Xingye Ring Road' },
    class: 'secondary',
    outline: [
      [-2600, -2150],
      [-2600, -700],
      [-2600, 700],
      [-2620, 2000],
      [-3300, 2330],
      [-4500, 2250],
      [-5350, 1750],
      [-5800, 600],
      [-5650, -800],
      [-5100, -1950],
      [-4200, -2500],
      [-3200, -2560],
    ],
  },
  {
    id: 'lakeside',
    road: { zh: '孟湖环路', en: 'Menghu Ring Road' },
    class: 'secondary',
    outline: [
      [4100, -700],
      [5300, -800],
      [6500, -520],
      [7250, 350],
      [7420, 1600],
      [7000, 2800],
      [6100, 3420],
      [5200, 3430],
      [4550, 3100],
      [3900, 2500],
      [3700, 1000],
    ],
  },
]

const avenue = (
  at: number,
  zh: string,
  en: string,
  roadClass: RoadClass,
  [from, to]: readonly [number, number],
  gates: Avenue['gates'] = '',
): Avenue => ({ at, zh, en, class: roadClass, from, to, gates })

const across = [-4300, 5200] as const
const zoneOnly = [-3000, 2800] as const
const lakeOnly = [-1400, 4300] as const

/** Streets that run north-south. Names are demonstration names. */
export const northSouth: readonly Avenue[] = [
  avenue(-4550, '兴业路', 'Xingye Road', 'secondary', zoneOnly),
  avenue(-3560, '创业路', 'Chuangye Road', 'secondary', zoneOnly),
  avenue(-1360, '龙山路', 'Longshan Road', 'secondary', across),
  avenue(-680, '岗山路', 'Gangshan Road', 'primary', across, 'both'),
  avenue(20, '铁山路', 'Tieshan Road', 'secondary', across),
  avenue(640, '千泉路', 'Qianquan Road', 'primary', across),
  avenue(1300, '护驾山路', 'Hujiashan Road', 'secondary', across),
  avenue(2020, '峄山路', 'Yishan Road', 'primary', across, 'both'),
  avenue(2800, '凤凰山路', 'Fenghuangshan Road', 'secondary', across),
  avenue(3580, '兴石路', 'Xingshi Road', 'secondary', across, 'start'),
  avenue(5050, '孟湖路', 'Menghu Road', 'secondary', lakeOnly),
  avenue(6480, '湖东路', 'Hudong Road', 'secondary', lakeOnly),
]

const coreRow = [-2500, 4700] as const
const coreToLake = [-2500, 8000] as const
const zoneToCore = [-6300, 4700] as const
const whole = [-6300, 8000] as const

/** Streets that run west-east; some cross the railway to the development zone, some go on to the lake. */
export const westEast: readonly Avenue[] = [
  avenue(-2080, '顺河路', 'Shunhe Road', 'secondary', coreRow),
  avenue(-1480, '亚圣路', 'Yasheng Road', 'primary', zoneToCore),
  avenue(-850, '仓廒街', "Cang'ao Street", 'secondary', coreRow),
  avenue(-200, '孟子大道', 'Mengzi Avenue', 'primary', whole, 'both'),
  avenue(480, '平阳路', 'Pingyang Road', 'secondary', coreToLake),
  avenue(1130, '公园路', 'Gongyuan Road', 'secondary', zoneToCore),
  avenue(1800, '太平路', 'Taiping Road', 'primary', whole, 'start'),
  avenue(2330, '金山路', 'Jinshan Road', 'secondary', coreToLake),
  avenue(3330, '燕京路', 'Yanjing Road', 'primary', coreToLake),
]

/** From the straight plan to the plane: turned by two degrees and gently warped, as grown streets are. */
export function warp(point: Point): Point {
  const turned: Point = [point[0] * 0.99939 + point[1] * 0.0349, point[1] * 0.99939 - point[0] * 0.0349]
  return [
    turned[0] + fractalNoise(turned, 3300, 41) * 210 + noise(turned, 900, 45) * 18,
    turned[1] + fractalNoise(turned, 3300, 51) * 210 + noise(turned, 900, 55) * 18,
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

/** A quarter's outline in the plane, an open ring. */
export function growQuarterRing(quarter: Quarter): Path {
  return curve(quarter.outline, 60, true).map(warp)
}
