import type { EmbeddedFile, EvidenceBody } from './evidence'

/** Lower-case hex SHA-256 of a text in UTF-8. */
export type HashText = (text: string) => string

/** The text of an evidence file: the body, the digest of the whole, and the files it was computed from. */
export function sealEvidence(body: EvidenceBody, embedded: readonly EmbeddedFile[], hash: HashText): string {
  const { format, version, ...said } = body
  const digest = evidenceDigest({ ...body, embedded }, hash)
  return `${JSON.stringify({ format, version, digest, ...said, embedded }, null, 1)}\n`
}

/** The digest of an evidence file read back: of its compact JSON, keys as they stand, without `digest` itself. */
export function evidenceDigest(evidence: Readonly<Record<string, unknown>>, hash: HashText): string {
  const { digest: _, ...said } = evidence
  return hash(JSON.stringify(said))
}
