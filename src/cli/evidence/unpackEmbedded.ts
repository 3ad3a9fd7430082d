import { gunzipSync } from 'node:zlib'
import type { EmbeddedFile } from '#core/evidence/evidence.ts'
import { hashBytes } from '#core/evidence/sha256.ts'
import { MOST_BYTES } from '#feeds/queries/boundedRead.ts'
import type { ReadEvidence } from './evidenceSchema'

/** An embedded file that is not what the evidence says. `found` is the SHA-256 of what is there. */
export interface EmbeddedFinding {
  readonly kind: 'embedded'
  readonly problem: 'altered' | 'spoilt' | 'missing' | 'extra'
  readonly role: EmbeddedFile['role']
  readonly id: string | null
  readonly recorded: string | null
  readonly found: string | null
}

export interface UnpackedFiles {
  /** By role, feeds as `feed:<id>`. */
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly findings: readonly EmbeddedFinding[]
}

/** The files inside evidence, each checked against the SHA-256 that stands with the catalog, the standard or its feed. */
export function unpackEmbedded({ catalog, standard, feeds, embedded }: ReadEvidence): UnpackedFiles {
  const files = new Map<string, Uint8Array>()
  const findings: EmbeddedFinding[] = []
  const wanted = new Map<string, string>([[fileKey('catalog'), catalog.sha256]])
  if (standard.sha256 !== null) wanted.set(fileKey('standard'), standard.sha256)
  for (const { id, sha256: hash } of feeds) if (hash !== null) wanted.set(fileKey('feed', id), hash)
  const seen = new Set<string>()
  for (const { role, id = null, data } of embedded) {
    const key = fileKey(role, id)
    const recorded = wanted.get(key) ?? null
    const find = (problem: EmbeddedFinding['problem'], found: string | null) =>
      findings.push({ kind: 'embedded', problem, role, id, recorded, found })
    if (recorded === null || seen.has(key)) {
      find('extra', null)
      continue
    }
    seen.add(key)
    const bytes = unpack(data)
    if (bytes === null) {
      find('spoilt', null)
      continue
    }
    files.set(key, bytes)
    const found = hashBytes(bytes)
    if (found !== recorded) find('altered', found)
  }
  for (const [key, recorded] of wanted) {
    if (seen.has(key)) continue
    const [role, id] = key.startsWith('feed:') ? (['feed', key.slice(5)] as const) : ([roleOf(key), null] as const)
    findings.push({ kind: 'embedded', problem: 'missing', role, id, recorded, found: null })
  }
  return { files, findings }
}

export const fileKey = (role: EmbeddedFile['role'], id: string | null = null): string =>
  role === 'feed' ? `feed:${id}` : role

const roleOf = (key: string): 'catalog' | 'standard' => (key === 'catalog' ? 'catalog' : 'standard')

function unpack(data: string): Uint8Array | null {
  const packed = Buffer.from(data, 'base64')
  // Node passes over what is no base64; here nothing may stand that is not read.
  if (packed.toString('base64') !== data) return null
  try {
    return new Uint8Array(gunzipSync(packed, { maxOutputLength: MOST_BYTES }))
  } catch {
    return null
  }
}
