import { compareAlong } from './alongEdge'
import type { LatticeBox } from './boxTree'
import { crossLayers } from './crossEdges'
import { addCrossing, type Crossings, noCrossings } from './crossings'
import { insideLayer } from './insideLayer'
import type { EdgeLayer } from './layer'
import { ringSum, runSum } from './runs'
import { wayAt } from './windings'

/** A piece of an edge of open ground, from one end of a crossing to another; a whole ring where both are −1. */
export interface Piece {
  readonly layer: number
  readonly ring: number
  readonly from: number
  readonly to: number
  /** It goes over the ring's first corner. */
  readonly round: boolean
  /** Open ground lies left of it this way; true: left of it backwards. */
  readonly backwards: boolean
}

/** Ground by the layers that bound it: the union of its parts, and of that what lies in the union of its limits, if it has any. */
export interface Ground {
  readonly parts: readonly EdgeLayer[]
  readonly limits: readonly EdgeLayer[] | null
}

/** Square steps of the ground, and of that what no cover has. */
export interface Overlay {
  readonly area: number
  readonly open: number
  /** False: the pieces of open ground do not close, or states contradict each other. Numbers are not to be used. */
  readonly closed: boolean
  readonly layers: readonly EdgeLayer[]
  readonly crossings: Crossings
  /** The edges of the open ground. */
  readonly pieces: readonly Piece[]
}

/** What a layer is to the ground. */
const PART = 0
const LIMIT = 1
const COVER = 2

/** Steps by which rounding may leave an edge unclosed. */
const ROUNDED = 4
/** Of the subject's area: by so much an unclosed edge may bend it. */
const UNCLOSED = 1e-10

/**
 * How large some ground is, and how much of it the union of covers leaves open. Nothing is clipped: areas are sums over
 * pieces of edges between crossings. A piece counts when it is the edge of what is measured: of a part where no other part
 * is, of a cover where the ground is and no other cover.
 */
export function overlay({ parts, limits }: Ground, covers: readonly EdgeLayer[]): Overlay {
  const layers = [...parts, ...(limits ?? []), ...covers]
  const kindOf = (layer: number) =>
    layer < parts.length ? PART : layer < layers.length - covers.length ? LIMIT : COVER
  const window = boxOf(parts)
  const crossings = crossAll(layers, window)
  const runs = endsInOrder(layers, crossings)
  const left = windingsLeft(layers, crossings, runs)
  const [ox, oy] = [Math.round((window[0] + window[2]) / 2), Math.round((window[1] + window[3]) / 2)]
  const pieces: Piece[] = []
  const { layer: layerAt, edge: edgeAt, x: xAt, y: yAt } = crossings
  /** By crossing of a part with a limit or cover: how many other layers of each kind have it. */
  const others = new Int32Array(crossings.count * 3)
  let area = 0
  let open = 0
  let unclosedX = 0
  let unclosedY = 0
  let sound = layers.every((layer) => layer.sound)

  // Of the walk under way: which layers have the place, and how many of each kind, the walk's own left out.
  const inside = new Int8Array(layers.length)
  const here = [0, 0, 0]
  /** Layers in which the walk is neither once nor not at all, which exact decisions rule out. */
  let astray = 0

  const enter = (layer: number, change: number) => {
    const before = inside[layer]!
    inside[layer] = before + change
    astray += Number(before + change < 0 || before + change > 1) - Number(before < 0 || before > 1)
    here[kindOf(layer)]! += change
  }
  /** Finds out which other layers have the first corner of a ring; false where no part has it, and none is the ring's. */
  const startAt = (layer: number, ring: number): boolean => {
    inside.fill(0)
    here.fill(0)
    astray = 0
    const { x, y, ends } = layers[layer]!
    const first = ends[ring]!
    for (let other = 0; other < layers.length; other++) {
      if (other === parts.length && layer >= parts.length && here[PART] === 0) return false
      if (other !== layer && insideLayer(layers[other]!, x[first]!, y[first]!, other < layer ? 1 : -1)) enter(other, 1)
    }
    return true
  }
  /** Whether the edge that crosses another at an end is in the other's layer after it. */
  const entersAt = (end: number): boolean => wayAt(crossings, end) > 0 === ((left[end ^ 1]! & 1) === 1)
  const placeOf = (end: number) => ({ edge: edgeAt[end]!, x: xAt[end >> 1]!, y: yAt[end >> 1]! })
  const counts = (kind: number): boolean => {
    if (here[kind]! > 0) return false
    if (kind !== PART && here[PART]! <= 0) return false
    return kind === LIMIT || limits === null || here[LIMIT]! > 0
  }

  const take = (layer: number, ring: number, from: number, to: number, round: boolean, winding: number) => {
    if (astray > 0) sound = false
    const kind = kindOf(layer)
    if (!counts(kind)) return
    const edges = layers[layer]!
    const sum = from < 0 ? ringSum(edges, ring, ox, oy) : runSum(edges, ring, placeOf(from), placeOf(to), round, ox, oy)
    const inwards = (winding & 1) === 1
    const ground = inwards ? sum : -sum
    if (kind !== COVER) area += ground
    if (kind !== COVER && here[COVER]! > 0) return
    open += kind === COVER ? -ground : ground
    const backwards = kind === COVER ? inwards : !inwards
    if (from >= 0) {
      const sign = backwards ? -1 : 1
      unclosedX += sign * (xAt[to >> 1]! - xAt[from >> 1]!)
      unclosedY += sign * (yAt[to >> 1]! - yAt[from >> 1]!)
    }
    pieces.push({ layer, ring, from, to, round, backwards })
  }

  /** Round a ring from its first corner, whose state is known. */
  const walkFromStart = (layer: number, ring: number, run: Int32Array, from: number, to: number) => {
    if (from === to) {
      take(layer, ring, -1, -1, false, layers[layer]!.windings[ring]!)
      return
    }
    const before = here.join()
    take(layer, ring, run[to - 1]!, run[from]!, true, left[run[to - 1]!]!)
    for (let i = from; i < to; i++) {
      const end = run[i]!
      const other = layerAt[end ^ 1]!
      if (other !== layer) {
        enter(other, entersAt(end) ? 1 : -1)
        if (layer < parts.length && other >= parts.length) {
          const at = (end >> 1) * 3
          others.set(here, at)
          others[at + kindOf(other)]! -= inside[other]!
        }
      }
      if (i + 1 < to) take(layer, ring, end, run[i + 1]!, false, left[end]!)
    }
    if (before !== here.join()) sound = false
  }

  /** Round a ring of a limit or cover from where it crosses a part; outside all parts its state does not matter. */
  const walkFromCrossing = (layer: number, ring: number, run: Int32Array, from: number, to: number, first: number) => {
    inside.fill(0)
    astray = 0
    for (let step = 0; step < to - from; step++) {
      const i = from + ((first - from + step) % (to - from))
      const end = run[i]!
      const other = layerAt[end ^ 1]!
      if (other < parts.length) {
        for (const kind of [PART, LIMIT, COVER]) here[kind] = others[(end >> 1) * 3 + kind]!
        if (entersAt(end)) here[PART]!++
      } else if (other !== layer && here[PART]! > 0) here[kindOf(other)]! += entersAt(end) ? 1 : -1
      const round = i + 1 === to
      take(layer, ring, end, run[round ? from : i + 1]!, round, left[end]!)
    }
  }

  for (const [layer, run] of runs.entries()) {
    let next = 0
    const { ends } = layers[layer]!
    for (let ring = 0; ring + 1 < ends.length; ring++) {
      const from = next
      let first = -1
      for (; next < run.length && edgeAt[run[next]!]! < ends[ring + 1]!; next++) {
        if (first < 0 && layerAt[run[next]! ^ 1]! < parts.length) first = next
      }
      if (layer >= parts.length && first >= 0) walkFromCrossing(layer, ring, run, from, next, first)
      else if ((layer < parts.length || meetsCorner(window, layers[layer]!, ring)) && startAt(layer, ring)) {
        walkFromStart(layer, ring, run, from, next)
      }
    }
  }
  const extent = window[2] - window[0] + window[3] - window[1]
  const unclosed = (Math.abs(unclosedX) + Math.abs(unclosedY)) * extent
  return {
    area: area / 2,
    open: open / 2,
    closed: sound && unclosed <= UNCLOSED * area + ROUNDED * extent,
    layers,
    crossings,
    pieces,
  }
}

function boxOf(layers: readonly EdgeLayer[]): LatticeBox {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const { box } of layers) {
    west = Math.min(west, box[0])
    south = Math.min(south, box[1])
    east = Math.max(east, box[2])
    north = Math.max(north, box[3])
  }
  return [west, south, east, north]
}

/** A ring that crosses no subject is wholly in or wholly out, as its first corner is. */
function meetsCorner([west, south, east, north]: LatticeBox, { x, y, ends }: EdgeLayer, ring: number): boolean {
  const first = ends[ring]!
  return x[first]! >= west && x[first]! <= east && y[first]! >= south && y[first]! <= north
}

/** The crossings of all layers with each other and themselves within a window, the layers numbered in their order. */
function crossAll(layers: readonly EdgeLayer[], window: LatticeBox): Crossings {
  const found = noCrossings()
  const fromWest = layers.map((_, index) => index).sort((a, b) => layers[a]!.box[0] - layers[b]!.box[0] || a - b)
  for (const [index, one] of fromWest.entries()) {
    addOwn(layers[one]!, one, found)
    const { box } = layers[one]!
    for (let next = index + 1; next < fromWest.length; next++) {
      const other = fromWest[next]!
      const { box: beside } = layers[other]!
      if (beside[0] > box[2]) break
      if (beside[1] > box[3] || beside[3] < box[1]) continue
      const [low, high] = one < other ? [one, other] : [other, one]
      crossLayers(layers[low]!, layers[high]!, [low, high], window, found)
    }
  }
  return found
}

function addOwn({ own: { count, edge, at, x, y, way } }: EdgeLayer, number: number, found: Crossings): void {
  for (let i = 0; i < count; i++) {
    const [one, other] = [i * 2, i * 2 + 1]
    addCrossing(found, [number, edge[one]!, at[one]!, number, edge[other]!, at[other]!], x[i]!, y[i]!, way[i]!)
  }
}

/** The ends of each layer in order along its rings. */
function endsInOrder(layers: readonly EdgeLayer[], crossings: Crossings): Int32Array[] {
  const ends: number[][] = layers.map(() => [])
  for (let end = 0; end < crossings.count * 2; end++) ends[crossings.layer[end]!]!.push(end)
  const order = compareAlong(layers, crossings)
  return ends.map((of) => Int32Array.from(of.sort(order)))
}

/** By end, how often its layer's rings turn round the ground left of its edge, after it. */
function windingsLeft(layers: readonly EdgeLayer[], crossings: Crossings, runs: readonly Int32Array[]): Int32Array {
  const left = new Int32Array(crossings.count * 2)
  for (const [layer, run] of runs.entries()) {
    const { ends, windings } = layers[layer]!
    let ring = 0
    let winding = windings[0]!
    for (const end of run) {
      while (crossings.edge[end]! >= ends[ring + 1]!) winding = windings[++ring]!
      if (crossings.layer[end ^ 1] === layer) winding += wayAt(crossings, end)
      left[end] = winding
    }
  }
  return left
}
