import type { z } from 'zod'
import { type Expected, type Fault, makeFault, type Path } from './fault'

type Issue = z.core.$ZodIssue

const TYPES: Readonly<Record<string, Expected>> = {
  string: { zh: '文本', en: 'text' },
  number: { zh: '数字', en: 'a number' },
  boolean: { zh: 'true 或 false', en: 'true or false' },
  object: { zh: '对象', en: 'an object' },
  record: { zh: '对象', en: 'an object' },
  array: { zh: '列表', en: 'a list' },
  tuple: { zh: '列表', en: 'a list' },
  null: { zh: 'null', en: 'null' },
}

const typeWords = (type: string): Expected => TYPES[type] ?? { zh: type, en: type }
const join = (parts: readonly Expected[]): Expected => ({
  zh: [...new Set(parts.map((part) => part.zh))].join('或'),
  en: [...new Set(parts.map((part) => part.en))].join(' or '),
})

/** The faults behind the issues of a Zod schema; `raw` is the value that was parsed. An unknown key is a fault each. */
export function zodFaults(issues: readonly Issue[], raw: unknown, base: Path = []): Fault[] {
  return issues.flatMap((issue) => faultsOf(issue, raw, [...base, ...issue.path.map(keyOf)]))
}

const keyOf = (key: PropertyKey): string | number => (typeof key === 'number' ? key : String(key))

function faultsOf(issue: Issue, raw: unknown, path: Path): Fault[] {
  const found = valueAt(raw, path)
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey([...path, key], valueAt(raw, [...path, key])))
    case 'invalid_union': {
      if (issue.errors.length === 0) return [makeFault(path, found, discriminatorWords(issue))]
      const wrongType = (inner: Issue) => isRootType(inner, found)
      const fitting = issue.errors.filter((branch) => !branch.some(wrongType))
      if (fitting.length === 1) return zodFaults(fitting[0]!, raw, path)
      return [makeFault(path, found, join(issue.errors.flat().filter(wrongType).map(expectedOf)))]
    }
    case 'invalid_key':
    case 'invalid_element':
      return zodFaults(issue.issues, raw, path)
    default:
      return [makeFault(path, found, expectedOf(issue))]
  }
}

function unknownKey(path: Path, value: unknown): Fault {
  const fault = makeFault(path, value, { zh: '没有这个键', en: 'no such key' })
  return {
    ...fault,
    zh: `${fault.path}: 未知的键(只有 $schema 和 x- 开头的键可以自加)`,
    en: `${fault.path}: unknown key (only $schema and keys beginning x- may be added)`,
  }
}

/** The branch of a union wants another type than what stands there: it is not the one that was meant. */
function isRootType(issue: Issue, found: unknown): boolean {
  if (issue.path.length > 0) return false
  if (issue.code === 'invalid_value') return !issue.values.some((value) => typeof value === typeof found)
  return issue.code === 'invalid_type'
}

function discriminatorWords(issue: Issue): Expected {
  const options = 'options' in issue && Array.isArray(issue.options) ? issue.options.map(String) : []
  return oneOf(options)
}

const oneOf = (values: readonly unknown[]): Expected => {
  const shown = values.length > 20 ? [...values.slice(0, 12), '…', ...values.slice(-3)] : values
  const list = shown.map(String).join(', ')
  return values.length === 1 ? { zh: list, en: list } : { zh: `其中之一: ${list}`, en: `one of ${list}` }
}

function expectedOf(issue: Issue): Expected {
  switch (issue.code) {
    case 'invalid_type':
      return typeWords(issue.expected)
    case 'invalid_value':
      return oneOf(issue.values)
    case 'too_small': {
      const least = `${issue.inclusive === false ? '>' : '≥'} ${issue.minimum}`
      if (issue.origin === 'string') return { zh: '非空文本', en: 'text that is not empty' }
      if (issue.origin === 'array') return { zh: `至少 ${issue.minimum} 项`, en: `at least ${issue.minimum} items` }
      return { zh: `${least} 的数`, en: `a number ${least}` }
    }
    case 'too_big': {
      if (issue.origin === 'array') return { zh: `至多 ${issue.maximum} 项`, en: `at most ${issue.maximum} items` }
      const most = `${issue.inclusive === false ? '<' : '≤'} ${issue.maximum}`
      return { zh: `${most} 的数`, en: `a number ${most}` }
    }
    case 'invalid_format':
      return formatWords(issue.format)
    default:
      return { zh: issue.message, en: issue.message }
  }
}

function formatWords(format: string): Expected {
  if (format === 'date') return { zh: '日期,如 2027-10-31', en: 'a date such as 2027-10-31' }
  if (format === 'datetime') {
    return { zh: '带时区的时间,如 2026-09-01T08:00:00+08:00', en: 'a time with zone such as 2026-09-01T08:00:00+08:00' }
  }
  return { zh: format, en: format }
}

/** The value at a path of plain JSON; undefined when there is none. */
export function valueAt(raw: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, key) => {
    if (typeof value !== 'object' || value === null) return undefined
    return Object.getOwnPropertyDescriptor(value, key)?.value
  }, raw)
}
