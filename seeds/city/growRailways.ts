import { curve, simplify } from './curve'
import { longestInside } from './longestInside'
import type { Name } from './names'
import { type Path, type Point, toPlane } from './plane'
import { warp } from './streetPlan'

export interface Railway extends Name {
  readonly id: string
  readonly kind: string
  readonly path: Path
}

type Course = readonly [id: string, zh: string, en: string, kind: string, course: string]

/** The main line runs west of the centre as in reality; exact courses are invented. */
const courses: readonly Course[] = [
  [
    'jinghu',
    '京沪铁路',
    'Beijing–Shanghai Railway',
    'rail',
    '116.9385,35.505 116.942,35.465 @2600 @600 @-1500 116.9475,35.36 116.954,35.33 116.966,35.28 116.985,35.23 117.003,35.18',
  ],
  [
    'jinghu-high-speed',
    '京沪高速铁路',
    'Beijing–Shanghai High-speed Railway',
    'high-speed',
    '117.06,35.53 117.066,35.47 117.069,35.42 117.071,35.37 117.076,35.31 117.086,35.25 117.095,35.19',
  ],
  [
    'mine-branch',
    '矿区铁路专用线',
    'Mine Branch',
    'branch',
    '116.9465,35.364 116.9435,35.352 116.932,35.341 116.908,35.3365 116.872,35.344 116.833,35.3495 116.792,35.348',
  ],
]

/** Lon and lat, or `@north`: beside the core, so many metres north in the street plan. */
function place(token: string): Point {
  return token.startsWith('@') ? warp([-2310, Number(token.slice(1))]) : toPlane(token.split(',').map(Number))
}

export function growRailways(boundary: Path): Railway[] {
  return courses.map(([id, zh, en, kind, course]) => {
    const through = course.split(' ').map(place)
    return { id, zh, en, kind, path: simplify(longestInside(curve(through, 40), boundary), 1.5) }
  })
}
