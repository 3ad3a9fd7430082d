import { type EmbeddedFile, type EvidenceBody, sealEvidence } from '#core/evidence/evidence.ts'
import { hashText } from '#core/evidence/sha256.ts'

/** Bytes at a time: a multiple of three, so that only the last piece is padded, and few enough to pass as arguments. */
const PIECE = 3 * 8192

/** Base64 (RFC 4648, with padding) of bytes. */
function toBase64(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += PIECE) {
    text += btoa(String.fromCharCode(...bytes.subarray(at, at + PIECE)))
  }
  return text
}

type Gzipped = Promise<Uint8Array>

/** The files behind evidence, each as gzip of the bytes received. */
export interface PackedFiles {
  readonly catalog: Gzipped
  /** Of a standard that the catalog names. */
  readonly standard: Gzipped | null
  /** Undefined for a feed whose bytes were never had. */
  readonly feeds: ReadonlyMap<string, Gzipped>
}

/** The text of an evidence file with the catalog, the standard where it is a file of its own, and the feeds it names. */
export async function packEvidence(body: EvidenceBody, files: PackedFiles): Promise<string> {
  const embedded = [embed('catalog', undefined, files.catalog)]
  if (files.standard) embedded.push(embed('standard', undefined, files.standard))
  for (const { id, sha256: hash } of body.feeds) {
    const packed = files.feeds.get(id)
    if (hash !== null && packed) embedded.push(embed('feed', id, packed))
  }
  return sealEvidence(body, await Promise.all(embedded), hashText)
}

const embed = async (role: EmbeddedFile['role'], id: string | undefined, packed: Gzipped): Promise<EmbeddedFile> => ({
  role,
  ...(id !== undefined && { id }),
  encoding: 'gzip+base64',
  data: toBase64(await packed),
})
