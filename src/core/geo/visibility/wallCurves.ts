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
  /** The line is nx·x + ny·y = c, the viewer being the origin. */
  readonly nx: number
  readonly ny: number
  readonly c: number
  /** Outwards along a ray, what lies beyond is one deeper in shadow (1), or one less (−1). */
  readonly step: 1 | -1
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
    for (const ring of obstacle.rings) {
      let ax = ring[ring.length - 2]! - x
      let ay = ring[ring.length - 1]! - y
      for (let i = 0; i < ring.length; i += 2) {
        const bx = ring[i]! - x
        const by = ring[i + 1]! - y
        addEdge(curves, viewer, stretch, ax, ay, bx, by)
        ax = bx
        ay = by
      }
    }
  }
  return curves
}

function shadowStretch(viewer: number | null, obstacle: number | null): number {
  if (viewer === null || obstacle === null || obstacle >= viewer) return Number.POSITIVE_INFINITY
  return viewer / (viewer - Math.max(0, obstacle))
}

function addEdge(
  curves: WallCurve[],
  { from, sweep, far }: Viewer,
  stretch: number,
  ax: number,
  ay: number,
  bx: number,
  by: number,
): void {
  const cross = ax * by - ay * bx
  const length = Math.hypot(bx - ax, by - ay)
  if (Math.abs(cross) <= IN_LINE * length) return
  const leaves = cross > 0
  if (leaves && stretch === Number.POSITIVE_INFINITY) return
  const scale = leaves ? stretch : 1
  const c = Math.abs(cross) * scale
  if (c >= far * length) return
  const turn = leaves ? 1 : -1
  const nx = (by - ay) * turn
  const ny = (ax - bx) * turn
  const [atA, atB] = [Math.hypot(ax, ay) * scale, Math.hypot(bx, by) * scale]
  const [r1, r2] = leaves ? [atA, atB] : [atB, atA]
  const start = leaves ? Math.atan2(ay, ax) : Math.atan2(by, bx)
  const t1 = (((start - from) % FULL) + FULL) % FULL
  const t2 = t1 + Math.atan2(Math.abs(cross), ax * bx + ay * by)
  const curve = { t1, t2, r1, r2, nx, ny, c, step: leaves ? -1 : 1 } as const
  if (t1 < sweep) curves.push(curve)
  if (t2 > FULL) curves.push({ ...curve, t1: t1 - FULL, t2: t2 - FULL })
}
