import type { FieldSubject } from './fieldSubject'

/** A subject of no more edges is looked through whole. */
const FEW = 48
const EDGES_TO_A_BAND = 4

/** Edges by height: which of them reach into a band of the subject. */
interface EdgeBands {
  readonly count: number
  readonly perMetre: number
  /** Edges of a band from `from[band]` up to `from[band + 1]`. */
  readonly from: Int32Array
  readonly edges: Int32Array
}

const made = new WeakMap<FieldSubject, EdgeBands>()

const EVERY = Int32Array.from({ length: FEW }, (_, edge) => edge)
let list = new Int32Array(64)

/** Edges found by the last `edgesBetween`, each once. */
export let foundEdges: Int32Array = EVERY

/** Sets `foundEdges` to edges among which are all that reach between two heights, from the subject's origin; how many. */
export function edgesBetween(subject: FieldSubject, low: number, high: number): number {
  if (subject.edges <= FEW) {
    foundEdges = EVERY
    return subject.edges
  }
  if (list.length < subject.edges) list = new Int32Array(subject.edges * 2)
  foundEdges = list
  const bands = bandsOf(subject)
  const first = bandAt(subject, bands, low)
  const last = bandAt(subject, bands, high)
  let count = 0
  for (let band = first; band <= last; band++) {
    for (let i = bands.from[band]!; i < bands.from[band + 1]!; i++) {
      const edge = bands.edges[i]!
      // An edge through several bands is taken from the first of them that was asked for.
      if (band === first || bandAt(subject, bands, lowOf(subject, edge)) === band) list[count++] = edge
    }
  }
  return count
}

function bandsOf(subject: FieldSubject): EdgeBands {
  const known = made.get(subject)
  if (known) return known
  const count = Math.ceil(subject.edges / EDGES_TO_A_BAND)
  const perMetre = count / Math.max(subject.north - subject.south, 1e-3)
  const from = new Int32Array(count + 1)
  const bands = { count, perMetre, from, edges: new Int32Array(0) }
  const eachBand = (edge: number, visit: (band: number) => void) => {
    const last = bandAt(subject, bands, highOf(subject, edge))
    for (let band = bandAt(subject, bands, lowOf(subject, edge)); band <= last; band++) visit(band)
  }
  for (let edge = 0; edge < subject.edges; edge++) {
    eachBand(edge, (band) => {
      from[band + 1] = from[band + 1]! + 1
    })
  }
  for (let band = 1; band <= count; band++) from[band] = from[band]! + from[band - 1]!
  const edges = new Int32Array(from[count]!)
  const filled = from.slice()
  for (let edge = 0; edge < subject.edges; edge++) {
    eachBand(edge, (band) => {
      const at = filled[band]!
      edges[at] = edge
      filled[band] = at + 1
    })
  }
  const full = { ...bands, edges }
  made.set(subject, full)
  return full
}

function bandAt(subject: FieldSubject, { count, perMetre }: EdgeBands, y: number): number {
  const band = Math.floor((y + subject.originY - subject.south) * perMetre)
  return band < 0 ? 0 : band < count ? band : count - 1
}

function lowOf(subject: FieldSubject, edge: number): number {
  return Math.min(subject.y[edge]!, subject.y[edge]! + subject.dy[edge]!)
}

function highOf(subject: FieldSubject, edge: number): number {
  return Math.max(subject.y[edge]!, subject.y[edge]! + subject.dy[edge]!)
}

/** Whether a point, from the subject's origin, is inside the subject, even-odd. On an edge the answer is either. */
export function insideEdges(subject: FieldSubject, px: number, py: number): boolean {
  const { x, y, dx, dy } = subject
  const count = edgesBetween(subject, py, py)
  let inside = false
  for (let i = 0; i < count; i++) {
    const edge = foundEdges[i]!
    const below = y[edge]! <= py
    const rise = dy[edge]!
    if (below === y[edge]! + rise <= py) continue
    // The point is left of an edge that rises, or right of one that falls.
    const turn = dx[edge]! * (py - y[edge]!) - rise * (px - x[edge]!)
    if (turn > 0 === rise > 0) inside = !inside
  }
  return inside
}
