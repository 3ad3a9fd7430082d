import { parseArgs } from 'node:util'
import { z } from 'zod'
import { footprint as footprintShape } from '#catalog/readPlan.ts'
import { parseTime } from '#core/model/parseTime.ts'
import type { SitingRequest } from '#engine/siting/sitingRequest.ts'
import type { Language } from '../indicators/parseArguments'

export interface SuggestArguments {
  readonly catalog: string
  readonly request: SitingRequest
  /** At most so many sites. */
  readonly add: number
  readonly seed: number
  /** How long it is searched: seconds of the wall, or steps. */
  readonly until: { readonly seconds: number } | { readonly steps: number }
  readonly plan: string | undefined
  readonly out: string | undefined
  readonly partial: boolean
  readonly now: number | undefined
  readonly language: Language
}

type Parsed =
  | { readonly ok: true; readonly value: SuggestArguments }
  | { readonly ok: false; readonly faults: readonly string[] }

const USAGE =
  'npm run --silent suggest -- --catalog PATH_OR_URL --row ROW[.METRIC] --add N --candidates FEED|grid:METRES ' +
  '[--footprint JSON] [--properties JSON] [--weight PROPERTY] [--scope ID] [--plan FILE] [--out PLAN.json] [--partial] ' +
  '[--seconds S | --steps N] [--seed N] [--now TIME] [--lang zh|en]'

const MOST_SITES = 10_000
const SECONDS = 10

/** The options of the command line, or every fault of them. Names are checked later, against the catalog. */
export function parseSuggest(argv: readonly string[]): Parsed {
  let values: ReturnType<typeof read>
  try {
    values = read(argv)
  } catch (error) {
    return {
      ok: false,
      faults: [error instanceof Error ? error.message.replace(/\s*\n\s*/g, ' ') : String(error), USAGE],
    }
  }
  const language: Language = values.lang === 'en' ? 'en' : 'zh'
  const faults: string[] = []
  const expected = (option: string, zh: string, en: string, found: string) =>
    void faults.push(
      language === 'zh' ? `${option}: 应为${zh},实为 ${found}` : `${option}: expected ${en}, found ${found}`,
    )
  const missing = (option: string) => void faults.push(language === 'zh' ? `缺少 ${option}` : `${option} is missing`)

  const number = (
    option: 'add' | 'seconds' | 'steps' | 'seed',
    fits: (value: number) => boolean,
    zh: string,
    en: string,
  ) => {
    const text = values[option]
    if (text === undefined) return undefined
    const value = text.trim() === '' ? Number.NaN : Number(text)
    if (fits(value)) return value
    expected(`--${option}`, zh, en, text)
    return undefined
  }
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
  if (values.lang !== undefined && values.lang !== 'zh' && values.lang !== 'en')
    expected('--lang', ' zh 或 en', 'zh or en', values.lang)
  const whole = (least: number, most: number) => (value: number) =>
    Number.isInteger(value) && value >= least && value <= most
  const add = number(
    'add',
    whole(1, MOST_SITES),
    ` 1 到 ${MOST_SITES} 的整数`,
    `a whole number from 1 to ${MOST_SITES}`,
  )
  const seconds = number(
    'seconds',
    (value) => value > 0 && value <= 86_400,
    '大于 0 的秒数',
    'a number of seconds above 0',
  )
  const steps = number('steps', whole(0, 1e9), '不小于 0 的整数', 'a whole number of at least 0')
  const seed = number('seed', whole(0, 2 ** 32 - 1), '不小于 0 的整数', 'a whole number of at least 0')
  if (values.seconds !== undefined && values.steps !== undefined)
    faults.push(language === 'zh' ? '--seconds 与 --steps 只能给一个' : 'give --seconds or --steps, not both')
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
  const now = values.now === undefined ? undefined : parseTime(values.now)
  if (now === null)
    expected('--now', '时间,如 2026-11-30T08:00:00+08:00', 'a time such as 2026-11-30T08:00:00+08:00', values.now ?? '')
  const [, indicator = '', metric = null] = /^([^.]+)(?:\.(.+))?$/s.exec(values.row ?? '') ?? []
  if (values.row && indicator === '') expected('--row', ' ROW 或 ROW.METRIC', 'ROW or ROW.METRIC', values.row)
  if (values.weight === '') expected('--weight', '属性名', 'the name of a property', '""')
  if (faults.length > 0 || add === undefined) return { ok: false, faults: [...faults, USAGE] }
  return {
    ok: true,
    value: {
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
      seed: seed ?? 1,
      until: steps === undefined ? { seconds: seconds ?? SECONDS } : { steps },
      plan: values.plan,
      out: values.out,
      partial: values.partial ?? false,
      now: now ?? undefined,
      language,
    },
  }
}

function read(argv: readonly string[]) {
  const text = { type: 'string' } as const
  return parseArgs({
    args: [...argv],
    options: {
      ...{ catalog: text, row: text, add: text, candidates: text, footprint: text, properties: text, weight: text },
      ...{ scope: text, plan: text, out: text, seconds: text, steps: text, seed: text, now: text, lang: text },
      partial: { type: 'boolean' },
    },
  }).values
}
