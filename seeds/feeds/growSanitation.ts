import { centreOf } from '../geometry/centreOf'
import { offset } from '../geometry/offset'
import { stationsAlong } from '../geometry/stationsAlong'
import type { Random } from '../random'
import type { FeedFile } from './feedFile'
import { pointFeature } from './feedFile'
import { minutesBefore } from './moment'
import { numbered } from './rounding'
import type { Survey } from './survey'

/** Bins along the streets, transfer stations, and where all of it ends. */
export function growSanitation(facts: Survey, dice: Random): FeedFile {
  const streets = dice.shuffle(
    facts.roads('secondary', 'tertiary', 'residential').filter((segment) => facts.lineBuiltUp(segment.line)),
  )
  const bins = streets.slice(0, 320).flatMap((segment) => {
    const station = stationsAlong(segment.line, 70, 30)[0]
    return station
      ? [
          {
            kind: '垃圾收集点',
            name: `${segment.zh || '街巷'}收集点`,
            nameEn: `Collection point, ${segment.en || 'lane'}`,
            at: offset(station.position, station.bearing + 90, 7),
            full: dice.whole(5, 98),
          },
        ]
      : []
  })
  const yards = dice.shuffle(facts.blocks('industrial', 'market', 'logistics'))
  const transfer = yards.slice(0, 14).map((block, index) => ({
    kind: '转运站',
    name: `${facts.townOf(centreOf(block.polygon)).zh}转运站${index + 1}`,
    nameEn: `${facts.townOf(centreOf(block.polygon)).en} transfer station ${index + 1}`,
    at: centreOf(block.polygon),
    full: dice.whole(20, 85),
  }))
  const end = facts.city.towns.find((town) => town.zh === '唐村镇') ?? facts.city.towns[0]!
  const disposal = [
    {
      kind: '处置场',
      name: '邹城市生活垃圾焚烧发电厂',
      nameEn: 'Zoucheng waste-to-energy plant',
      at: facts.around(end.seat, 200, 1900),
      full: 61,
    },
  ]
  const features = [...bins, ...transfer, ...disposal].map((each, index) =>
    pointFeature(`HW${numbered(index + 1, 4)}`, each.at, {
      name: each.name,
      name_en: each.nameEn,
      kind: each.kind,
      full_percent: each.full,
      time: minutesBefore(dice.whole(5, 90)),
    }),
  )
  return { id: 'sanitation', asOf: null, features }
}
