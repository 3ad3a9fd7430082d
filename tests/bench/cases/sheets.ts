import { featureCollection, intersect, polygon, area as turfArea } from '@turf/turf'
import { boundsOf } from '#core/geo/boundsOf.ts'
import { polygonSubject } from '#core/geo/polygonSubject.ts'
import { coverByPolygons } from '#core/geo/sheets/coverByPolygons.ts'
import { alternate } from '../alternate'
import type { BenchCase } from '../benchCase'
import type { Engines } from '../engines'
import { equalAreaRings, planPolygon, sheetPolygons } from '../inputs/countyInput'
import { clipperPath } from '../peers/clipper2Wasm'

/** How much of a plan 5,000 map sheets cover, and what they leave open. */
export function sheets({ geos, clipper }: Engines): BenchCase {
  const name = 'sheets'
  return {
    name,
    async run() {
      const plan = planPolygon()
      const all = sheetPolygons()
      const subject = polygonSubject(plan)
      const covers = all.map((sheet) => ({ polygon: sheet, bounds: boundsOf(sheet) }))
      const ours = () => coverByPolygons(subject, covers)

      const planRings = equalAreaRings(plan)
      const geosPlan = geos.polygon(planRings)
      const geosSheets = all.map((sheet) => geos.polygon(equalAreaRings(sheet)))
      const geosCovered = () => {
        const near = geos.multiPolygon(geos.meeting(geosPlan, geosSheets).map((sheet) => geos.clone(sheet)))
        const union = geos.union(near)
        const gap = geos.difference(geosPlan, union)
        const covered = geos.area(geosPlan) - geos.area(gap)
        for (const geometry of [near, union, gap]) geos.destroy(geometry)
        return covered
      }

      const clipperPlan = new clipper.Paths64()
      for (const ring of planRings) clipperPlan.push_back(clipperPath(clipper, ring))
      const clipperSheets = new clipper.Paths64()
      for (const sheet of all)
        for (const ring of equalAreaRings(sheet)) clipperSheets.push_back(clipperPath(clipper, ring))
      const clipperCovered = () => {
        const gap = clipper.Difference64(clipperPlan, clipperSheets, clipper.FillRule.NonZero)
        const covered = (clipper.AreaPaths64(clipperPlan) - clipper.AreaPaths64(gap)) / 1e6
        gap.delete()
        return covered
      }

      const turfPlan = polygon(plan.coordinates)
      // Sheet by sheet, each place once: Turf's own union of thousands takes minutes.
      const turfSheets = [...new Set(all)].map((sheet) => polygon(sheet.coordinates))
      const turfCovered = () =>
        turfSheets.reduce((sum, sheet) => {
          const part = intersect(featureCollection([turfPlan, sheet]))
          return sum + (part ? turfArea(part) : 0)
        }, 0)

      // First, so that its long run and what it leaves behind do not come between those of the others.
      const slow = alternate([{ name: 'turf', run: turfCovered, warmUps: 0 }], 1)
      const times = alternate([
        { name: 'ours', run: ours, repeats: 5, warmUps: 40 },
        { name: 'geos-wasm', run: geosCovered },
        { name: 'clipper2-wasm', run: clipperCovered, repeats: 5 },
      ])
      const { ours: time = Number.NaN, ...peers } = { ...times, ...slow }
      const found = ours()
      const worst = Math.abs(found.covered - geosCovered()) / found.covered
      // Clipper's plane is in whole millimetres, Turf's edges are straight in degrees.
      const others = [clipperCovered(), turfCovered()].map(
        (covered) => Math.abs(found.covered - covered) / found.covered,
      )
      return {
        name,
        ours: time,
        peers: { ...peers, postgis: null },
        gate: (peers['geos-wasm'] ?? Number.NaN) / time,
        agree: worst <= 1e-6 && others.every((apart) => apart <= 1e-4),
        worst,
        note:
          `${all.length} sheets that share edges, some twice, and a plan of 60 corners, ${(100 * found.share).toFixed(2)} % covered; ` +
          `timed: from prepared polygons to the covered area with its gap (turf: covered area sheet by sheet, one run); ` +
          `worst against GEOS, clipper2-wasm and turf ${others.map((apart) => apart.toExponential(0)).join(' and ')}`,
      }
    },
  }
}
