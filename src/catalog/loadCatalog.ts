import type { Standard } from '#core/model/standard.ts'
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
  const parsed = parseCatalog(bytes, wanted.standard)
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
  return { ...fault, path, zh: `standard(${url})${fault.zh}`, en: `standard (${url}) ${fault.en}` }
}

function unreadable(path: string, url: string, error: unknown): Fault {
  const found = error instanceof Error ? error.message : String(error)
  const at = path === '' ? '' : `${path}: `
  return {
    path,
    found,
    expected: `a readable file at ${url}`,
    zh: `${at}读不到 ${url}: ${found}`,
    en: `${at}cannot read ${url}: ${found}`,
  }
}

/** A URL of the catalog (feed, standard, live channel), which is relative to the catalog's own address. */
export function resolveUrl(url: string, catalogUrl: string): string {
  return new URL(url, catalogUrl).href
}
