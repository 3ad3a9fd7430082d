import type { Polygon } from 'geojson'
import { coverSet } from '#core/geo/coverSet.ts'
import { coverShapes } from '#core/geo/coverShape.ts'
import { localPlane } from '#core/geo/localPlane.ts'
import { coverageOf } from '#core/indicators/coverageOf.ts'
import { roundRatio } from '#core/indicators/ratioResult.ts'
import type { Coverer, OpenSubject } from '#core/siting/sitingTask.ts'
import { withoutEach } from '#core/siting/withoutEach.ts'
import { percentile } from '../alternate'
import type { BenchCase } from '../benchCase'
import { cityPlan, planeCity } from '../inputs/planeCity'

const BOUNDS = [116.9, 35.3, 117.1, 35.5] as const
const THRESHOLD = 0.8
const RUNS = 5
const SAMPLE = 20

/** 2,000 sites switched off in turn, each time what it reached of 500 areas measured again. */
export function withoutEachCase(): BenchCase {
  const name = 'n-minus-1-2000'
  return {
    name,
    async run() {
      const plane = localPlane(BOUNDS)
      const { areas, covers } = planeCity(cityPlan)
      const sites = covers.map(
        ({ x, y, radius, azimuth, beamwidth }, at): Coverer => ({
          id: `s${at}`,
          geometry: { type: 'Point', coordinates: plane.toPosition(x, y) },
          footprint: { radius, azimuth, beamwidth },
        }),
      )
      const polygons = areas.map(
        (area): Polygon => ({
          type: 'Polygon',
          coordinates: area.map((ring) => ring.map(([x, y]) => plane.toPosition(x, y))),
        }),
      )
      /** Which areas pass with some sites, by a set of covers of its own. */
      const passing = (of: readonly Coverer[], which: readonly Polygon[]): boolean[] => {
        const set = coverSet(
          of.flatMap(({ geometry, footprint }) => coverShapes(geometry, footprint) ?? []),
          plane,
        )
        return which.map((geometry) => {
          const coverage = coverageOf({ id: '', mapId: 0, geometry, properties: {}, time: null }, set)
          return coverage.ok && roundRatio(coverage.share) >= THRESHOLD
        })
      }
      const pass = passing(sites, polygons)
      const subjects = polygons.flatMap((geometry, at): OpenSubject[] =>
        pass[at] ? [{ id: `a${at}`, geometry, weight: 1 }] : [],
      )
      const once = () => {
        const steps = withoutEach({
          ...{ method: { name: 'covered', threshold: THRESHOLD }, subjects, sites, bounds: BOUNDS },
        })
        for (;;) {
          const step = steps.next()
          if (step.done) return step.value
        }
      }
      const lost = once()
      const times: number[] = []
      for (let run = 0; run < RUNS; run++) {
        const started = process.cpuUsage()
        once()
        const { user, system } = process.cpuUsage(started)
        times.push((user + system) / 1000)
      }
      const counted = subjects.map(({ geometry }) => geometry as Polygon)
      const single = lost.filter((each) => each.length > 0).length
      let differ = 0
      for (let k = 0; k < SAMPLE; k++) {
        const site = Math.floor((k * sites.length) / SAMPLE)
        const after = passing(sites.toSpliced(site, 1), counted)
        const expected = after.flatMap((passes, at) => (passes ? [] : [at]))
        if (JSON.stringify(expected) !== JSON.stringify(lost[site])) differ++
      }
      return {
        name,
        ours: percentile(times, 0.5),
        peers: {},
        gate: null,
        agree: differ === 0,
        worst: 0,
        note:
          `2,000 sites, ${subjects.length} of 500 areas count at 80 %; CPU ms of all sites in turn, median of ${RUNS} runs after one; ` +
          `${single} sites are single points of failure; ${SAMPLE} sites compared with a city built without them, ${differ} differ; no peer`,
      }
    },
  }
}
