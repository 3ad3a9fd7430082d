import { curve, simplify } from './curve'
import { insideRing } from './measure'
import type { Name } from './names'
import { type Path, toPlane } from './plane'

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
    '116.937,35.505 116.9415,35.465 116.9435,35.435 116.944,35.4 116.9455,35.372 116.952,35.33 116.966,35.28 116.985,35.23 117.003,35.18',
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
    '116.9458,35.3665 116.9435,35.352 116.932,35.341 116.908,35.3365 116.872,35.344 116.833,35.3495 116.792,35.348',
  ],
]

/** The stretch of the path that is inside the ring, whole vertices only. */
function within(path: Path, ring: Path): Path {
  return path.filter((point) => insideRing(point, ring))
}

export function growRailways(boundary: Path): Railway[] {
  return courses.map(([id, zh, en, kind, course]) => {
    const through = course.split(' ').map((pair) => toPlane(pair.split(',').map(Number)))
    return { id, zh, en, kind, path: simplify(within(curve(through, 40), boundary), 1.5) }
  })
}
