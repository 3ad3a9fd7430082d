import { type Obstacles, standsIn } from './obstacles'

/** One who looks: where (plane, metres), how far (from `near` to `far`), and over which directions. */
export interface Viewer {
  readonly x: number
  readonly y: number
  readonly near: number
  readonly far: number
  /** Radians counter-clockwise from +x: the beam starts here and is `sweep` wide, 2π for all round. */
  readonly from: number
  readonly sweep: number
  /** Metres above the ground, or null: unknown, and every obstacle hides all that lies behind it. */
  readonly height: number | null
}

/** A piece of a straight line as the viewer sees it, over directions t1 to t2 (radians from the beam's start, and beyond the beam). */
export interface WallCurve {
  readonly t1: number
  readonly t2: number
  /** Metres from the viewer at both ends; in between it is nowhere farther than at the farther one. */
  readonly r1: number
  readonly r2: number
  /** Its distance along a direction u, a unit vector, is 1 / (nx·u.x + ny·u.y). */
  readonly nx: number
  readonly ny: number
  /** Outwards along a ray, what lies beyond is one deeper in shadow (1), or one less (−1). */
  readonly step: 1 | -1
  /** The shadow that begins here never ends. */
  readonly endless: boolean
}

const FULL = 2 * Math.PI
/** Metres: one who stands on an outline stands in it. */
const ON_EDGE = 1e-6
/** Metres: an edge in line with the viewer is seen as a point. */
const IN_LINE = 1e-13

/**
 * The edges of shadows on the ground. Where a ray enters an obstacle a shadow begins; it ends where the ray leaves it,
 * farther by height / (height − obstacle's height), or never when the obstacle is as high as the viewer or a height is
 * unknown. What the viewer stands in (a camera on its own wall or roof) hides nothing.
 */
export function wallCurves(viewer: Viewer, obstacles: Obstacles): WallCurve[] {
  const { x, y, far } = viewer
  const curves: WallCurve[] = []
  for (const obstacle of obstacles(x - far, y - far, x + far, y + far)) {
    if (standsIn(obstacle, x, y, ON_EDGE)) continue
    const stretch = shadowStretch(viewer.height, obstacle.height)
    for (const ring of obstacle.rings) addRing(curves, viewer, stretch, ring)
  }
  return curves
}

function shadowStretch(viewer: number | null, obstacle: number | null): number {
  if (viewer === null || obstacle === null || obstacle >= viewer) return Number.POSITIVE_INFINITY
  return viewer / (viewer - Math.max(0, obstacle))
}

function addRing(curves: WallCurve[], viewer: Viewer, stretch: number, ring: Float64Array): void {
  const { x, y } = viewer
  let ax = ring[ring.length - 2]! - x
  let ay = ring[ring.length - 1]! - y
  // Directions are asked for once a corner, so that edges which meet there end at the very same.
  let towardsA = Number.NaN
  let first = Number.NaN
  for (let i = 0; i < ring.length; i += 2) {
    const bx = ring[i]! - x
    const by = ring[i + 1]! - y
    let towardsB = i + 2 === ring.length ? first : Number.NaN
    const cross = ax * by - ay * bx
    if (isSeen(viewer, stretch, cross, bx - ax, by - ay)) {
      if (Number.isNaN(towardsA)) towardsA = Math.atan2(ay, ax)
      if (Number.isNaN(towardsB)) towardsB = Math.atan2(by, bx)
      addEdge(curves, viewer, stretch, cross, { x: ax, y: ay, towards: towardsA }, { x: bx, y: by, towards: towardsB })
    }
    if (i === 0) first = towardsA
    ax = bx
    ay = by
    towardsA = towardsB
  }
}

/** Whether an edge bounds a shadow within reach. */
function isSeen({ far }: Viewer, stretch: number, cross: number, dx: number, dy: number): boolean {
  const leaves = cross > 0
  if (leaves && stretch === Number.POSITIVE_INFINITY) return false
  const length = Math.sqrt(dx * dx + dy * dy)
  return Math.abs(cross) > IN_LINE * length && Math.abs(cross) * (leaves ? stretch : 1) < far * length
}

interface Corner {
  readonly x: number
  readonly y: number
  readonly towards: number
}

function addEdge(
  curves: WallCurve[],
  { from, sweep }: Viewer,
  stretch: number,
  cross: number,
  a: Corner,
  b: Corner,
): void {
  const leaves = cross > 0
  const start = leaves ? a : b
  const end = leaves ? b : a
  const scale = leaves ? stretch : 1
  const t1 = turned(start.towards - from)
  const t2 = t1 + turned(end.towards - start.towards)
  const curve: WallCurve = {
    t1,
    t2,
    r1: Math.sqrt(start.x * start.x + start.y * start.y) * scale,
    r2: Math.sqrt(end.x * end.x + end.y * end.y) * scale,
    nx: (end.y - start.y) / (Math.abs(cross) * scale),
    ny: (start.x - end.x) / (Math.abs(cross) * scale),
    step: leaves ? -1 : 1,
    endless: stretch === Number.POSITIVE_INFINITY,
  }
  if (t1 < sweep) curves.push(curve)
  if (t2 > FULL) curves.push({ ...curve, t1: t1 - FULL, t2: t2 - FULL })
}

const turned = (angle: number): number => {
  const rest = angle % FULL
  return rest < 0 ? rest + FULL : rest
}
