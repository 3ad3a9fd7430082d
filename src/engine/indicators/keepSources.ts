import { publicCatalog } from '#catalog/publicCatalog.ts'
import type { UnreadFeed } from '#core/evidence/feedEvidence.ts'
import type { Reason } from '#core/model/feedReport.ts'
import { gzip } from '#feeds/packed/gzip.ts'
import { nextTask } from '../jobs/steps'

/** The bytes of one file as received, until they are packed. */
interface KeptFile {
  raw: Uint8Array | null
  packed: Promise<Uint8Array> | null
}

/** The files that results are computed from, kept so that evidence can carry them. */
export interface KeptSources {
  /** Forgets what an earlier catalog had. */
  open(catalog: Uint8Array, standard: Uint8Array | null): void
  /** The latest bytes of a feed; with why they cannot be read, where the feed has never been read. */
  keep(feed: string, bytes: Uint8Array, unread: UnreadFeed | null): void
  /** The feed could not be had at all. */
  unreachable(feed: string, reason: Reason): void
  /** As it may be handed on: without the secrets of its addresses. SHA-256 is over these. */
  readonly catalog: () => Uint8Array
  readonly standard: () => Uint8Array | null
  /** The feed's bytes as gzip; null when there are none. */
  packed(feed: string): Promise<Uint8Array> | null
  unread(feed: string): UnreadFeed | null
  /** Packs what is not yet, one file after the other, letting other work pass between them. */
  pack(): Promise<void>
}

/** Holds raw bytes only until `pack`: packed, a city's feeds take about an eighth. */
export function keepSources(): KeptSources {
  let catalogBytes: Uint8Array | null = null
  let standardBytes: Uint8Array | null = null
  const files = new Map<string, KeptFile>()
  const faults = new Map<string, UnreadFeed>()

  const packedOf = (file: KeptFile): Promise<Uint8Array> => {
    file.packed ??= gzip(file.raw ?? new Uint8Array()).then((bytes) => {
      file.raw = null
      return bytes
    })
    return file.packed
  }

  return {
    open(catalog, standard) {
      catalogBytes = publicCatalog(catalog)
      standardBytes = standard
      files.clear()
      faults.clear()
    },
    keep(feed, bytes, unread) {
      files.set(feed, { raw: bytes, packed: null })
      if (unread) faults.set(feed, unread)
      else faults.delete(feed)
    },
    unreachable(feed, reason) {
      if (!files.has(feed)) faults.set(feed, { failure: { reason }, sha256: null })
    },
    catalog() {
      if (!catalogBytes) throw new Error('no catalog is open')
      return catalogBytes
    },
    standard: () => standardBytes,
    packed(feed) {
      const file = files.get(feed)
      return file ? packedOf(file) : null
    },
    unread: (feed) => faults.get(feed) ?? null,
    async pack() {
      for (const file of files.values()) {
        if (file.packed) continue
        await packedOf(file)
        await nextTask()
      }
    },
  }
}
