import { parseArgs } from 'node:util'
import type { CheapestRequest } from '#engine/cheapest/cheapestRequest.ts'
import {
  optionFaults,
  readOptions,
  SEARCH_OPTIONS,
  type SearchOptions,
  searchOptions,
  wholeFrom,
} from '../searchOptions'

export interface CheapestArguments extends SearchOptions {
  readonly catalog: string
  readonly request: CheapestRequest
  /** Null: whatever it takes. */
  readonly budget: number | null
}

type Parsed =
  | { readonly ok: true; readonly value: CheapestArguments }
  | { readonly ok: false; readonly faults: readonly string[] }

const USAGE =
  'npm run --silent cheapest -- --catalog PATH_OR_URL --want STAR [--rows ID,…] [--budget AMOUNT] [--scope ID] ' +
  '[--out PLAN.json] [--partial] [--seconds S | --steps N] [--seed N] [--now TIME] [--lang zh|en]'

/** The options of the command line, or every fault of them. Names are checked later, against the catalog. */
export function parseCheapest(argv: readonly string[]): Parsed {
  const reading = readOptions(() => read(argv), USAGE)
  if (!reading.ok) return reading
  const { values } = reading
  const told = optionFaults(values)
  const { expected, missing, number, faults } = told

  if (!values.catalog) missing('--catalog PATH_OR_URL')
  if (values.want === undefined) missing('--want STAR')
  const want = number('--want', values.want, wholeFrom(1, 5), ' 1 到 5 的星级', 'a star from 1 to 5')
  const fitting = (value: number) => value >= 0 && Number.isFinite(value)
  const budget = number('--budget', values.budget, fitting, '不小于 0 的金额', 'an amount of at least 0')
  const rows = values.rows
    ?.flatMap((list) => list.split(','))
    .map((id) => id.trim())
    .filter((id) => id !== '')
  if (rows?.length === 0) expected('--rows', '至少一个指标 id', 'at least one id of a row', '""')
  const search = searchOptions(values, told)
  if (faults.length > 0 || want === undefined) return { ok: false, faults: [...faults, USAGE] }
  return {
    ok: true,
    value: {
      ...search,
      catalog: values.catalog ?? '',
      request: { scope: values.scope ?? null, want, rows: rows ? [...new Set(rows)] : null },
      budget: budget ?? null,
    },
  }
}

function read(argv: readonly string[]) {
  const text = { type: 'string' } as const
  return parseArgs({
    args: [...argv],
    options: {
      ...SEARCH_OPTIONS,
      ...{ catalog: text, want: text, budget: text, scope: text },
      rows: { type: 'string', multiple: true },
    },
  }).values
}
