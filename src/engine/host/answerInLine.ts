import type { AsyncCityEngine, CityEngine } from '../engineApi'
import { VERB_NAMES } from './verbKinds'

/** An engine on this thread behind the signatures of one on another. */
export function answerInLine(engine: CityEngine): AsyncCityEngine {
  const verbs = VERB_NAMES.map((name) => {
    const verb = engine[name] as (...args: readonly unknown[]) => unknown
    return [name, async (...args: readonly unknown[]) => verb(...args)]
  })
  return Object.fromEntries(verbs)
}
