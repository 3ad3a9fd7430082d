import { type Clipper, loadClipper } from './peers/clipper2Wasm'
import { type GeosEngine, loadGeos } from './peers/geosEngine'
import { type PostgisServer, startPostgis } from './peers/postgisServer'

/** The peers that are loaded once for all cases. */
export interface Engines {
  readonly geos: GeosEngine
  readonly clipper: Clipper
  /** Started when first asked for; null where it is not installed. */
  readonly postgis: () => PostgisServer | null
  /** Versions of what was used, beside those of the packages. */
  readonly versions: () => Record<string, string>
  /** Stops what was started. */
  readonly stop: () => void
}

export async function loadEngines(): Promise<Engines> {
  const [geos, clipper] = await Promise.all([loadGeos(), loadClipper()])
  let server: PostgisServer | null | undefined
  const postgis = (): PostgisServer | null => {
    if (server === undefined) server = startPostgis()
    return server
  }
  return {
    geos,
    clipper,
    postgis,
    versions: () => ({ geos: geos.version, ...(server ? { postgis: server.version } : {}) }),
    stop: () => server?.stop(),
  }
}
