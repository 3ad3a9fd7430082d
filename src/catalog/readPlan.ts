import { z } from 'zod'
import type { Edit } from '#core/model/world.ts'
import { PLAN_FORMAT, PLAN_VERSION, type PlanFile } from '#core/planning/planFile.ts'
import { type Fault, syntaxFault } from './fault'
import { DEEPEST } from './json/deeperThan'
import { readJson } from './json/readJson'
import { zodFaults } from './zodFaults'

export type ReadPlan =
  | { readonly ok: true; readonly plan: PlanFile }
  | { readonly ok: false; readonly faults: readonly Fault[] }

const feed = z.string().min(1)
/** Ids are text end to end. */
const id = z.union([z.string().min(1), z.int()]).transform(String)
/** As it stands in a plan and on the command line. */
export const footprint = z.strictObject({
  radius: z.number().nonnegative(),
  azimuth: z.number().nullable().default(null),
  beamwidth: z.number().positive().nullable().default(null),
})
const feature = z.looseObject({ type: z.literal('Feature'), footprint: footprint.optional() })

/** The shape of a change by the key that says what it does. */
const CHANGES = {
  put: z.strictObject({ feed, put: feature, footprint: footprint.optional() }),
  patch: z.strictObject({ feed, id, patch: z.record(z.string(), z.unknown()) }),
  move: z.strictObject({ feed, id, move: z.tuple([z.number(), z.number()]) }),
  drop: z.strictObject({ feed, id, drop: z.literal(true) }),
} as const

const KINDS = Object.keys(CHANGES) as (keyof typeof CHANGES)[]

const plan = z.strictObject({
  format: z.literal(PLAN_FORMAT),
  version: z.literal(PLAN_VERSION),
  title: z.string(),
  city: z.string(),
  changes: z.array(z.unknown()),
})

/**
 * A plan file for the city of this division code, or every fault of it with its place. Whether its feeds and features are
 * there is not asked here. A footprint may stand in the feature that is put, or beside it.
 */
export function readPlan(bytes: Uint8Array, city: string): ReadPlan {
  const reading = readJson(bytes, { deepest: DEEPEST })
  if (!reading.ok) return { ok: false, faults: [syntaxFault(reading.problem)] }
  const raw = reading.value
  const parsed = plan.extend({ city: z.literal(city) }).safeParse(raw)
  if (!parsed.success) return { ok: false, faults: zodFaults(parsed.error.issues, raw) }
  const edits: Edit[] = []
  const faults: Fault[] = []
  for (const [at, change] of parsed.data.changes.entries()) {
    const keys = typeof change === 'object' && change !== null ? Object.keys(change) : []
    const kind = KINDS.find((key) => keys.includes(key)) ?? 'put'
    const read = CHANGES[kind].safeParse(change)
    if (read.success) edits.push(editOf(read.data))
    else
      faults.push(...zodFaults(read.error.issues, raw, ['changes', at]).map((fault) => numbered(fault, at + 1, change)))
  }
  return faults.length > 0 ? { ok: false, faults } : { ok: true, plan: { ...parsed.data, changes: edits } }
}

type Change = z.output<(typeof CHANGES)[keyof typeof CHANGES]>

function editOf(change: Change): Edit {
  if (!('put' in change)) return change
  const { footprint: inside, ...put } = change.put
  const own = change.footprint ?? inside
  // The door reads the feature as it reads any other: its shape is not vouched for here.
  return {
    feed: change.feed,
    put: put as unknown as Extract<Edit, { put: unknown }>['put'],
    ...(own && { footprint: own }),
  }
}

/** A fault of one change, by its number (from 1), its feed and its id. */
function numbered(fault: Fault, number: number, change: unknown): Fault {
  const { feed: of, id: own, put } = Object(change)
  const what = [of, own ?? Object(put).id].filter((part) => part !== undefined && part !== null).join(' ')
  const named = what === '' ? '' : ` (${what})`
  return { ...fault, zh: `第 ${number} 项改动${named}: ${fault.zh}`, en: `change ${number}${named}: ${fault.en}` }
}
