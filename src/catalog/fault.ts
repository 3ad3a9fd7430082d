import { foundText } from '#core/model/foundText.ts'
import { DEEPEST } from './json/deeperThan'
import type { JsonProblem } from './json/readJson'
import type { JsonWant } from './json/scanJson'

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

/** What JSON wants where it cannot be read, in words. */
export const WANTED: Readonly<Record<JsonWant, Expected>> = {
  value: { zh: '一个 JSON 值', en: 'a JSON value' },
  key: { zh: '双引号括起的键名', en: 'a key in double quotes' },
  colon: { zh: '冒号', en: 'a colon' },
  'comma-or-end': { zh: '逗号或收尾括号', en: 'a comma or the closing bracket' },
  'string-end': {
    zh: '收尾的双引号(文本中不得有换行等控制字符)',
    en: 'a closing quote (no control characters in text)',
  },
  escape: { zh: '合法的转义', en: 'a valid escape' },
  number: { zh: '合法的数字', en: 'a valid number' },
  end: { zh: '文件在此结束', en: 'the end of the file' },
  depth: { zh: `嵌套不超过 ${DEEPEST} 层`, en: `nesting of at most ${DEEPEST} levels` },
}

/** Where a value stands: keys and indexes from the root. */
export type Path = readonly (string | number)[]

export function pathText(path: Path): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`
    if (!/^[A-Za-z_$][\w$-]*$/.test(key)) return `${text}[${JSON.stringify(key)}]`
    return text === '' ? key : `${text}.${key}`
  }, '')
}

/** What stands there, in both languages: JSON, or that there is nothing. */
export function foundWords(value: unknown): Expected {
  const text = foundText(value)
  return { zh: value === undefined ? '空缺' : text, en: text }
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

/** The one fault of a file that is no JSON at all, with line and column. */
export function syntaxFault(problem: JsonProblem): Fault {
  if (problem.kind === 'empty') {
    return {
      path: '',
      found: 'nothing',
      expected: 'JSON',
      zh: '文件为空，应为 JSON',
      en: 'the file is empty, expected JSON',
    }
  }
  if (problem.kind === 'encoding') {
    const like = problem.looksLike === 'unknown' ? '' : problem.looksLike
    return {
      path: '',
      found: like === '' ? 'not UTF-8' : like,
      expected: 'UTF-8',
      zh: `应为 UTF-8，第 ${problem.byte} 字节起不是${like === '' ? '' : `(看来是 ${like})`}`,
      en: `expected UTF-8, but byte ${problem.byte} is not${like === '' ? '' : ` (looks like ${like})`}`,
    }
  }
  const wanted = WANTED[problem.wants]
  const found = problem.found === '' ? { zh: '文件结尾', en: 'the end of the file' } : null
  const text = JSON.stringify(problem.found)
  return {
    path: '',
    found: found === null ? text : found.en,
    expected: wanted.en,
    line: problem.line,
    column: problem.column,
    zh: `第 ${problem.line} 行第 ${problem.column} 列: 应为${wanted.zh}，实为${found?.zh ?? ` ${text}`}`,
    en: `line ${problem.line}, column ${problem.column}: expected ${wanted.en}, found ${found?.en ?? text}`,
  }
}
