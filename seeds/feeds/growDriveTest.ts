import { stationsAlong } from '../geometry/stationsAlong'
import type { Random } from '../random'
import type { FeedFile } from './feedFile'
import { pointFeature } from './feedFile'
import { minutesBefore } from './moment'
import { numbered, rounded } from './rounding'
import type { Survey } from './survey'

/** Download rates of a drive along the main roads, from the middle of June: old on purpose. */
export function growDriveTest(facts: Survey, dice: Random): FeedFile {
  const stations = facts
    .roads('trunk', 'primary', 'secondary')
    .flatMap((segment) => stationsAlong(segment.line, facts.builtUp(segment.line.coordinates[0]!) ? 110 : 700))
  const step = Math.max(1, Math.ceil(stations.length / 1600))
  const driven = stations.filter((_, index) => index % step === 0)
  const features = driven.map(({ position }, index) => {
    const slow = Math.sin(position[0]! * 420) * Math.sin(position[1]! * 510)
    const town = facts.builtUp(position)
    const rate = (town ? 27.6 : 21) + slow * 9 + dice.between(-7, 7)
    return pointFeature(`DT${numbered(index + 1, 5)}`, position, {
      device: `路测终端${1 + (index % 3)}`,
      value: rounded(Math.max(2, rate), 1),
      unit: 'Mbit/s',
      operator: dice.pick(['移动', '联通', '电信']),
      time: minutesBefore(1440 * 77 + (driven.length - index)),
    })
  })
  return { id: 'drive-test', asOf: null, features }
}
