import type { AsyncCityEngine, CityEngine } from './engineApi'

/** An engine on this thread behind the signatures of one on another. */
export function answerInLine(engine: CityEngine): AsyncCityEngine {
  return {
    openCatalog: async (...args) => engine.openCatalog(...args),
    admit: async (...args) => engine.admit(...args),
    rows: async (...args) => engine.rows(...args),
    feature: async (...args) => engine.feature(...args),
    find: async (...args) => engine.find(...args),
    search: async (...args) => engine.search(...args),
    scopeBounds: async (...args) => engine.scopeBounds(...args),
    breakdown: async (...args) => engine.breakdown(...args),
    total: async (...args) => engine.total(...args),
    evaluate: (...args) => engine.evaluate(...args),
    robustness: (...args) => engine.robustness(...args),
    cancel: async (...args) => engine.cancel(...args),
    explain: async (...args) => engine.explain(...args),
    evidence: (...args) => engine.evidence(...args),
  }
}
