import { diamondAngle } from './angles'
import { IntervalSet } from './intervalSet'
import { DISC, type PetalStore, WEDGE } from './petalStore'

/** A full turn in diamond angles. */
export const TURN = 4

const inside = new IntervalSet()

/**
 * Takes from `open`, a set of diamond angles on the circle of one petal, what lies inside a petal of another mast.
 */
export function hideOnCircle(petals: PetalStore, circle: number, slot: number, open: IntervalSet): void {
  const radius = petals.radius[circle]!
  const other = petals.radius[slot]!
  const dx = petals.x[slot]! - petals.x[circle]!
  const dy = petals.y[slot]! - petals.y[circle]!
  const distanceSquared = dx * dx + dy * dy
  const sum = radius + other
  if (distanceSquared >= sum * sum) return
  const difference = other - radius
  // The factored difference keeps its digits for circles that are nearly the same. At −1 the other disc holds this one.
  const distance = Math.sqrt(distanceSquared)
  const cosine = (distanceSquared - difference * sum) / (2 * distance * radius)
  if (cosine >= 1) return
  const kind = petals.kind[slot]!
  if (cosine <= -1) {
    if (kind === DISC) open.size = 0
    else hideWedge(petals, circle, slot, 0, TURN, open)
    return
  }
  const sine = Math.sqrt(Math.max(0, 1 - cosine * cosine))
  const from = diamondAngle(dx * cosine + dy * sine, dy * cosine - dx * sine)
  const to = diamondAngle(dx * cosine - dy * sine, dy * cosine + dx * sine)
  if (kind === DISC) open.subtractTurn(from, to, TURN)
  else hideWedge(petals, circle, slot, from, to, open)
}

/** Hides what is inside the other disc, from `from` to `to`, and between the other petal's sides. */
function hideWedge(
  petals: PetalStore,
  circle: number,
  slot: number,
  from: number,
  to: number,
  open: IntervalSet,
): void {
  const radius = petals.radius[circle]!
  const fx = petals.x[circle]! - petals.x[slot]!
  const fy = petals.y[circle]! - petals.y[slot]!
  const ux = petals.firstX[slot]!
  const uy = petals.firstY[slot]!
  const vx = petals.lastX[slot]!
  const vy = petals.lastY[slot]!
  if (petals.kind[slot] === WEDGE) {
    fill(from, to)
    keepAbove(ux, uy, -(ux * fy - uy * fx) / radius)
    keepAbove(-vx, -vy, -(fx * vy - fy * vx) / radius)
    hideAll(open)
    return
  }
  fill(from, to)
  keepAbove(ux, uy, -(ux * fy - uy * fx) / radius)
  hideAll(open)
  fill(from, to)
  keepAbove(-vx, -vy, -(fx * vy - fy * vx) / radius)
  hideAll(open)
}

function fill(from: number, to: number): void {
  inside.size = 0
  if (from <= to) inside.append(from, to)
  else {
    inside.append(0, to)
    inside.append(from, TURN)
  }
}

/** Keeps the directions e with side × e ≥ height: those from asin(height) to π − asin(height) round from the side. */
function keepAbove(sideX: number, sideY: number, height: number): void {
  if (height <= -1) return
  if (height >= 1) {
    inside.size = 0
    return
  }
  const along = Math.sqrt(1 - height * height)
  const from = diamondAngle(sideX * along - sideY * height, sideY * along + sideX * height)
  const to = diamondAngle(-sideX * along - sideY * height, -sideY * along + sideX * height)
  inside.subtractTurn(to, from, TURN)
}

function hideAll(open: IntervalSet): void {
  for (let i = 0; i < inside.size; i++) open.subtract(inside.starts[i]!, inside.ends[i]!)
}
