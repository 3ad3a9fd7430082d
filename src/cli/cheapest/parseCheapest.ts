import { parseArgs } from 'node:util'
import { parseTime } from '#core/model/parseTime.ts'
import type { CheapestRequest } from '#engine/cheapest/cheapestRequest.ts'
import type { Language } from '../indicators/parseArguments'

export interface CheapestArguments {
  readonly catalog: string
  readonly request: CheapestRequest
  /** Null: whatever it takes. */
  readonly budget: number | null
  readonly seed: number
  /** How long it is searched: seconds of the wall, or steps. */
  readonly until: { readonly seconds: number } | { readonly steps: number }
  readonly out: string | undefined
  readonly partial: boolean
  readonly now: number | undefined
  readonly language: Language
}

type Parsed =
  | { readonly ok: true; readonly value: CheapestArguments }
  | { readonly ok: false; readonly faults: readonly string[] }

const USAGE =
  'npm run --silent cheapest -- --catalog PATH_OR_URL --want STAR [--rows ID,…] [--budget AMOUNT] [--scope ID] ' +
  '[--out PLAN.json] [--partial] [--seconds S | --steps N] [--seed N] [--now TIME] [--lang zh|en]'

const SECONDS = 10

/** The options of the command line, or every fault of them. Names are checked later, against the catalog. */
export function parseCheapest(argv: readonly string[]): Parsed {
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
    option: 'want' | 'budget' | 'seconds' | 'steps' | 'seed',
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
  const whole = (least: number, most: number) => (value: number) =>
    Number.isInteger(value) && value >= least && value <= most

  if (!values.catalog) missing('--catalog PATH_OR_URL')
  if (values.want === undefined) missing('--want STAR')
  if (values.lang !== undefined && values.lang !== 'zh' && values.lang !== 'en')
    expected('--lang', ' zh 或 en', 'zh or en', values.lang)
  const want = number('want', whole(1, 5), ' 1 到 5 的星级', 'a star from 1 to 5')
  const budget = number(
    'budget',
    (value) => value >= 0 && Number.isFinite(value),
    '不小于 0 的金额',
    'an amount of at least 0',
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
  const rows = values.rows
    ?.flatMap((list) => list.split(','))
    .map((id) => id.trim())
    .filter((id) => id !== '')
  if (rows?.length === 0) expected('--rows', '至少一个指标 id', 'at least one id of a row', '""')
  const now = values.now === undefined ? undefined : parseTime(values.now)
  if (now === null)
    expected('--now', '时间,如 2026-11-30T08:00:00+08:00', 'a time such as 2026-11-30T08:00:00+08:00', values.now ?? '')
  if (faults.length > 0 || want === undefined) return { ok: false, faults: [...faults, USAGE] }
  return {
    ok: true,
    value: {
      catalog: values.catalog ?? '',
      request: { scope: values.scope ?? null, want, rows: rows ? [...new Set(rows)] : null },
      budget: budget ?? null,
      seed: seed ?? 1,
      until: steps === undefined ? { seconds: seconds ?? SECONDS } : { steps },
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
      ...{ catalog: text, want: text, budget: text, scope: text, out: text },
      ...{ seconds: text, steps: text, seed: text, now: text, lang: text },
      rows: { type: 'string', multiple: true },
      partial: { type: 'boolean' },
    },
  }).values
}
