import { NOW } from '#core/model/world.ts'
import { createCityEngine } from '#engine/createCityEngine.ts'
import type { AsyncCityEngine, CityEngine, Questions, WorldEngine } from '#engine/engineApi.ts'
import { QUESTION_NAMES, VERB_NAMES } from '#engine/verbs.ts'

type Verb = (...args: readonly unknown[]) => unknown

/** An engine on this thread behind the signatures of one on another. */
export function engineInLine(engine: CityEngine): AsyncCityEngine {
  const verbs = VERB_NAMES.map((name) => {
    const verb = engine[name] as unknown as Verb
    return [name, async (...args: readonly unknown[]) => verb(...args)]
  })
  return Object.fromEntries(verbs)
}

/**
 * The real engine on this thread with a catalog open, its clock standing at `now`, epoch milliseconds.
 * @throws with the faults of a catalog that is refused
 */
export function openInLine(catalog: object, now: number) {
  const engine = createCityEngine({ publish: () => 'blob:in-line', withdraw: () => {} })
  const opened = engine.openCatalog(new TextEncoder().encode(JSON.stringify(catalog)), null)
  if (!opened.ok) throw new Error(JSON.stringify(opened.faults))
  engine.setClock({ start: now, at: 0, speed: 0 })
  return { engine, catalog: opened.catalog, feedsByIndicator: opened.feedsByIndicator }
}

/** An engine verb that a test did not expect to be asked. */
const unasked = () => Promise.reject(new Error('the test gives no answer to this'))

/** An engine that gives the answers of a test, the same in every world. */
export function engineOf(answers: Partial<WorldEngine>): AsyncCityEngine {
  const given = answers as Readonly<Record<string, Verb | undefined>>
  const questions = new Set<string>(QUESTION_NAMES)
  const verbs = VERB_NAMES.map((name) => {
    const verb = given[name] ?? unasked
    return [name, questions.has(name) ? (_world: unknown, ...args: readonly unknown[]) => verb(...args) : verb]
  })
  return { ...Object.fromEntries(verbs), cancel: given.cancel ?? (async () => {}) }
}

/** An engine whose questions are about the present; what it is told it takes at once. */
export function presentOf(engine: CityEngine): PresentEngine {
  const asked = QUESTION_NAMES.map((name) => {
    const verb = engine[name] as unknown as Verb
    return [name, async (...args: readonly unknown[]) => verb(NOW, ...args)]
  })
  return { ...engine, ...Object.fromEntries(asked) }
}

export type PresentEngine = Omit<CityEngine, keyof Questions> & Pick<WorldEngine, keyof Questions>
