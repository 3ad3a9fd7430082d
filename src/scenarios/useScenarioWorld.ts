import { useEffect, useMemo, useRef } from 'react'
import { useOpenedCity } from '#city/CityContext.ts'
import { useSettledFeeds } from '#city/useSettledFeeds.ts'
import { type Edit, NOW, type PlanWorld, type World } from '#core/model/world.ts'
import { openScenarioOf, showScenario, useScenarios } from '#state/scenarios.ts'
import { useView } from '#state/view.ts'
import { showWorld, useWorldOnShow, worldOnShow } from '#state/world.ts'
import { soundEdits, useEditFaults } from './editFaults'

/** While a thing is dragged, all that rests on the world follows at most this often, milliseconds. */
const FOLLOWS_IN = 300
const NONE: readonly Edit[] = []

/** Shows the planner's desk the city with the scenario that is open, and every other desk the city as it is. */
export function useScenarioWorld(): void {
  const { host } = useOpenedCity()
  const atDesk = useView(({ workspace }) => workspace === 'plan')
  const scenario = useScenarios(openScenarioOf)
  const shown = useScenarios((state) => state.shown)
  const trial = useScenarios((state) => state.trial)
  const edits = scenario?.edits ?? NONE
  const feeds = useMemo(
    () => [...new Set([...edits, ...(trial ? [trial] : [])].map(({ feed }) => feed))],
    [edits, trial],
  )
  const { settled, stamp } = useSettledFeeds(feeds)
  const title = scenario?.title ?? ''
  const wanted = scenario !== null && shown && atDesk
  const last = useRef(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: what an edit is about may be gone with another reading
  useEffect(() => {
    let over = false
    const go = async (): Promise<void> => {
      last.current = Date.now()
      const world = (made: readonly Edit[]): PlanWorld => ({ kind: 'plan', base: NOW, title, edits: made })
      const faults = await host.planFaults(world(edits))
      if (over) return
      useEditFaults.setState({ of: edits, faults })
      const sound = soundEdits(edits, faults)
      const all = trial ? [...sound, trial] : sound
      await host.prepare(world(all))
      // A feed that lives says so every second: a world that is no other is not shown anew.
      if (!over && !isSame(worldOnShow(), world(all))) showWorld(world(all))
    }
    if (!wanted) {
      useEditFaults.setState({ of: null, faults: [] })
      if (worldOnShow().kind === 'plan') showWorld(NOW)
      return
    }
    if (!settled) return
    const wait = trial ? Math.max(0, last.current + FOLLOWS_IN - Date.now()) : 0
    const timer = setTimeout(() => void go().catch((error: unknown) => console.warn('scenario:', error)), wait)
    return () => {
      over = true
      clearTimeout(timer)
    }
  }, [host, wanted, settled, stamp, title, edits, trial])

  // Whoever looks back leaves the scenario for the while.
  const past = useWorldOnShow().kind === 'past'
  useEffect(() => {
    if (past) showScenario(false)
  }, [past])

  useEffect(
    () => () => {
      if (worldOnShow().kind === 'plan') showWorld(NOW)
    },
    [],
  )
}

const isSame = (shown: World, wanted: PlanWorld): boolean =>
  shown.kind === 'plan' &&
  shown.title === wanted.title &&
  shown.edits.length === wanted.edits.length &&
  shown.edits.every((edit, at) => edit === wanted.edits[at])
