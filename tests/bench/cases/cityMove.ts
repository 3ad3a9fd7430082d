import { coverageField, type FieldCover } from '#core/geo/coverage/coverageField.ts'
import { random } from '#seeds/random.ts'
import { percentile } from '../alternate'
import type { BenchCase, BenchFinding } from '../benchCase'
import { coverageAgreement } from '../coverageAgreement'
import type { Engines } from '../engines'
import { boxOfArea, reaches } from '../inputs/candidates'
import { cityPlan, type PlaneCity, planeCity } from '../inputs/planeCity'
import { oursSubjects } from '../oursCoverage'
import { geosUnion } from '../peers/geosWasm'

const WARM_UPS = 150
const MOVES = 600
const PEER_MOVES = 100

interface Move {
  readonly site: number
  readonly from: FieldCover
  readonly to: FieldCover
  /** Areas whose box the disc reaches before or after. */
  readonly touched: readonly number[]
}

/** One site moved up to 300 m at a time and all it touches measured again with gaps; p95 and p99 are two cases of one run. */
export function cityMove({ geos }: Engines): readonly BenchCase[] {
  let measured: Promise<Measured> | undefined
  const once = (): Promise<Measured> => {
    measured ??= Promise.resolve().then(() => measureMoves({ geos }))
    return measured
  }
  return [0.95, 0.99].map((share) => {
    const name = `city-move-p${share * 100}`
    return { name, run: async () => finding(name, share, await once()) }
  })
}

interface Measured {
  readonly ours: readonly number[]
  readonly geos: readonly number[]
  readonly touched: number
  /** Results after all moves are those of a new field of the moved city, bit for bit. */
  readonly identical: boolean
  readonly worst: number
  readonly agree: boolean
}

function finding(name: string, share: number, found: Measured): BenchFinding {
  const ours = percentile(found.ours, share)
  const geosTime = percentile(found.geos, share)
  return {
    name,
    ours,
    peers: { 'geos-wasm': geosTime, 'clipper2-wasm': null, turf: null, postgis: null },
    gate: geosTime / ours,
    agree: found.agree && found.identical,
    worst: found.worst,
    note:
      `${share * 100}th percentile of ${MOVES} moves after ${WARM_UPS}, one site up to 300 m; timed: remove, add and the ` +
      `${found.touched.toFixed(1)} areas touched on average, with gap rings; after them every area ${found.identical ? 'is' : 'IS NOT'} bit for bit ` +
      `that of a new field; geos-wasm: ${PEER_MOVES} moves, the touched areas, covers prepared; p50 ours ${percentile(found.ours, 0.5).toFixed(2)} ms`,
  }
}

function measureMoves({ geos }: Pick<Engines, 'geos'>): Measured {
  const city = planeCity(cityPlan)
  const subjects = oursSubjects(city.areas)
  const covers = [...city.covers]
  const moves = drawMoves(city, covers, WARM_UPS + MOVES)
  const field = coverageField(city.covers)
  const handles = city.covers.map((_, i) => i)
  const latest = subjects.map((subject) => field.measure(subject, true))
  const ours = moves.map(({ site, to, touched }) => {
    const started = performance.now()
    field.remove(handles[site]!)
    handles[site] = field.add(to)
    for (const area of touched) latest[area] = field.measure(subjects[area]!, true)
    return performance.now() - started
  })
  const moved = { areas: city.areas, covers }
  const fresh = coverageField(covers)
  const identical = subjects.every((subject, area) => {
    const whole = fresh.measure(subject, true)
    return sameMeasure(latest[area]!, whole)
  })
  const covered = Float64Array.from(latest, (measure) => measure.covered)
  const agreement = coverageAgreement(geos, moved, subjects, covered)
  return {
    ours: ours.slice(WARM_UPS),
    geos: peerMoves(geos, city, moves),
    touched: moves.reduce((sum, { touched }) => sum + touched.length, 0) / moves.length,
    identical,
    worst: agreement.worst,
    agree: agreement.agree,
  }
}

type Measure = ReturnType<ReturnType<typeof coverageField>['measure']>

function sameMeasure(a: Measure, b: Measure): boolean {
  if (a.covered !== b.covered || a.closed !== b.closed || (a.gap === null) !== (b.gap === null)) return false
  if (!a.gap || !b.gap) return true
  return sameNumbers(a.gap.pieces, b.gap.pieces) && sameNumbers(a.gap.rings, b.gap.rings)
}

function sameNumbers(a: Float64Array | Int32Array, b: Float64Array | Int32Array): boolean {
  return a.length === b.length && a.every((value, i) => Object.is(value, b[i]))
}

/** Moves drawn one after another; `covers` ends as the city after all of them. */
function drawMoves(city: PlaneCity, covers: FieldCover[], count: number): Move[] {
  const stream = random('bench moves')
  const boxes = city.areas.map(boxOfArea)
  return Array.from({ length: count }, (): Move => {
    const site = stream.whole(0, covers.length - 1)
    const from = covers[site]!
    const to = { ...from, x: from.x + stream.between(-300, 300), y: from.y + stream.between(-300, 300) }
    covers[site] = to
    const touched = boxes.flatMap((box, area) => (reaches(from, box) || reaches(to, box) ? [area] : []))
    return { site, from, to, touched }
  })
}

/** GEOS on the first moves: the city is prepared anew for each, untimed, and the touched areas are timed. */
function peerMoves(geos: Engines['geos'], city: PlaneCity, moves: readonly Move[]): number[] {
  const covers = [...city.covers]
  const peer = geosUnion(geos)
  return moves.slice(0, PEER_MOVES).map(({ site, to, touched }) => {
    covers[site] = to
    const prepared = peer.prepare({ areas: touched.map((area) => city.areas[area]!), covers })
    const started = performance.now()
    prepared.cover()
    return performance.now() - started
  })
}
