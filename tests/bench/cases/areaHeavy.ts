import type { MultiPolygon, Polygon } from 'geojson'
import { boundsOf } from '#core/geo/boundsOf.ts'
import { polygonSubject } from '#core/geo/polygonSubject.ts'
import { coverByPolygons } from '#core/geo/sheets/coverByPolygons.ts'
import { alternate, percentile } from '../alternate'
import type { BenchCase } from '../benchCase'
import { now } from '../clock'
import type { Engines } from '../engines'
import { equalAreaRings } from '../inputs/countyInput'
import { fewZones, type HeavyPlan, heavyInput, manyZones } from '../inputs/heavyInput'
import { clipperPath } from '../peers/clipper2Wasm'
import type { Geom } from '../peers/geosEngine'

const TURNS = 5

/** How much of areas with very many corners zones with as many cover, and what they leave open. */
export function areaHeavy(engines: Engines): BenchCase[] {
  return [heavyCase('area-heavy', fewZones, engines), heavyCase('area-heavy-zones', manyZones, engines)]
}

function heavyCase(name: string, plan: HeavyPlan, { geos, clipper }: Engines): BenchCase {
  return {
    name,
    async run() {
      const { areas, zones } = heavyInput(plan)
      // What is remembered of a polygon is remembered by its object.
      let fresh = { areas, zones }
      const renew = () => {
        fresh = structuredClone({ areas, zones })
      }
      const ours = () => {
        const covers = fresh.zones.map((polygon) => ({ polygon, bounds: boundsOf(polygon) }))
        return fresh.areas.map((area) => coverByPolygons(polygonSubject(area), covers))
      }

      const flatAreas = areas.map(equalAreaRings)
      const flatZones = zones.map(equalAreaRings)
      /** Uncovered square metres of each area, from coordinates to the gap. */
      const inGeos = (gapOf: (area: Geom, zones: readonly Geom[]) => Geom) => (): number[] => {
        const prepared = flatZones.map((rings) => geos.polygon(rings))
        const open = flatAreas.map((rings) => {
          const area = geos.polygon(rings)
          const gap = gapOf(area, prepared)
          const left = geos.area(gap)
          for (const geometry of [area, gap]) geos.destroy(geometry)
          return left
        })
        for (const zone of prepared) geos.destroy(zone)
        return open
      }
      const united = (all: readonly Geom[]): Geom => {
        const together = geos.multiPolygon(all.map((zone) => geos.clone(zone)))
        const union = geos.union(together)
        geos.destroy(together)
        return union
      }
      const less = (area: Geom, zone: Geom): Geom => {
        const left = geos.difference(area, zone)
        geos.destroy(area)
        return left
      }
      const perArea = inGeos((area, all) => {
        const near = geos.meeting(area, all)
        if (near.length === 0) return geos.clone(area)
        const union = united(near)
        const gap = geos.difference(area, union)
        geos.destroy(union)
        return gap
      })
      const oneByOne = inGeos((area, all) => geos.meeting(area, all).reduce(less, geos.clone(area)))
      const unitedOnce = () => {
        let union: Geom | null = null
        const open = inGeos((area, all) => {
          union ??= united(all)
          return geos.meeting(area, [union]).reduce(less, geos.clone(area))
        })()
        if (union !== null) geos.destroy(union)
        return open
      }

      const clipperAreas = flatAreas.map((rings) => pathsOf(rings))
      const clipperZones = pathsOf(flatZones.flat())
      function pathsOf(rings: readonly Float64Array[]) {
        const paths = new clipper.Paths64()
        for (const ring of rings) paths.push_back(clipperPath(clipper, ring))
        return paths
      }
      const inClipper = () =>
        clipperAreas.map((area) => {
          const gap = clipper.Difference64(area, clipperZones, clipper.FillRule.NonZero)
          const open = clipper.AreaPaths64(gap) / 1e6
          gap.delete()
          return open
        })

      const times = alternate(
        [
          { name: 'ours', run: ours, before: renew },
          { name: 'geos-wasm', run: perArea, turns: 1, warmUps: 0 },
          { name: 'geos-wasm one by one', run: oneByOne },
          { name: 'geos-wasm, zones united once', run: unitedOnce },
          { name: 'clipper2-wasm', run: inClipper, turns: 1, warmUps: 0 },
        ],
        TURNS,
      )
      const { ours: time = Number.NaN, ...peers } = times
      const numbers = numbersTime(fresh)
      const found = ours()
      const expected = unitedOnce()
      const sizes = flatAreas.map((rings) => {
        const area = geos.polygon(rings)
        const size = geos.area(area)
        geos.destroy(area)
        return size
      })
      const apart = (open: (index: number) => number) =>
        Math.max(...expected.map((theirs, i) => Math.abs(open(i) - theirs) / sizes[i]!))
      const worst = apart((i) => found[i]!.uncovered)
      const drawn = apart((i) => drawnArea(found[i]!.gap))
      const gate =
        Math.min(peers['geos-wasm one by one']!, peers['geos-wasm, zones united once']!, peers['geos-wasm']!) / time
      const corners = (all: readonly Polygon[]) => all[0]!.coordinates[0]!.length - 1
      return {
        name,
        ours: time,
        peers: { ...peers, turf: null, postgis: null },
        gate,
        agree: worst <= 1e-9 && drawn <= 1e-8,
        worst,
        note:
          `${areas.length} areas of ${corners(areas)} corners, ${zones.length} zones of ${corners(zones)}; timed for all: from coordinates ` +
          `to each area's gap (ours checks the rings of all on the way and gives GeoJSON; clipper2-wasm from prepared paths and ` +
          `geos-wasm with a union to each area, one run each); the same from what an earlier evaluation made ready, without drawing: ` +
          `${numbers.toFixed(1)} ms; worst: of the area; gaps as drawn to 0.1 mm: ${drawn.toExponential(0)}`,
      }
    },
  }
}

/** Milliseconds for the covered areas alone, polygons made ready before. */
function numbersTime({
  areas,
  zones,
}: {
  readonly areas: readonly Polygon[]
  readonly zones: readonly Polygon[]
}): number {
  const covers = zones.map((polygon) => ({ polygon, bounds: boundsOf(polygon) }))
  const subjects = areas.map(polygonSubject)
  const taken = Array.from({ length: TURNS + 1 }, () => {
    const started = now()
    for (const subject of subjects) coverByPolygons(subject, covers, { gap: false })
    return now() - started
  })
  return percentile(taken.slice(1), 0.5)
}

/** Square metres on the sphere. */
function drawnArea(gap: Polygon | MultiPolygon | null): number {
  const parts = gap === null ? [] : gap.type === 'Polygon' ? [gap.coordinates] : gap.coordinates
  return parts.reduce(
    (sum, coordinates) =>
      equalAreaRings({ type: 'Polygon', coordinates }).reduce((all, ring) => all + signedArea(ring), sum),
    0,
  )
}

function signedArea(ring: Float64Array): number {
  const [x0 = 0, y0 = 0] = ring
  let twice = 0
  for (let i = 2; i + 1 < ring.length; i += 2) {
    twice += (ring[i - 2]! - x0) * (ring[i + 1]! - y0) - (ring[i]! - x0) * (ring[i - 1]! - y0)
  }
  return twice / 2
}
