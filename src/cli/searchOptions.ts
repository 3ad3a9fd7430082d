import { parseTime } from '#core/model/parseTime.ts'
import type { Language } from './indicators/parseArguments'

/** Of a command that searches: how long, from which seed, at what moment, and in which language it speaks. */
export interface SearchOptions {
  readonly seed: number
  /** How long it is searched: seconds of the wall, or steps. */
  readonly until: { readonly seconds: number } | { readonly steps: number }
  readonly out: string | undefined
  readonly partial: boolean
  readonly now: number | undefined
  readonly language: Language
}

/** Written options by name; each stands once. */
interface Written {
  readonly seconds?: string | undefined
  readonly steps?: string | undefined
  readonly seed?: string | undefined
  readonly now?: string | undefined
  readonly lang?: string | undefined
  readonly out?: string | undefined
  readonly partial?: boolean | undefined
}

const SECONDS = 10

/** The options that commands which search have alike. */
export const SEARCH_OPTIONS = {
  out: { type: 'string' },
  seconds: { type: 'string' },
  steps: { type: 'string' },
  seed: { type: 'string' },
  now: { type: 'string' },
  lang: { type: 'string' },
  partial: { type: 'boolean' },
} as const

/** Reads options by `read`, which throws for those that there are not; or says why they cannot be read, and the usage. */
export function readOptions<Values>(
  read: () => Values,
  usage: string,
): { readonly ok: true; readonly values: Values } | { readonly ok: false; readonly faults: readonly string[] } {
  try {
    return { ok: true, values: read() }
  } catch (error) {
    const why = error instanceof Error ? error.message.replace(/\s*\n\s*/g, ' ') : String(error)
    return { ok: false, faults: [why, usage] }
  }
}

/** Collects the faults of options in the language they ask for. */
export function optionFaults(values: Written) {
  const language: Language = values.lang === 'en' ? 'en' : 'zh'
  const faults: string[] = []
  const say = (zh: string, en: string) => void faults.push(language === 'zh' ? zh : en)
  const expected = (option: string, zh: string, en: string, found: string) =>
    say(`${option}: 应为${zh},实为 ${found}`, `${option}: expected ${en}, found ${found}`)
  return {
    language,
    faults,
    say,
    expected,
    missing: (option: string) => say(`缺少 ${option}`, `${option} is missing`),
    /** A number that fits; undefined where it is not given, or does not. */
    number(
      option: string,
      text: string | undefined,
      fits: (value: number) => boolean,
      zh: string,
      en: string,
    ): number | undefined {
      if (text === undefined) return undefined
      const value = text.trim() === '' ? Number.NaN : Number(text)
      if (fits(value)) return value
      expected(option, zh, en, text)
      return undefined
    },
  }
}

export type OptionFaults = ReturnType<typeof optionFaults>

export const wholeFrom = (least: number, most: number) => (value: number) =>
  Number.isInteger(value) && value >= least && value <= most

/** What commands that search have alike; faults go to `told`. */
export function searchOptions(values: Written, told: OptionFaults): SearchOptions {
  const { expected, number, say, language } = told
  const atLeast0 = ['不小于 0 的整数', 'a whole number of at least 0'] as const
  if (values.lang !== undefined && values.lang !== 'zh' && values.lang !== 'en')
    expected('--lang', ' zh 或 en', 'zh or en', values.lang)
  const fitting = (value: number) => value > 0 && value <= 86_400
  const seconds = number('--seconds', values.seconds, fitting, '大于 0 的秒数', 'a number of seconds above 0')
  const steps = number('--steps', values.steps, wholeFrom(0, 1e9), ...atLeast0)
  const seed = number('--seed', values.seed, wholeFrom(0, 2 ** 32 - 1), ...atLeast0)
  if (values.seconds !== undefined && values.steps !== undefined)
    say('--seconds 与 --steps 只能给一个', 'give --seconds or --steps, not both')
  const now = values.now === undefined ? undefined : parseTime(values.now)
  if (now === null)
    expected('--now', '时间,如 2026-11-30T08:00:00+08:00', 'a time such as 2026-11-30T08:00:00+08:00', values.now ?? '')
  return {
    seed: seed ?? 1,
    until: steps === undefined ? { seconds: seconds ?? SECONDS } : { steps },
    out: values.out,
    partial: values.partial ?? false,
    now: now ?? undefined,
    language,
  }
}
