import { parseArgs } from 'node:util'
import { DATUMS, type Datum } from '#core/model/datum.ts'
import type { ParameterOverride } from '#core/model/evaluation.ts'
import { parseTime } from '#core/model/parseTime.ts'

export type Language = 'zh' | 'en'

const GAP_FORMS = ['csv', 'json', 'geojson'] as const
export type GapForm = (typeof GAP_FORMS)[number]
const GAP_RANKS = ['people', 'area', 'places'] as const
export type GapRank = (typeof GAP_RANKS)[number]

export interface Arguments {
  readonly catalog: string
  readonly scope: string | null
  readonly only: readonly string[] | undefined
  readonly overrides: readonly ParameterOverride[]
  readonly partial: boolean
  readonly evidence: string | undefined
  readonly gaps: string | undefined
  /** Gaps as a list, the worst first, in the form that the name of the file says. */
  readonly gapList?: { readonly path: string; readonly form: GapForm; readonly rank: GapRank } | undefined
  /** Stated in the GeoJSON files of gaps; WGS84 when absent. */
  readonly datum?: Datum | undefined
  /** Path or URL of a plan file. */
  readonly plan?: string | undefined
  /** The moment the command is run as of, epoch milliseconds; the system's clock where it is not given. */
  readonly now?: number | undefined
  readonly language: Language
}

export type ArgumentsResult =
  | { readonly ok: true; readonly value: Arguments }
  | { readonly ok: false; readonly faults: readonly string[] }

export const USAGE =
  'npm run --silent indicators -- --catalog PATH_OR_URL [--scope ID] [--only ID,ID] ' +
  '[--set ID[.METRIC].PARAM=VALUE …] [--partial] [--evidence DIR] [--gaps FILE] ' +
  '[--gap-list FILE.csv|.json|.geojson] [--rank people|area|places] [--datum wgs84|cgcs2000] [--plan FILE] [--now TIME] [--lang zh|en]'

/** The options of the command line, or every fault of them. Names are checked later, against the catalog. */
export function parseArguments(argv: readonly string[]): ArgumentsResult {
  let parsed: ReturnType<typeof read>
  try {
    parsed = read(argv)
  } catch (error) {
    return { ok: false, faults: [error instanceof Error ? oneLine(error.message) : String(error), USAGE] }
  }
  const { values, positionals, tokens } = parsed
  const faults: string[] = []
  const stray = positionals.filter((word) => !word.includes('='))
  if (stray.length > 0) faults.push(`unexpected: ${stray.join(' ')}`)
  if (values.catalog === undefined || values.catalog === '') faults.push('--catalog PATH_OR_URL is missing')
  const language = values.lang ?? 'zh'
  if (language !== 'zh' && language !== 'en') faults.push(`--lang: expected zh or en, found ${language}`)
  const now = values.now === undefined ? undefined : parseTime(values.now)
  if (now === null) faults.push(`--now: expected a time such as 2026-11-30T08:00:00+08:00, found ${values.now}`)
  const zh = language !== 'en'
  const one = <T extends string>(option: 'rank' | 'datum', choices: readonly T[]): T | undefined => {
    const text = values[option]
    const found = choices.find((choice) => choice === text)
    if (text !== undefined && found === undefined) {
      const list = choices.join(', ')
      faults.push(zh ? `--${option}: 应为 ${list},实为 ${text}` : `--${option}: expected ${list}, found ${text}`)
    }
    return found
  }
  const rank = one('rank', GAP_RANKS)
  const datum = one('datum', DATUMS)
  const listed = values['gap-list']
  const form = GAP_FORMS.find((each) => listed?.toLowerCase().endsWith(`.${each}`))
  if (listed !== undefined && form === undefined) {
    faults.push(
      zh
        ? `--gap-list: 应为以 .csv、.json 或 .geojson 结尾的文件名,实为 ${listed}`
        : `--gap-list: expected a file name ending .csv, .json or .geojson, found ${listed}`,
    )
  }
  if (values.rank !== undefined && listed === undefined) {
    faults.push(zh ? '--rank 只与 --gap-list 同用' : '--rank goes with --gap-list')
  }
  // In the order given, for the later of two settings of one parameter holds.
  const settings = tokens.flatMap((token) => {
    if (token.kind === 'positional') return token.value.includes('=') ? [token.value] : []
    return token.kind === 'option' && token.name === 'set' ? [token.value ?? ''] : []
  })
  const overrides = settings.map(parseSetting)
  overrides.forEach((override, at) => {
    if (override === null) faults.push(`--set: expected ID[.METRIC].PARAM=VALUE, found ${settings[at] ?? ''}`)
  })
  if (faults.length > 0) return { ok: false, faults: [...faults, USAGE] }
  const only = values.only?.flatMap((list) => list.split(',').map((id) => id.trim())).filter((id) => id !== '')
  return {
    ok: true,
    value: {
      catalog: values.catalog ?? '',
      scope: values.scope ?? null,
      only,
      overrides: overrides.filter((override) => override !== null),
      partial: values.partial ?? false,
      evidence: values.evidence,
      gaps: values.gaps,
      ...(listed !== undefined && form && { gapList: { path: listed, form, rank: rank ?? 'people' } }),
      ...(datum && { datum }),
      plan: values.plan,
      ...(typeof now === 'number' && { now }),
      language: language === 'en' ? 'en' : 'zh',
    },
  }
}

function read(argv: readonly string[]) {
  return parseArgs({
    args: [...argv],
    allowPositionals: true,
    tokens: true,
    options: {
      catalog: { type: 'string' },
      scope: { type: 'string' },
      only: { type: 'string', multiple: true },
      set: { type: 'string', multiple: true },
      partial: { type: 'boolean' },
      evidence: { type: 'string' },
      gaps: { type: 'string' },
      'gap-list': { type: 'string' },
      rank: { type: 'string' },
      datum: { type: 'string' },
      plan: { type: 'string' },
      now: { type: 'string' },
      lang: { type: 'string' },
    },
  })
}

/** `ID.PARAM=VALUE` or `ID.METRIC.PARAM=VALUE`; VALUE is JSON, else text. */
function parseSetting(setting: string): ParameterOverride | null {
  const split = /^([^.=]+)(?:\.([^.=]+))?\.([^.=]+)=(.*)$/s.exec(setting)
  if (split === null) return null
  const [, indicator = '', metric, parameter = '', text = ''] = split
  return { indicator, metric: metric ?? null, parameter, value: parseValue(text) }
}

function parseValue(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

const oneLine = (text: string): string => text.replace(/\s*\n\s*/g, ' ')
