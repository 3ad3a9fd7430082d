import { type ReadPlan, readPlan } from '#catalog/readPlan.ts'
import type { PlanWorld, World } from '#core/model/world.ts'
import type { Timeline } from '#feeds/history/createHistory.ts'
import type { EditFault } from './editFaults'
import type { Worlds } from './worlds'

/** The worlds that answers can be about. */
export interface WorldVerbs {
  /** From when on the past is known, and how much changed in each minute. */
  timeline(): Timeline
  /** Settles once answers about the world come at once. Rejects with `WorldFault` for a plan that cannot be made. */
  prepare(world: World): Promise<void>
  /** The edits of a plan that cannot be made; none: it can. */
  planFaults(world: PlanWorld): Promise<readonly EditFault[]>
  /** The plan of a file, or every fault of the file; whether its edits can be made is not asked here. */
  readPlan(bytes: Uint8Array): ReadPlan
}

export const worldVerbs = (worlds: Worlds, timeline: () => Timeline, cityCode: () => string): WorldVerbs => ({
  timeline,
  async prepare(world) {
    await worlds.view(world)
  },
  planFaults: async (world) => (await worlds.plan(world)).faults,
  readPlan: (bytes) => readPlan(bytes, cityCode()),
})
