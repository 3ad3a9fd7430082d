import type { FieldCover } from '#core/geo/coverage/fieldCover.ts'
import type { Part } from './coverageCase'
import { coverSpans } from './coverSpans'
import { curveBreaks } from './curveBreaks'
import { partSpans } from './partSpans'
import { boxOf, touches } from './planeBox'
import { mergeSpans, overlapLength, type Span, spanLength } from './spans'

/** Square metres. */
export interface ScanlineCovered {
  readonly area: number
  readonly covered: number
}

const LOW = gaussLegendre(7)
const HIGH = gaussLegendre(15)

/**
 * Area of a subject and of its covered part by integrating exact chord lengths over horizontal scanlines. Between two
 * heights where curves start, end or cross, the length is smooth but for square roots at the ends, which the substitution
 * y = middle + half · sin(πu/2) takes away. Shares no thought and no code with the boundary integral it checks.
 */
export function scanlineCovered(parts: readonly Part[], covers: readonly FieldCover[]): ScanlineCovered {
  const box = boxOf(parts)
  const near = covers.filter((cover) => cover.radius > 0 && touches(cover, box))
  const heights = curveBreaks(parts, near, box)
  const goal = 1e-11 * (box.maxX - box.minX) * (box.maxY - box.minY)
  const at = (y: number): Span => {
    const subject = mergeSpans(parts.flatMap((part) => partSpans(part, y)))
    const union = mergeSpans(near.flatMap((cover) => coverSpans(cover, y)))
    return [spanLength(subject), overlapLength(subject, union)]
  }
  let area = 0
  let covered = 0
  const slab = (from: number, to: number, depth: number): void => {
    const rough = integrate(at, from, to, LOW)
    const fine = integrate(at, from, to, HIGH)
    if (depth < 12 && Math.abs(rough[1] - fine[1]) > goal) {
      const middle = (from + to) / 2
      slab(from, middle, depth + 1)
      slab(middle, to, depth + 1)
      return
    }
    area += fine[0]
    covered += fine[1]
  }
  for (let i = 1; i < heights.length; i++) slab(heights[i - 1]!, heights[i]!, 0)
  return { area, covered }
}

interface Rule {
  readonly nodes: readonly number[]
  readonly weights: readonly number[]
}

function integrate(at: (y: number) => Span, from: number, to: number, rule: Rule): Span {
  const middle = (from + to) / 2
  const half = (to - from) / 2
  let first = 0
  let second = 0
  rule.nodes.forEach((node, i) => {
    const [a, b] = at(middle + half * Math.sin((Math.PI / 2) * node))
    const weight = rule.weights[i]! * half * (Math.PI / 2) * Math.cos((Math.PI / 2) * node)
    first += weight * a
    second += weight * b
  })
  return [first, second]
}

/** Nodes and weights on [-1, 1], by Newton's method on the Legendre polynomial. */
function gaussLegendre(count: number): Rule {
  const nodes: number[] = []
  const weights: number[] = []
  for (let i = 0; i < count; i++) {
    let x = Math.cos((Math.PI * (i + 0.75)) / (count + 0.5))
    let slope = 1
    for (let round = 0; round < 50; round++) {
      let before = 1
      let value = x
      for (let k = 2; k <= count; k++) {
        const next = ((2 * k - 1) * x * value - (k - 1) * before) / k
        before = value
        value = next
      }
      slope = (count * (x * value - before)) / (x * x - 1)
      x -= value / slope
    }
    nodes.push(x)
    weights.push(2 / ((1 - x * x) * slope * slope))
  }
  return { nodes, weights }
}
