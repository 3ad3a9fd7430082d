import { ALARM_LEVELS } from '#core/model/feedDefinitions.ts'
import { parseTime } from '#core/model/parseTime.ts'
import { shanghaiTime } from '#core/model/time.ts'
import { draw } from '../draw'
import { changeLedger } from '../world/changeLedger'
import type { DemoFeature, DemoWorld } from '../world/demoWorld'
import { readSnapshot } from '../world/readSnapshot'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** At most one warning is raised in each stretch of this length. */
const SLOT = 75 * MINUTE
const RAISED = 0.5
/** One that is over stays in the feed for so long. */
const KEPT = 2 * HOUR
const MOST_IN_A_STEP = 200

const ENGLISH = { 红: 'Red', 橙: 'Orange', 黄: 'Yellow', 蓝: 'Blue' } as const

/** Warnings like those of the snapshot are raised now and then, one level lower, and those that are over go. */
export function warningWorld(snapshot: readonly unknown[], since: number, citySeed: number): DemoWorld {
  const ledger = changeLedger()
  const templates = readSnapshot(snapshot)
  const there = new Map(templates.map((feature) => [feature.id, feature]))
  let played = Math.floor(since / SLOT) + 1

  const raise = (slot: number) => {
    const like = templates[Math.floor(draw(citySeed, 112, slot) * templates.length)]
    if (!like || draw(citySeed, 111, slot) >= RAISED) return
    const at = slot * SLOT + Math.floor(draw(citySeed, 113, slot) * 20) * MINUTE
    const hours = 1 + Math.floor(draw(citySeed, 114, slot) * 6) / 2
    const old = ALARM_LEVELS.find((each) => each === like.properties.level) ?? '黄'
    const level = ALARM_LEVELS[Math.min(ALARM_LEVELS.indexOf(old) + 1, ALARM_LEVELS.length - 1)]!
    const { name, name_en, word, ...rest } = like.properties
    const times = { time: shanghaiTime(at), until: shanghaiTime(at + hours * HOUR) }
    const feature: DemoFeature = {
      ...like,
      id: `${like.id.split('_')[0]}_${(times.time ?? '').slice(0, 19).replace(/\D/g, '')}_1`,
      properties: {
        ...rest,
        ...(typeof name === 'string' ? { name: name.replace(`${old}色`, `${level}色`) } : {}),
        ...(typeof name_en === 'string' ? { name_en: renamed(name_en, ENGLISH[old], ENGLISH[level]) } : {}),
        ...(typeof word === 'string' ? { word: `${level}色` } : {}),
        level,
        ...times,
        ...('onset' in rest ? { onset: times.time } : {}),
      },
    }
    there.set(feature.id, feature)
    ledger.put(feature)
  }

  return {
    advance(now) {
      const until = Math.min(Math.floor((now - 20 * MINUTE) / SLOT), played + MOST_IN_A_STEP)
      for (; played <= until; played++) raise(played)
      for (const [id, { properties }] of there) {
        const ends = parseTime(properties.until)
        if (ends === null || ends > now - KEPT) continue
        there.delete(id)
        ledger.gone(id)
      }
      return ledger.take()
    },
    changed: ledger.all,
  }
}

/** The English name with its level's word changed, in whichever case it is written. */
function renamed(name: string, from: string, to: string): string {
  return name.replace(from, to).replace(from.toLowerCase(), to.toLowerCase())
}
