import { alternate, type Contestant } from '../alternate'
import type { BenchCase } from '../benchCase'
import { coverageAgreement, peerDifference } from '../coverageAgreement'
import type { Engines } from '../engines'
import { candidates } from '../inputs/candidates'
import { type CityPlan, type PlaneCity, planeCity } from '../inputs/planeCity'
import { oursCoverage, oursSubjects } from '../oursCoverage'
import { clipper2Wasm } from '../peers/clipper2Wasm'
import { geosOneByOne, geosUnion } from '../peers/geosWasm'
import { postgisCoverage } from '../peers/postgis'
import { turfPeer } from '../peers/turf'

/** Areas Turf is asked about; its time is scaled to all that need clipping. */
const TURF_SAMPLE = 25
/** Peers' chords stand off from the circle: their answers may differ by so much of the area. */
const PEER_TOLERANCE = 0.01

/** Areas of a plan measured by every engine; `gaps` says whether ours makes the gap rings, which the peers always do. */
export function coverageCase(
  name: string,
  plan: CityPlan,
  gaps: boolean,
  engines: Engines,
  withTurf: boolean,
): BenchCase {
  return {
    name,
    async run() {
      const city = planeCity(plan)
      const subjects = oursSubjects(city.areas)
      const ours = oursCoverage(city.covers, subjects, gaps)
      const contestants: Contestant[] = [
        { name: 'ours', run: () => oursCoverage(city.covers, subjects, gaps), repeats: withTurf ? 10 : 3, warmUps: 10 },
      ]
      if (gaps) {
        contestants.push({
          name: 'no gaps',
          run: () => oursCoverage(city.covers, subjects, false),
          repeats: 5,
          warmUps: 10,
        })
      }
      let apart = 0
      for (const peer of [geosUnion(engines.geos), geosOneByOne(engines.geos), clipper2Wasm(engines.clipper)]) {
        const prepared = peer.prepare(city)
        apart = Math.max(apart, peerDifference(subjects, ours.covered, prepared.cover()))
        contestants.push({ name: peer.name, run: () => prepared.cover(), warmUps: withTurf ? 1 : 0 })
      }
      const times = alternate(contestants)
      const turf = withTurf ? turfTime(city, subjects, ours.covered) : null
      if (turf) apart = Math.max(apart, turf.apart)
      const server = engines.postgis()
      const postgis = server && postgisCoverage(server, city)
      for (const [area, covered] of postgis?.covered ?? []) {
        apart = Math.max(apart, Math.abs(covered - ours.covered[area]!) / subjects[area]!.area)
      }
      const { ours: time, 'no gaps': bare, ...peers } = times
      const agreement = coverageAgreement(engines.geos, city, subjects, ours.covered)
      const geosTime = peers['geos-wasm']
      return {
        name,
        ours: time ?? Number.NaN,
        peers: { ...peers, turf: turf?.time ?? null, postgis: postgis?.time ?? null },
        gate: geosTime && time ? geosTime / time : null,
        agree: agreement.agree && apart <= PEER_TOLERANCE && ours.fallbacks < subjects.length / 1000,
        worst: agreement.worst,
        note: [
          'warm; timed for all: from prepared polygons (and an index of the covers) to the covered area of every area',
          'ours: a new field of the covers and every area measured, with nothing kept from an earlier run',
          describe(
            city,
            ours.covered,
            subjects.map(({ area }) => area),
          ),
          `${ours.fallbacks} fallbacks`,
          'gate: geos-wasm (candidates that meet the area, their union, one difference) over ours',
          `worst of ${agreement.sampled} areas against GEOS with up to 16,384 chords`,
          `peers have 64 chords a circle, ${apart.toExponential(1)} off at most`,
          turf ? `turf: ${TURF_SAMPLE} areas scaled to ${turf.areas}` : 'turf not asked',
          bare && time ? `with gap rings ${(time / bare).toFixed(2)} times without` : '',
        ]
          .filter(Boolean)
          .join('; '),
      }
    },
  }
}

function describe(city: PlaneCity, covered: Float64Array, sizes: readonly number[]): string {
  const shortcuts = candidates(city)
  const found = city.areas.map((_, area) => shortcuts.of(area))
  const clipped = found.filter((covers) => covers !== null)
  const share = (count: number): string => `${((100 * count) / sizes.length).toFixed(0)} %`
  const partly = sizes.filter((size, i) => covered[i]! > 0 && covered[i]! < size).length
  const none = sizes.filter((_, i) => covered[i] === 0).length
  const mean = clipped.reduce((sum, covers) => sum + covers.length, 0) / clipped.length
  return (
    `${sizes.length} areas, ${city.covers.length} covers: ${share(sizes.length - clipped.length)} held by one disc, ` +
    `${share(partly)} partly covered, ${share(none)} not at all, ${mean.toFixed(0)} candidates for each of the others`
  )
}

function turfTime(
  city: PlaneCity,
  subjects: readonly { readonly area: number }[],
  covered: Float64Array,
): { time: number; apart: number; areas: number } {
  const shortcuts = candidates(city)
  const clipped = [...city.areas.keys()].filter((area) => shortcuts.of(area) !== null)
  const step = Math.max(1, Math.floor(clipped.length / TURF_SAMPLE))
  const chosen = clipped.filter((_, i) => i % step === 0).slice(0, TURF_SAMPLE)
  const prepared = turfPeer.prepare(city)
  const found = prepared.cover(chosen)
  const apart = Math.max(...chosen.map((area, i) => Math.abs(found[i]! - covered[area]!) / subjects[area]!.area))
  const { turf: time = Number.NaN } = alternate([{ name: 'turf', run: () => prepared.cover(chosen), warmUps: 0 }], 1)
  return { time: (time * clipped.length) / chosen.length, apart, areas: clipped.length }
}
