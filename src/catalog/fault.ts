/** One thing wrong with a catalog or a standard: where, what stands there, what should, and both in a sentence. */
export interface Fault {
  /** JSON path such as `feeds[3].crs`; empty for the file as a whole. */
  readonly path: string
  /** What stands there, as JSON, shortened; `nothing` when it is missing. */
  readonly found: string
  readonly expected: string
  readonly zh: string
  readonly en: string
  /** Of a syntax fault, from 1. */
  readonly line?: number
  readonly column?: number
}

/** What was expected, in both languages. */
export interface Expected {
  readonly zh: string
  readonly en: string
}

/** Where a value stands: keys and indexes from the root. */
export type Path = readonly (string | number)[]

const LONGEST = 80

export function pathText(path: Path): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`
    if (!/^[A-Za-z_$][\w$-]*$/.test(key)) return `${text}[${JSON.stringify(key)}]`
    return text === '' ? key : `${text}.${key}`
  }, '')
}

/** A value as JSON on one line, shortened; `nothing` for undefined. */
export function foundText(value: unknown): string {
  if (value === undefined) return 'nothing'
  const text = JSON.stringify(value) ?? String(value)
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text
}

/** A fault at `path`, where `value` stands (undefined: it is missing). */
export function makeFault(path: Path, value: unknown, expected: Expected): Fault {
  const where = pathText(path)
  const found = foundText(value)
  const at = where === '' ? '' : `${where}: `
  return {
    path: where,
    found,
    expected: expected.en,
    zh: value === undefined ? `${at}缺少，应为${expected.zh}` : `${at}应为${expected.zh}，实为 ${found}`,
    en: `${at}expected ${expected.en}, found ${found}`,
  }
}
