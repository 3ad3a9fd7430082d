import { type Clipper, loadClipper } from './peers/clipper2Wasm'
import { type GeosEngine, loadGeos } from './peers/geosEngine'
import { type PostgisServer, startPostgis } from './peers/postgisServer'

/** The peers that are loaded once for all cases. */
export interface Engines {
  readonly geos: GeosEngine
  readonly clipper: Clipper
  /** Null where it is not installed. */
  readonly postgis: PostgisServer | null
}

export async function loadEngines(): Promise<Engines> {
  const [geos, clipper] = await Promise.all([loadGeos(), loadClipper()])
  return { geos, clipper, postgis: startPostgis() }
}
