import { z } from 'zod'
import { EVIDENCE_FORMAT, EVIDENCE_VERSION } from '#core/evidence/evidence.ts'

/** A moment by which times were judged, as evidence writes it. */
const moment = z.string().refine((text) => !Number.isNaN(Date.parse(text)), { error: 'is no time' })

/**
 * What of an evidence file must be there to compute it again. The rest is not asked for here: it is compared, member by
 * member, with what the computation gives.
 */
export const evidenceSchema = z.looseObject({
  format: z.literal(EVIDENCE_FORMAT),
  version: z.union([z.literal(1), z.literal(EVIDENCE_VERSION)]),
  digest: z.string(),
  program: z.looseObject({ version: z.string() }),
  catalog: z.looseObject({ location: z.string(), sha256: z.string() }),
  standard: z.looseObject({ sha256: z.string().nullable() }),
  indicator: z.looseObject({ id: z.string() }),
  scope: z.string().nullable(),
  /** Absent before times that lie ahead were told from others. */
  now: moment.nullable().optional(),
  set: z.array(
    z.strictObject({
      indicator: z.string(),
      metric: z.string().nullable(),
      parameter: z.string(),
      value: z.unknown(),
    }),
  ),
  past: z.looseObject({ at: z.string().nullable() }).optional(),
  plan: z.looseObject({ title: z.string(), changes: z.array(z.unknown()) }).optional(),
  feeds: z.array(
    z.looseObject({
      id: z.string(),
      sha256: z.string().nullable(),
      reconstructed: z.literal(true).optional(),
      now: moment.optional(),
    }),
  ),
  embedded: z.array(
    z.strictObject({
      role: z.enum(['catalog', 'standard', 'feed']),
      id: z.string().optional(),
      encoding: z.literal('gzip+base64'),
      data: z.string(),
    }),
  ),
})

export type ReadEvidence = z.output<typeof evidenceSchema>
