import type { Polygon } from 'geojson'
import type { Random } from '../random'
import { chosen, shortOf } from './chosen'
import type { FeedFile } from './feedFile'
import { feature } from './feedFile'
import { minutesBefore } from './moment'
import { numbered, rounded } from './rounding'
import type { Survey } from './survey'

/** Household figures of one community; rows 9, 25 and 31 are ratios of their sums. */
export interface Community {
  readonly id: string
  readonly name: string
  readonly nameEn: string
  readonly polygon: Polygon
  readonly builtUp: boolean
  readonly households: number
  readonly online: number
  readonly ftth: number
  readonly broadband200: number
  readonly water: number
  readonly power: number
  readonly gas: number
  readonly smart: boolean
}

/** Estates as communities; the smart ones of the built-up area end one short of four stars. */
export function growCommunities(facts: Survey, dice: Random): Community[] {
  const named = facts.blocks('residential').filter((block) => block.people > 0)
  const blocks = [...named].sort((a, b) => b.people - a.people).slice(0, 260)
  const counted = blocks.filter((block) => facts.mostlyBuiltUp(block.polygon))
  const smart = chosen(counted, shortOf(0.4, counted.length, 1), dice)
  return blocks.map((block, index) => {
    const builtUp = counted.includes(block)
    const households = Math.max(20, Math.round(block.people / 2.9))
    const online = part(households, 0.9, 0.99, dice)
    const old = dice.chance(0.25)
    return {
      id: `SQ${numbered(index + 1, 3)}`,
      name: block.zh ?? `${facts.townOf(block.polygon.coordinates[0]![0]!).zh}${numbered(index + 1, 3)}片区`,
      nameEn: block.en ?? `Estate ${index + 1}`,
      polygon: block.polygon,
      builtUp,
      households,
      online,
      ftth: part(online, old ? 0.9 : 0.96, 1, dice),
      broadband200: part(households, old ? 0.42 : 0.55, old ? 0.6 : 0.78, dice),
      water: part(households, old ? 0.45 : 0.7, old ? 0.7 : 0.92, dice),
      power: part(households, 0.96, 1, dice),
      gas: part(households, old ? 0.25 : 0.4, old ? 0.45 : 0.62, dice),
      smart: builtUp ? smart.has(block) : dice.chance(0.12),
    }
  })
}

function part(whole: number, low: number, high: number, dice: Random): number {
  return Math.round(whole * dice.between(low, high))
}

export function communityFeed(communities: readonly Community[]): FeedFile {
  const features = communities.map((each) =>
    feature(each.id, each.polygon, {
      name: each.name,
      name_en: each.nameEn,
      households: each.households,
      online_households: each.online,
      ftth_households: each.ftth,
      ftth_share: rounded(each.ftth / each.online, 4),
      broadband200: each.broadband200,
      broadband200_share: rounded(each.broadband200 / each.households, 4),
      remote_water: each.water,
      remote_power: each.power,
      remote_gas: each.gas,
      smart: each.smart,
    }),
  )
  return { id: 'communities', asOf: minutesBefore(1440 * 9), features }
}
