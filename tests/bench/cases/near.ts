import { distance, point } from '@turf/turf'
import Flatbush from 'flatbush'
import type { Position } from 'geojson'
import { pointIndex } from '#core/geo/pointIndex.ts'
import { discBounds, EARTH_RADIUS, RADIANS_PER_DEGREE } from '#core/geo/sphere.ts'
import { near as nearMethod } from '#core/indicators/methods/near.ts'
import type { ReadableFeed } from '#core/indicators/metricOutcome.ts'
import { alternate } from '../alternate'
import type { BenchCase } from '../benchCase'
import type { Engines } from '../engines'
import { pointFeed } from '../inputs/countyInput'
import { metricContext, renewed } from '../metricContext'

const METRES = 50

/** Which of 2,000 points have one of 5,000 others within 50 m, and how far the nearest is. */
export function near({ geos }: Engines): BenchCase {
  const name = 'near'
  return {
    name,
    async run() {
      const lamps = pointFeed('lamps', 2000)
      const cameras = pointFeed('cameras', 5000)
      let context = metricContext([lamps, cameras])
      const renew = () => {
        context = metricContext([renewed(lamps), renewed(cameras)])
      }
      const method = () =>
        nearMethod.evaluate({ method: 'near', subjects: 'lamps', by: 'cameras', metres: METRES }, context)

      const from = placesOf(lamps)
      const to = placesOf(cameras)
      const turfFrom = from.map((place) => point(place))
      const turfTo = to.map((place) => point(place))
      const boxes = from.map((place) => discBounds(place, METRES))
      const ours = () => {
        const { nearestWithin } = pointIndex(to)
        return from.map((place) => nearestWithin(place, METRES))
      }
      /** Distance to the nearest within reach, Infinity when there is none. */
      const turf = () => {
        const index = new Flatbush(to.length)
        for (const [x = 0, y = 0] of to) index.add(x, y)
        index.finish()
        return turfFrom.map((place, i) => {
          let nearest = Infinity
          for (const other of index.search(...boxes[i]!)) {
            const metres = distance(place, turfTo[other]!, { units: 'meters' })
            if (metres <= METRES) nearest = Math.min(nearest, metres)
          }
          return nearest
        })
      }

      const planeFrom = from.map(planePlace)
      const planeTo = Float64Array.from(to.flatMap(planePlace))
      const inGeos = () => {
        const all = geos.prepare(geos.points(planeTo))
        return planeFrom.map(([x, y]) => all.within(x, y, METRES))
      }

      const times = alternate(
        [
          { name: 'ours', run: ours, repeats: 5, warmUps: 20 },
          { name: 'method', run: method, before: renew, repeats: 5, warmUps: 20 },
          { name: 'turf', run: turf, repeats: 10, warmUps: 20 },
          { name: 'geos-wasm', run: inGeos },
        ],
        7,
      )
      const { ours: time = Number.NaN, method: whole = Number.NaN, ...peers } = times
      const found = new Map(method().subjects.map((subject) => [subject.id, subject]))
      let worst = 0
      let differ = 0
      turf().forEach((metres, i) => {
        const subject = found.get(lamps.features[i]!.id)
        if ((subject?.state === 'covered') !== metres < Infinity) differ++
        else if (metres < Infinity) worst = Math.max(worst, Math.abs((subject?.value ?? Number.NaN) - metres) / METRES)
      })
      const geosDiffer = inGeos().filter((within, i) => {
        const covered = found.get(lamps.features[i]!.id)?.state === 'covered'
        return within !== covered
      }).length
      return {
        name,
        ours: time,
        peers: { ...peers, 'clipper2-wasm': null, postgis: null },
        gate: (peers['geos-wasm'] ?? Number.NaN) / time,
        // A millimetre of 50 m is 2e-5; the plane of GEOS is not the sphere, which may tip a pair in ten thousand.
        agree: differ === 0 && worst <= 2e-5 && geosDiffer <= 2,
        worst,
        note:
          `2,000 × 5,000 points; timed for all: from coordinates to an index and an answer for each point (ours and turf its ` +
          `nearest distance, geos-wasm in a plane and only within or not, ${geosDiffer} differ); the whole method of the indicator on ` +
          `new features, with its subjects, gaps and order: ${whole.toFixed(1)} ms, and its answers are the ones compared; worst: ` +
          `distance against turf, of 50 m`,
      }
    },
  }
}

function placesOf(feed: ReadableFeed): Position[] {
  return feed.features.flatMap(({ geometry }) => (geometry?.type === 'Point' ? [geometry.coordinates] : []))
}

/** Metres in a plane that is right along a parallel; over 50 m the difference from the sphere is under a centimetre. */
function planePlace([longitude = 0, latitude = 0]: Position): [number, number] {
  const metres = EARTH_RADIUS * RADIANS_PER_DEGREE
  return [longitude * metres * Math.cos(35.4 * RADIANS_PER_DEGREE), latitude * metres]
}
