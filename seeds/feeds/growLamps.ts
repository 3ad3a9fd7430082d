import { offset } from '../geometry/offset'
import { stationsAlong } from '../geometry/stationsAlong'
import type { Random } from '../random'
import { chosen, shortOf } from './chosen'
import type { FeedFile } from './feedFile'
import { pointFeature } from './feedFile'
import { minutesBefore } from './moment'
import { numbered } from './rounding'
import type { Survey } from './survey'

/** About 2,500 lamps on both sides of the larger streets; smart control ends a little past four stars. */
export function growLamps(facts: Survey, dice: Random): FeedFile {
  const streets = facts
    .roads('trunk', 'primary', 'secondary', 'tertiary')
    .filter((segment) => facts.lineBuiltUp(segment.line))
  const dense = streets.flatMap((segment) =>
    stationsAlong(segment.line, 36, 18).map((station, index) =>
      offset(station.position, station.bearing + (index % 2 === 0 ? 90 : 270), segment.lanes * 1.9 + 3),
    ),
  )
  const step = Math.max(1, dense.length / 2500)
  const lamps = dense.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step))
  const counted = lamps.filter((lamp) => facts.builtUp(lamp))
  const smart = chosen(counted, shortOf(0.916, counted.length, 0), dice)
  const features = lamps.map((lamp, index) =>
    pointFeature(`LD${numbered(index + 1, 4)}`, lamp, { smart: smart.has(lamp), watts: index % 3 === 0 ? 120 : 90 }),
  )
  return { id: 'lamps', asOf: minutesBefore(60 * 11), features }
}
