import { type Clipper, loadClipper } from './peers/clipper2Wasm'
import { type GeosEngine, loadGeos } from './peers/geosEngine'

/** The peers that are loaded once for all cases. */
export interface Engines {
  readonly geos: GeosEngine
  readonly clipper: Clipper
}

export async function loadEngines(): Promise<Engines> {
  const [geos, clipper] = await Promise.all([loadGeos(), loadClipper()])
  return { geos, clipper }
}
