import type { Fault } from './fault'
import type { JsonProblem } from './json/readJson'
import { WANTED } from './json/wantedWords'

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
