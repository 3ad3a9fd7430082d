import { booleanPointInPolygon, point, polygon } from '@turf/turf'
import Flatbush from 'flatbush'
import type { Position } from 'geojson'
import { boundsOf } from '#core/geo/boundsOf.ts'
import { coverIndex, coverShapes } from '#core/geo/coverShape.ts'
import { insideArea } from '#core/geo/insideArea.ts'
import { subjectOf } from '#core/indicators/knownShapes.ts'
import { share } from '#core/indicators/methods/share.ts'
import { alternate } from '../alternate'
import type { BenchCase } from '../benchCase'
import type { Engines } from '../engines'
import { pointFeed, zoneFeed } from '../inputs/countyInput'
import { metricContext, renewed } from '../metricContext'

/** Which of 5,000 points lie in any of 500 areas. */
export function shareWithin({ geos }: Engines): BenchCase {
  const name = 'share-within'
  return {
    name,
    async run() {
      const devices = pointFeed('devices', 5000)
      const zones = zoneFeed('zones', 500)
      let context = metricContext([devices, zones])
      const renew = () => {
        context = metricContext([renewed(devices), renewed(zones)])
      }
      const method = () =>
        share.evaluate({ method: 'share', of: 'devices', within: 'zones', match: ['has', 'id'] }, context)

      const ours = () => {
        const index = coverIndex(zones.features.flatMap(({ geometry }) => coverShapes(geometry, undefined) ?? []))
        return devices.features.map(({ geometry }) => geometry !== null && insideArea(geometry, index, subjectOf))
      }

      const places = devices.features.flatMap(({ geometry }) =>
        geometry?.type === 'Point' ? [geometry.coordinates] : [],
      )
      const areas = zones.features.flatMap(({ geometry }) => (geometry?.type === 'Polygon' ? [geometry] : []))
      const boxes = areas.map((area) => boundsOf(area))
      /** Of each place, whether `inside` holds for any area whose box it is in. */
      const inAny = (inside: (place: number, area: number) => boolean): boolean[] => {
        const index = new Flatbush(areas.length)
        for (const box of boxes) index.add(...box)
        index.finish()
        return places.map(([x = 0, y = 0], i) => index.search(x, y, x, y).some((area) => inside(i, area)))
      }
      const turfPlaces = places.map((place) => point(place))
      const turfAreas = areas.map((area) => polygon(area.coordinates))
      const turf = () => inAny((place, area) => booleanPointInPolygon(turfPlaces[place]!, turfAreas[area]!))
      const prepared = areas.map((area) => geos.prepare(geos.polygon(area.coordinates.map(flat))))
      const inGeos = () => inAny((place, area) => prepared[area]!.meets(places[place]![0]!, places[place]![1]!))

      const times = alternate(
        [
          { name: 'ours', run: ours, repeats: 5, warmUps: 20 },
          { name: 'method', run: method, before: renew, repeats: 5, warmUps: 20 },
          { name: 'turf', run: turf, repeats: 10, warmUps: 20 },
          { name: 'geos-wasm', run: inGeos, repeats: 10, warmUps: 5 },
        ],
        7,
      )
      const { ours: time = Number.NaN, method: whole = Number.NaN, ...peers } = times
      const counted = method().result.denominator ?? Number.NaN
      const found = [ours(), turf(), inGeos()].map((inside) => inside.filter(Boolean).length)
      const worst = Math.max(...found.map((count) => Math.abs(count - counted) / counted))
      return {
        name,
        ours: time,
        peers: { ...peers, 'clipper2-wasm': null, postgis: null },
        gate: (peers['geos-wasm'] ?? Number.NaN) / time,
        agree: worst === 0,
        worst,
        note:
          `5,000 points, 500 areas, ${counted} inside; timed for all: an index of the areas and an answer for each point (ours and ` +
          `geos-wasm with the areas prepared beforehand); the whole method of the indicator on new features, with its match, ` +
          `subjects and order: ${whole.toFixed(1)} ms; worst: of the count`,
      }
    },
  }
}

function flat(ring: Position[]): Float64Array {
  return Float64Array.from(ring.flat())
}
