import { centreOf } from '../geometry/centreOf'
import { metresBetween, offset } from '../geometry/offset'
import type { Random } from '../random'
import type { FeedFeature, FeedFile } from './feedFile'
import { pointFeature } from './feedFile'
import { minutesBefore } from './moment'
import { numbered } from './rounding'
import type { Survey } from './survey'

/** Hospitals with their smart-service level, and nursing homes with the hospital they work with. */
export function growHealth(facts: Survey, dice: Random): FeedFile[] {
  const hospitals = growHospitals(facts, dice)
  return [
    { id: 'hospitals', asOf: minutesBefore(60 * 5), features: hospitals },
    { id: 'nursing-homes', asOf: minutesBefore(1440 * 6), features: nursingHomes(facts, hospitals, dice) },
  ]
}

function growHospitals(facts: Survey, dice: Random): FeedFeature[] {
  const blocks = [...facts.blocks('hospital')].sort((a, b) => Number(b.builtUp) - Number(a.builtUp))
  return blocks.map((block, index) => {
    const tertiary = index === 0
    const second = index < 4
    return pointFeature(`YY${numbered(index + 1, 3)}`, centreOf(block.polygon), {
      name: block.zh ?? `第${index + 1}医院`,
      name_en: block.en ?? `Hospital No. ${index + 1}`,
      grade: tertiary ? '三级' : second ? '二级' : '一级',
      smart_level: tertiary ? 3 : second ? 2 : dice.whole(0, 1),
      beds: tertiary ? 1200 : second ? dice.whole(260, 600) : dice.whole(30, 110),
      beds_free: dice.whole(4, 40),
      emergency: tertiary || second || dice.chance(0.5),
      online_clinic: second || dice.chance(0.3),
    })
  })
}

function nursingHomes(facts: Survey, hospitals: readonly FeedFeature[], dice: Random): FeedFeature[] {
  const homes = dice.shuffle(facts.blocks('residential')).slice(0, 22)
  return homes.map((block, index) => {
    const at = offset(centreOf(block.polygon), dice.whole(0, 359), 20)
    const nearest = hospitals.reduce((best, hospital) => (away(hospital, at) < away(best, at) ? hospital : best))
    return pointFeature(`YL${numbered(index + 1, 3)}`, at, {
      name: `${block.zh?.replace('小区', '') ?? facts.townOf(at).zh}养老服务中心`,
      name_en: `${block.en ?? facts.townOf(at).en} care centre`,
      beds: dice.whole(30, 180),
      ...(dice.chance(0.8) ? { partner: nearest.properties.name, partner_en: nearest.properties.name_en } : {}),
    })
  })
}

function away(hospital: FeedFeature, at: readonly number[]): number {
  return hospital.geometry?.type === 'Point'
    ? metresBetween(hospital.geometry.coordinates, [...at])
    : Number.POSITIVE_INFINITY
}
