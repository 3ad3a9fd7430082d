import { z } from 'zod'
import type { LocalText } from '#core/model/feature.ts'
import type { Standard, StandardRow, StarRule } from '#core/model/standard.ts'
import { checkStandard } from './checks/checkStandard'
import { type Fault, makeFault, type Path, syntaxFault } from './fault'
import { DEEPEST } from './json/deeperThan'
import { readJson } from './json/readJson'
import { zodFaults } from './zodFaults'

const rule: z.ZodType<StarRule> = z.lazy(() =>
  z.discriminatedUnion('op', [
    z.strictObject({
      op: z.enum(['>=', '>', '<=', '==']),
      metric: z.string().optional(),
      value: z.union([z.number(), z.boolean()]),
    }),
    z.strictObject({ op: z.enum(['all', 'any']), of: z.array(rule).min(1) }),
    z.strictObject({ op: z.literal('checklist'), require: z.array(z.string()).min(1) }),
  ]),
)

const metric = z.looseObject({
  id: z.string().min(1),
  name_zh: z.string(),
  name_en: z.string().optional(),
  unit: z.string().default('ratio'),
  numerator_zh: z.string().optional(),
  numerator_en: z.string().optional(),
  denominator_zh: z.string().optional(),
  denominator_en: z.string().optional(),
})

const row = z.looseObject({
  order: z.number().optional(),
  id: z.string().min(1),
  name_zh: z.string(),
  name_en: z.string().optional(),
  category: z.string().default(''),
  category_en: z.string().optional(),
  leading: z.boolean().default(false),
  kind: z.enum(['ratio', 'count', 'amount', 'rank', 'qualitative', 'deduction']),
  geometry_role: z.string().default('non-spatial'),
  formula: z.string().default(''),
  formula_en: z.string().optional(),
  metrics: z.array(metric).default([]),
  weights: z.record(z.string(), z.number()).optional(),
  checklist: z.record(z.string(), z.string()).optional(),
  checklist_en: z.record(z.string(), z.string()).optional(),
  implies: z.record(z.string(), z.array(z.string())).optional(),
  stars: z.array(z.union([rule, z.null()])).length(5),
  units: z.array(z.string()).default([]),
  doubt: z.string().nullish(),
  doubt_en: z.string().nullish(),
})

/** The published form of a standard: the form of `standards/db37-t-3890-2020.json`. Keys beyond these are let through. */
const standardSchema = z.looseObject({
  source: z.string().default(''),
  source_en: z.string().optional(),
  indicators: z.array(row),
})

type PublishedRow = z.output<typeof row>

export type StandardResult =
  | { readonly ok: true; readonly standard: Standard }
  | { readonly ok: false; readonly faults: readonly Fault[] }

/**
 * The rows of an indicator standard from its published form, as bytes, text or an already parsed value. Refused with
 * every fault named: shape, ids that stand twice, star rules and weights that name no metric or item of their row.
 */
export function parseStandard(source: unknown): StandardResult {
  let raw = source
  if (typeof source === 'string' || source instanceof Uint8Array) {
    const reading = readJson(source, { deepest: DEEPEST })
    if (!reading.ok) return { ok: false, faults: [syntaxFault(reading.problem)] }
    raw = reading.value
  }
  const parsed = standardSchema.safeParse(raw)
  if (!parsed.success) return { ok: false, faults: zodFaults(parsed.error.issues, raw) }
  const { source: zh, source_en: en, indicators } = parsed.data
  const rows = indicators.map(rowOf)
  const faults = checkStandard(rows, (path: Path, value, expected) =>
    makeFault(['indicators', ...path], value, expected),
  )
  return faults.length > 0 ? { ok: false, faults } : { ok: true, standard: { source: text(zh, en), rows } }
}

const text = (zh: string, en: string | null | undefined): LocalText => (en ? { zh, en } : { zh })
const textOrNone = (zh: string | undefined, en: string | undefined): LocalText | undefined =>
  zh === undefined ? undefined : text(zh, en)

function rowOf(published: PublishedRow, index: number): StandardRow {
  const { checklist, checklist_en, doubt, doubt_en } = published
  return {
    order: published.order ?? index + 1,
    id: published.id,
    name: text(published.name_zh, published.name_en),
    category: text(published.category, published.category_en),
    leading: published.leading,
    kind: published.kind,
    spatial: published.geometry_role !== 'non-spatial',
    formula: text(published.formula, published.formula_en),
    metrics: published.metrics.map((each) => ({
      id: each.id,
      name: text(each.name_zh, each.name_en),
      unit: each.unit,
      numerator: textOrNone(each.numerator_zh, each.numerator_en),
      denominator: textOrNone(each.denominator_zh, each.denominator_en),
    })),
    weights: published.weights,
    checklist:
      checklist &&
      Object.fromEntries(Object.entries(checklist).map(([key, zh]) => [key, text(zh, checklist_en?.[key])])),
    implies: published.implies,
    stars: published.stars,
    units: published.units,
    doubt: doubt ? text(doubt, doubt_en) : null,
  }
}
