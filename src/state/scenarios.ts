import { create } from 'zustand'
import type { LocalText } from '#core/model/feature.ts'
import type { Edit } from '#core/model/world.ts'

/** What somebody tries on the city: edits in order, and those taken back. */
export interface Scenario {
  readonly id: string
  readonly title: string
  /** Division code of the city it is for. */
  readonly city: string
  readonly edits: readonly Edit[]
  /** Taken back; the next to be made again stands last. */
  readonly undone: readonly Edit[]
}

interface ScenariosState {
  readonly scenarios: readonly Scenario[]
  /** Id of the one that is worked on. */
  readonly open: string | null
  /** The city is on show with it; else as it is. */
  readonly shown: boolean
  /** An edit that is only tried, such as a site under the pointer: it is made when it is let go. */
  readonly trial: Edit | null
  /** Whether this browser keeps them. */
  readonly kept: boolean
  /** The code of a scenario that came with the link of the page, until it has been read. */
  readonly linked: string | null
  /** Why it could not be read. */
  readonly linkFaults: readonly LocalText[]
}

const KEY = 'one-map.scenarios'

const isScenario = (value: unknown): value is Scenario => {
  const { id, title, city, edits, undone } = Object(value) as Partial<Record<keyof Scenario, unknown>>
  return [id, title, city].every((text) => typeof text === 'string') && Array.isArray(edits) && Array.isArray(undone)
}

function keptBefore(): readonly Scenario[] {
  try {
    const kept: unknown = JSON.parse(globalThis.localStorage?.getItem(KEY) ?? '[]')
    return Array.isArray(kept) ? kept.filter(isScenario) : []
  } catch {
    return []
  }
}

export const useScenarios = create<ScenariosState>(() => ({
  scenarios: keptBefore(),
  open: null,
  shown: false,
  trial: null,
  kept: true,
  linked: null,
  linkFaults: [],
}))

// Another tab of this browser may have kept others since.
globalThis.addEventListener?.('storage', ({ key }: StorageEvent) => {
  if (key === KEY) useScenarios.setState({ scenarios: keptBefore() })
})

/** Keeps them in this browser; where it has no room or forbids it, that is said, and they last for this page. */
function keep(scenarios: readonly Scenario[]): boolean {
  try {
    globalThis.localStorage?.setItem(KEY, JSON.stringify(scenarios))
    return true
  } catch {
    return false
  }
}

const put = (scenarios: readonly Scenario[], rest: Partial<ScenariosState> = {}): void =>
  useScenarios.setState({ scenarios, kept: keep(scenarios), ...rest })

/** After another step the city is on show with it. */
const STEP: Partial<ScenariosState> = { trial: null, shown: true }

function change(make: (scenario: Scenario) => Scenario, then = STEP): void {
  const { scenarios, open } = useScenarios.getState()
  put(
    scenarios.map((each) => (each.id === open ? make(each) : each)),
    then,
  )
}

export const openScenarioOf = ({ scenarios, open }: ScenariosState): Scenario | null =>
  scenarios.find(({ id }) => id === open) ?? null

/** Begins one, or takes one over, and opens it. */
export function addScenario({ title, city, edits }: Pick<Scenario, 'title' | 'city' | 'edits'>): void {
  const id = globalThis.crypto?.randomUUID?.() ?? `${Date.now()}-${Math.random()}`
  put([...useScenarios.getState().scenarios, { id, title, city, edits, undone: [] }], {
    open: id,
    shown: true,
    trial: null,
  })
}

export const openScenario = (open: string | null): void =>
  useScenarios.setState({ open, shown: open !== null, trial: null })

export const renameScenario = (title: string): void => change((scenario) => ({ ...scenario, title }), {})

export function removeScenario(id: string): void {
  const { scenarios, open } = useScenarios.getState()
  put(
    scenarios.filter((each) => each.id !== id),
    open === id ? { open: null, shown: false, trial: null } : {},
  )
}

/** Makes edits; what was taken back cannot be made again after that. */
export const makeEdits = (edits: readonly Edit[]): void =>
  change((scenario) => ({ ...scenario, edits: [...scenario.edits, ...edits], undone: [] }))

/** Goes to where this many edits are made: those after it are taken back, those before it made again. */
export const goToStep = (count: number): void =>
  change((scenario) => {
    const all = [...scenario.edits, ...[...scenario.undone].reverse()]
    return { ...scenario, edits: all.slice(0, count), undone: all.slice(count).reverse() }
  })

/** Leaves one edit out, as if it had never been made. */
export const leaveOut = (step: number): void =>
  change((scenario) => ({ ...scenario, edits: scenario.edits.filter((_, at) => at !== step) }))

export const tryEdit = (trial: Edit | null): void => useScenarios.setState({ trial })
export const showScenario = (shown: boolean): void => useScenarios.setState({ shown, trial: null })
