import { METHODS } from '#core/indicators/methods/methods.ts'
import type { Standard } from '#core/model/standard.ts'
import { isObject } from '#core/model/values.ts'
import { withoutSecrets } from '#core/model/withoutSecrets.ts'
import { addressFault } from './addresses'
import { bundledStandard } from './bundledStandard'
import type { Fault } from './fault'
import { readJson } from './json/readJson'
import { parseCatalog } from './parseCatalog'
import type { Catalog } from './schema'
import { parseStandard } from './standard'

/** Reads the bytes at an absolute URL, or throws an Error that says why not. The network is the caller's. */
export type ReadBytes = (url: string) => Promise<Uint8Array>

export type LoadedCatalog =
  | {
      readonly ok: true
      readonly catalog: Catalog
      readonly standard: Standard
      readonly url: string
      readonly bytes: Uint8Array
      /** Null for the bundled standard. */
      readonly standardBytes: Uint8Array | null
    }
  | { readonly ok: false; readonly faults: readonly Fault[] }

/** The catalog at `url` and the standard it names (the bundled one where it names none), or every fault of both. */
export async function loadCatalog(url: string, read: ReadBytes): Promise<LoadedCatalog> {
  let bytes: Uint8Array
  try {
    bytes = await read(url)
  } catch (error) {
    return { ok: false, faults: [unreadable('', url, error)] }
  }
  const wanted = await standardOf(bytes, url, read)
  const parsed = parseCatalog(bytes, wanted.standard, METHODS, url)
  if (!parsed.ok) return { ok: false, faults: [...wanted.faults, ...parsed.faults] }
  if (wanted.standard === null) return { ok: false, faults: wanted.faults }
  return { ok: true, catalog: parsed.catalog, standard: wanted.standard, url, bytes, standardBytes: wanted.bytes }
}

interface WantedStandard {
  readonly bytes: Uint8Array | null
  readonly standard: Standard | null
  readonly faults: readonly Fault[]
}

async function standardOf(bytes: Uint8Array, url: string, read: ReadBytes): Promise<WantedStandard> {
  const reading = readJson(bytes)
  const named = reading.ok && typeof reading.value === 'object' ? standardUrl(reading.value) : undefined
  // An address that cannot be used is a fault of the catalog, named with the others.
  if (named !== undefined && addressFault(named, url)) return { bytes: null, standard: null, faults: [] }
  if (named === undefined) return { bytes: null, standard: bundledStandard(), faults: [] }
  try {
    const own = await read(resolveUrl(named, url))
    const parsed = parseStandard(own)
    if (parsed.ok) return { bytes: own, standard: parsed.standard, faults: [] }
    return { bytes: own, standard: null, faults: parsed.faults.map((fault) => within(named, fault)) }
  } catch (error) {
    return { bytes: null, standard: null, faults: [unreadable('standard', named, error)] }
  }
}

function standardUrl(catalog: object | null): string | undefined {
  if (catalog === null || !('standard' in catalog)) return undefined
  return typeof catalog.standard === 'string' ? catalog.standard : undefined
}

/** A fault of the standard's own file, told as one of the catalog's `standard`. */
function within(url: string, fault: Fault): Fault {
  const path = fault.path === '' ? 'standard' : `standard:${fault.path}`
  const shown = withoutSecrets(url)
  return { ...fault, path, zh: `standard(${shown})${fault.zh}`, en: `standard (${shown}) ${fault.en}` }
}

function unreadable(path: string, url: string, error: unknown): Fault {
  const own: unknown = isObject(error) ? error.reason : undefined
  const message = error instanceof Error ? error.message : String(error)
  // An error that gives its reason in both languages is told in its words.
  const said = (language: 'zh' | 'en'): string => {
    const words = isObject(own) ? own[language] : undefined
    return withoutSecrets(typeof words === 'string' ? words : message)
  }
  const shown = withoutSecrets(url)
  const at = path === '' ? '' : `${path}: `
  return {
    path,
    found: said('en'),
    expected: `a readable file at ${shown}`,
    zh: `${at}读不到 ${shown}: ${said('zh')}`,
    en: `${at}cannot read ${shown}: ${said('en')}`,
  }
}

/** A URL of the catalog (feed, standard, live channel), which is relative to the catalog's own address. */
export function resolveUrl(url: string, catalogUrl: string): string {
  return new URL(url, catalogUrl).href
}
