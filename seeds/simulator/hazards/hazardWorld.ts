import { RECTIFICATION, RECTIFIED } from '#core/hazards/hazards.ts'
import { shanghaiTime } from '#core/model/time.ts'
import { draw } from '../draw'
import { changeLedger } from '../world/changeLedger'
import type { DemoFeature, DemoWorld } from '../world/demoWorld'
import { readSnapshot } from '../world/readSnapshot'

const MINUTE = 60_000
/** One hazard is looked after in each stretch of this length, between eight and eighteen o'clock. */
const SLOT = 25 * MINUTE
const MOST_IN_A_STEP = 500

const STEPS: readonly unknown[] = RECTIFICATION
const stepOf = ({ properties }: DemoFeature) => STEPS.indexOf(properties.state)

/** Hazards whose rectification goes on: a step forward, or back to work where it was not accepted. */
export function hazardWorld(snapshot: readonly unknown[], since: number, citySeed: number): DemoWorld {
  const ledger = changeLedger()
  const hazards = readSnapshot(snapshot).filter((feature) => stepOf(feature) >= 0)
  const now = new Map(hazards.map((feature) => [feature.id, feature]))
  let played = Math.ceil(since / SLOT)

  const visit = (slot: number) => {
    const at = slot * SLOT + Math.floor(draw(citySeed, 101, slot) * (SLOT / 1000)) * 1000
    const hour = (at / (60 * MINUTE) + 8) % 24
    if (hour < 8 || hour >= 18) return
    const open = [...now.values()].filter(({ properties }) => properties.state !== RECTIFIED)
    const chosen = open[Math.floor(draw(citySeed, 102, slot) * open.length)]
    if (!chosen) return
    const step = stepOf(chosen)
    const refused = RECTIFICATION[step] === '待验收' && draw(citySeed, 103, slot) < 0.2
    const state = RECTIFICATION[refused ? step - 1 : step + 1]
    const feature = { ...chosen, properties: { ...chosen.properties, state, time: shanghaiTime(at) } }
    now.set(feature.id, feature)
    ledger.put(feature)
  }

  return {
    advance(moment) {
      // The visit of a stretch is told once the stretch is over.
      const until = Math.min(Math.floor(moment / SLOT), played + MOST_IN_A_STEP)
      for (; played < until; played++) visit(played)
      return ledger.take()
    },
    changed: ledger.all,
  }
}
