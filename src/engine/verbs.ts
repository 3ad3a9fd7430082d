import { NOW, type World } from '#core/model/world.ts'
import type { AsyncCityEngine, CityEngine, Controls, Questions, WorldEngine } from './engineApi'

/**
 * How a verb of the engine ends. `plain`: at once. `long`: step by step, stopped at its deadline through its job.
 * `open`: when there is something to tell, however long that takes.
 */
export type VerbKind = 'plain' | 'long' | 'open'

/** Every question, once: one that is missing here is a type error. */
const QUESTIONS: Readonly<Record<keyof Questions, VerbKind>> = {
  rows: 'plain',
  featuresFile: 'plain',
  feature: 'plain',
  find: 'plain',
  shape: 'plain',
  feedState: 'plain',
  search: 'plain',
  scopeBounds: 'plain',
  breakdown: 'plain',
  pattern: 'plain',
  total: 'plain',
  evaluate: 'long',
  robustness: 'long',
  explain: 'long',
  gaps: 'long',
  evidence: 'long',
  gapList: 'long',
  gapFile: 'long',
  drawing: 'long',
  continuity: 'long',
  sheetCheck: 'long',
  caseSheet: 'plain',
  reminders: 'plain',
  duplicates: 'plain',
  caseKpis: 'plain',
  hotSpots: 'plain',
  alarms: 'plain',
  deviceSheet: 'plain',
  blindGrids: 'plain',
  sectors: 'plain',
  nearest: 'plain',
  sight: 'long',
  sitingTask: 'long',
  cheapestTask: 'long',
  served: 'plain',
  singlePoints: 'long',
  checkSystems: 'long',
  warningsInForce: 'plain',
  warningSheet: 'plain',
}

const CONTROLS: Readonly<Record<keyof Controls, VerbKind>> = {
  openCatalog: 'plain',
  admit: 'plain',
  unreachable: 'plain',
  cancel: 'plain',
  follow: 'plain',
  setClock: 'plain',
  snapshotDone: 'plain',
  reconnect: 'plain',
  openMapView: 'plain',
  turnMapView: 'plain',
  nextMapDiff: 'open',
  closeMapView: 'plain',
  setPending: 'plain',
  takeAction: 'plain',
  acknowledge: 'plain',
  mute: 'plain',
  timeline: 'plain',
  prepare: 'plain',
  planFaults: 'plain',
  readPlan: 'plain',
}

export const VERB_KINDS: Readonly<Record<keyof CityEngine, VerbKind>> = { ...QUESTIONS, ...CONTROLS }
export const VERB_NAMES = Object.keys(VERB_KINDS) as readonly (keyof CityEngine)[]
export const QUESTION_NAMES = Object.keys(QUESTIONS) as readonly (keyof Questions)[]

type Verb = (...args: readonly unknown[]) => Promise<unknown>

/** Gives the engine with every question about one world; the same for the same world. */
export function inWorlds(engine: AsyncCityEngine): (world: World) => WorldEngine {
  const known = new WeakMap<World, WorldEngine>()
  return (world) => {
    const made = known.get(world) ?? engineIn(engine, world)
    known.set(world, made)
    return made
  }
}

/** The engine with every question about one world. */
function engineIn(engine: AsyncCityEngine, world: World = NOW): WorldEngine {
  const verbs = engine as unknown as Readonly<Record<string, Verb>>
  const asked = QUESTION_NAMES.map((name): [string, Verb] => [name, async (...args) => verbs[name]?.(world, ...args)])
  return { ...engine, ...Object.fromEntries(asked) } as unknown as WorldEngine
}
