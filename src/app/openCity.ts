import type { Fault } from '#catalog/fault.ts'
import type { OpenedCity } from '#city/CityContext.ts'
import { setCatalogOnShow } from '#city/catalogOnShow.ts'
import { withoutSecrets } from '#core/model/withoutSecrets.ts'
import type { AsyncCityEngine } from '#engine/engineApi.ts'
import { connectCityEngine } from '#engine/host/connectCityEngine.ts'
import { inWorlds } from '#engine/verbs.ts'
import { fetchBytes } from '#feeds/queries/fetchBytes.ts'
import { setClock, viewedTime } from '#state/clock.ts'
import { setEngineHealth } from '#state/engine.ts'
import type { CatalogAddress } from './catalogAddress'
import { cityClock } from './cityClock'

/** The catalog is there and not usable: every fault is named. */
export class CatalogRefused extends Error {
  readonly faults: readonly Fault[]
  readonly url: string

  constructor(url: string, faults: readonly Fault[]) {
    const shown = withoutSecrets(url)
    super(`${shown}: ${faults.length} faults`)
    this.name = 'CatalogRefused'
    this.url = shown
    this.faults = faults
  }
}

/**
 * Fetches and opens a city.
 * @throws CatalogRefused for a catalog with faults, FeedFault for one that cannot be fetched.
 */
export async function openCity(address: CatalogAddress, signal: AbortSignal): Promise<OpenedCity> {
  if (!URL.canParse(address.url)) throw new CatalogRefused(address.url, [addressFault(address.url)])
  const { engine, close } = connectCityEngine(setEngineHealth)
  signal.addEventListener('abort', close, { once: true })
  try {
    return await openIn(engine, address, signal)
  } catch (error) {
    // Whoever tries again starts another engine: this one's thread must not stay.
    if (!signal.aborted) close()
    throw signal.aborted ? signal.reason : error
  } finally {
    signal.removeEventListener('abort', close)
  }
}

/** The one fault of a page address whose `catalog` is none. */
function addressFault(url: string): Fault {
  const found = withoutSecrets(url)
  return {
    path: '?catalog',
    found,
    expected: 'an address that can be parsed',
    zh: `页面地址中的 catalog 应为可以解析的地址，实为 ${found}`,
    en: `catalog in the address of the page should be an address that can be parsed, found ${found}`,
  }
}

async function openIn(
  engine: AsyncCityEngine,
  { url, whose }: CatalogAddress,
  signal: AbortSignal,
): Promise<OpenedCity> {
  const catalogBytes = await fetchBytes(url, signal)
  const named = standardUrl(catalogBytes.bytes, url)
  const standardBytes = named === null ? null : (await fetchBytes(named, signal)).bytes
  const opened = await engine.openCatalog(catalogBytes.bytes, standardBytes, url)
  if (!opened.ok) throw new CatalogRefused(url, opened.faults)
  const { catalog, standard, feedsByIndicator, methods } = opened
  setCatalogOnShow(null)
  const clock = cityClock(catalog, Date.now())
  setClock(clock)
  await engine.setClock(clock)
  return {
    catalog,
    catalogUrl: url,
    whose,
    standard,
    feedsByIndicator,
    methods,
    host: engine,
    in: inWorlds(engine),
    now: viewedTime,
    demoClock: catalog.city.clock !== undefined,
    startSiting: async (...asked) => (await import('#engine/host/startSiting.ts')).startSiting(...asked),
    startCheapest: async (...asked) => (await import('#engine/host/startCheapest.ts')).startCheapest(...asked),
  }
}

/** The address of the standard a catalog names, or null. A catalog that is no JSON names none; its faults come later. */
function standardUrl(bytes: Uint8Array, catalogUrl: string): string | null {
  try {
    const catalog: unknown = JSON.parse(new TextDecoder().decode(bytes))
    if (typeof catalog !== 'object' || catalog === null || !('standard' in catalog)) return null
    return typeof catalog.standard === 'string' ? new URL(catalog.standard, catalogUrl).href : null
  } catch {
    return null
  }
}
