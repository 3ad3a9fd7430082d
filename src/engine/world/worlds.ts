import { newestFirst } from '#core/model/newestFirst.ts'
import { NOW, type PastWorld, type PlanWorld, type World } from '#core/model/world.ts'
import type { FeedStore, StoredFeed } from '#feeds/store/createFeedStore.ts'
import type { OpenCity } from '../EngineContext'
import { WorldFault } from './editFaults'
import { type Layered, layered } from './layered'
import type { Past } from './past'
import { type WorldView, worldView } from './worldView'

/** Worlds beside the present that are kept ready; of more, those asked for longest ago are let go. */
const MOST_KEPT = 6

export interface Worlds {
  readonly now: WorldView
  /** @throws WorldFault for a plan with an edit that cannot be made. */
  view(world: World): Promise<WorldView>
  /** Edits of a plan that cannot be made, and what takes back those that can. */
  plan(world: PlanWorld): Promise<Pick<Layered, 'faults' | 'inverses'>>
  /** Another catalog was opened: what was kept is of the last one. */
  clear(): void
}

interface Planned {
  /** The feeds that its edits were laid over. */
  readonly over: readonly (StoredFeed | undefined)[]
  readonly layer: Layered
  readonly view: WorldView
}

/** Gives each world its view, and keeps the last ones ready. */
export function createWorlds(store: FeedStore, past: Past, city: () => OpenCity, liveNow: () => number): Worlds {
  const now = worldView(NOW, store, city, liveNow)
  const moments = newestFirst<Promise<WorldView>>(MOST_KEPT)
  const plans = newestFirst<Planned>(MOST_KEPT)

  const momentOf = (world: PastWorld): Promise<WorldView> => {
    const key = JSON.stringify([world.at, world.axis])
    const view = moments.get(key) ?? past.at(world).then((feeds) => worldView(world, feeds, city, () => world.at))
    moments.set(key, view)
    return view
  }

  const planOf = async (world: PlanWorld): Promise<Planned> => {
    const base = world.base.kind === 'now' ? now : await momentOf(world.base)
    const over = [...new Set(world.edits.map(({ feed }) => feed))].map((feed) => base.stored(feed))
    const key = JSON.stringify(world)
    const kept = plans.get(key)
    // A live feed goes on changing under a plan.
    if (kept?.over.every((feed, at) => feed === over[at])) return kept
    const { stored: get, find, byMapId: feature, evaluable } = base
    const layer = layered({ get, find, feature, evaluable }, world.edits, city().catalog)
    const planned = { over, layer, view: worldView(world, layer.feeds, city, base.now) }
    plans.set(key, planned)
    return planned
  }

  return {
    now,
    async view(world) {
      if (world.kind === 'now') return now
      if (world.kind === 'past') return momentOf(world)
      const { layer, view } = await planOf(world)
      if (layer.faults.length > 0) throw new WorldFault(layer.faults)
      return view
    },
    async plan(world) {
      const { faults, inverses } = (await planOf(world)).layer
      return { faults, inverses }
    },
    clear() {
      moments.clear()
      plans.clear()
    },
  }
}
