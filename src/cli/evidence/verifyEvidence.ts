import { compareEvidence, type EvidenceDifference } from '#core/evidence/compareEvidence.ts'
import { evidenceDigest, PROGRAM } from '#core/evidence/evidence.ts'
import { hashText } from '#core/evidence/sha256.ts'
import type { Language } from '../indicators/parseArguments'
import type { ReadEvidence } from './evidenceSchema'
import { readEvidence, type Said } from './readEvidence'
import { rerunEvidence } from './rerunEvidence'
import { type EmbeddedFinding, unpackEmbedded } from './unpackEmbedded'

/**
 * Why a number differs, as far as can be known: an embedded file is not the one recorded; the evidence was edited after
 * its export; another version of the program made it; none of these, so another engine, or changed program code.
 */
export type Cause = 'embedded' | 'edited' | 'version' | 'unknown'

export type Finding =
  | EmbeddedFinding
  | { readonly kind: 'edited' }
  | { readonly kind: 'not-computed'; readonly why: readonly string[] }
  | { readonly kind: 'difference'; readonly difference: EvidenceDifference; readonly cause: Cause }

export type Verdict =
  | { readonly kind: 'fault'; readonly fault: Said }
  | {
      readonly kind: 'equal' | 'within' | 'differs'
      readonly evidence: ReadEvidence
      readonly findings: readonly Finding[]
      /** Single values compared. */
      readonly compared: number
      /** Largest relative difference within the tolerance; 0: none. */
      readonly largest: number
    }

/** Computes one evidence file again from what is inside it, and says how the two compare. */
export async function verifyEvidence(bytes: Uint8Array, language: Language): Promise<Verdict> {
  const reading = readEvidence(bytes)
  if (!reading.ok) return { kind: 'fault', fault: reading.fault }
  const { tree, evidence } = reading
  const edited = evidenceDigest(tree, hashText) !== evidence.digest
  const { files, findings: embedded } = unpackEmbedded(evidence)
  const findings: Finding[] = [...embedded, ...(edited ? [{ kind: 'edited' } as const] : [])]
  const differs = (): Verdict => ({ kind: 'differs', evidence, findings, compared: 0, largest: 0 })
  // What would follow from a file that is not there says nothing of the numbers.
  if (embedded.some(({ problem }) => problem === 'spoilt' || problem === 'missing')) return differs()

  const rerun = await rerunEvidence(evidence, files, language)
  if (!rerun.ok) {
    findings.push({ kind: 'not-computed', why: rerun.faults })
    return differs()
  }
  const altered = new Set(embedded.flatMap(({ problem, role, id }) => (problem === 'altered' ? [id ?? role] : [])))
  const { differences, compared, largest } = compareEvidence(tree, rerun.tree)
  const cause: Cause =
    altered.size > 0
      ? 'embedded'
      : edited
        ? 'edited'
        : evidence.program.version !== PROGRAM.version
          ? 'version'
          : 'unknown'
  for (const difference of differences) {
    if (!isSaid(difference, altered)) findings.push({ kind: 'difference', difference, cause })
  }
  const kind = findings.length > 0 ? 'differs' : largest > 0 ? 'within' : 'equal'
  return { kind, evidence, findings, compared, largest }
}

/** The SHA-256 of an altered file is one finding already. */
function isSaid({ place }: EvidenceDifference, altered: ReadonlySet<string>): boolean {
  if (place.kind === 'feed') return place.member === 'sha256' && altered.has(place.feed)
  if (place.kind === 'catalog') return place.member === 'sha256' && altered.has('catalog')
  return place.kind === 'standard' && place.member === 'standard.sha256' && altered.has('standard')
}
