import { hashBytes } from '#core/evidence/sha256.ts'
import type { ReadSource } from './readFeeds'

interface SourceFile {
  readonly bytes: Uint8Array
  readonly sha256: string
}

/** The bytes of everything a computation read. */
export interface SourceBytes {
  readonly catalog: SourceFile
  /** Only where the catalog names a standard; `location` as the catalog writes it. */
  readonly standard: (SourceFile & { readonly location: string }) | null
  readonly feeds: ReadonlyMap<string, Uint8Array>
}

export interface SourceRecord {
  readonly read: ReadSource
  /** What has been read so far. Throws before the catalog is. */
  sources(standard: string | undefined): SourceBytes
}

/** A reader that remembers: the catalog at `catalogUrl`, each feed under its id, and what else is read, the standard. */
export function recordSources(catalogUrl: string, read: ReadSource): SourceRecord {
  let catalog: SourceFile | null = null
  let standard: SourceFile | null = null
  const feeds = new Map<string, Uint8Array>()
  return {
    async read(url, feed) {
      const bytes = await read(url, feed)
      if (feed !== undefined) feeds.set(feed, bytes)
      else if (url === catalogUrl) catalog = { bytes, sha256: hashBytes(bytes) }
      else standard = { bytes, sha256: hashBytes(bytes) }
      return bytes
    },
    sources(location) {
      if (!catalog) throw new Error('no catalog has been read')
      return { catalog, standard: standard && location !== undefined ? { ...standard, location } : null, feeds }
    },
  }
}
