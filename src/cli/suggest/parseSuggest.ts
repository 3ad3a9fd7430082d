import { parseArgs } from 'node:util'
import { z } from 'zod'
import { footprint as footprintShape } from '#catalog/readPlan.ts'
import type { SitingRequest } from '#engine/siting/sitingRequest.ts'
import {
  optionFaults,
  readOptions,
  SEARCH_OPTIONS,
  type SearchOptions,
  searchOptions,
  wholeFrom,
} from '../searchOptions'

export interface SuggestArguments extends SearchOptions {
  readonly catalog: string
  readonly request: SitingRequest
  /** At most so many sites. */
  readonly add: number
  readonly plan: string | undefined
}

type Parsed =
  | { readonly ok: true; readonly value: SuggestArguments }
  | { readonly ok: false; readonly faults: readonly string[] }

const USAGE =
  'npm run --silent suggest -- --catalog PATH_OR_URL --row ROW[.METRIC] --add N --candidates FEED|grid:METRES ' +
  '[--footprint JSON] [--properties JSON] [--weight PROPERTY] [--scope ID] [--plan FILE] [--out PLAN.json] [--partial] ' +
  '[--seconds S | --steps N] [--seed N] [--now TIME] [--lang zh|en]'

const MOST_SITES = 10_000

/** The options of the command line, or every fault of them. Names are checked later, against the catalog. */
export function parseSuggest(argv: readonly string[]): Parsed {
  const reading = readOptions(() => read(argv), USAGE)
  if (!reading.ok) return reading
  const { values } = reading
  const told = optionFaults(values)
  const { expected, missing, number, faults } = told
  const json = <T>(option: 'footprint' | 'properties', shape: z.ZodType<T>, zh: string, en: string): T | undefined => {
    const text = values[option]
    if (text === undefined) return undefined
    try {
      return shape.parse(JSON.parse(text))
    } catch {
      expected(`--${option}`, zh, en, text)
      return undefined
    }
  }

  if (!values.catalog) missing('--catalog PATH_OR_URL')
  if (!values.row) missing('--row ROW[.METRIC]')
  if (values.add === undefined) missing('--add N')
  if (!values.candidates) missing('--candidates FEED|grid:METRES')
  const add = number(
    '--add',
    values.add,
    wholeFrom(1, MOST_SITES),
    ` 1 到 ${MOST_SITES} 的整数`,
    `a whole number from 1 to ${MOST_SITES}`,
  )
  const footprint = json(
    'footprint',
    footprintShape,
    ' {"radius", "azimuth", "beamwidth"}',
    '{"radius", "azimuth", "beamwidth"}',
  )
  const properties = json('properties', z.record(z.string(), z.unknown()), ' JSON 对象', 'a JSON object')
  const grid = /^grid:(.*)$/s.exec(values.candidates ?? '')
  const metres = Number(grid?.[1])
  if (grid && !(metres > 0 && metres < Infinity))
    expected('--candidates', ' grid:米数,米数大于 0', 'grid:METRES, above 0', values.candidates ?? '')
  const [, indicator = '', metric = null] = /^([^.]+)(?:\.(.+))?$/s.exec(values.row ?? '') ?? []
  if (values.row && indicator === '') expected('--row', ' ROW 或 ROW.METRIC', 'ROW or ROW.METRIC', values.row)
  if (values.weight === '') expected('--weight', '属性名', 'the name of a property', '""')
  const search = searchOptions(values, told)
  if (faults.length > 0 || add === undefined) return { ok: false, faults: [...faults, USAGE] }
  return {
    ok: true,
    value: {
      ...search,
      catalog: values.catalog ?? '',
      request: {
        scope: values.scope ?? null,
        indicator,
        metric,
        weight: values.weight ?? null,
        candidates: grid ? { grid: metres } : { feed: values.candidates ?? '' },
        footprint,
        properties,
      },
      add,
      plan: values.plan,
    },
  }
}

function read(argv: readonly string[]) {
  const text = { type: 'string' } as const
  return parseArgs({
    args: [...argv],
    options: {
      ...SEARCH_OPTIONS,
      ...{ catalog: text, row: text, add: text, candidates: text, footprint: text, properties: text, weight: text },
      ...{ scope: text, plan: text },
    },
  }).values
}
