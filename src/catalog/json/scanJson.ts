type JsonPath = readonly (string | number)[]

/** What JSON wants at the place where it goes wrong. */
export type JsonWant = 'value' | 'key' | 'colon' | 'comma-or-end' | 'string-end' | 'escape' | 'number' | 'end' | 'depth'

export interface JsonFailure {
  /** UTF-16 offset in the text, from 0. */
  readonly offset: number
  readonly wants: JsonWant
  /** The text simply stops: it was cut off. */
  readonly truncated: boolean
}

export interface JsonVisitor {
  /**
   * A key that stands again in one object; the last one wins in JSON.parse. `same`: its value is written as the first
   * time, but for white space.
   */
  readonly duplicate?: (path: JsonPath, same: () => boolean) => void
  /** Every number as it is written. `path` holds only during the call. */
  readonly number?: (path: JsonPath, raw: string) => void
  /** Takes `NaN`, `Infinity` and their like, which are no JSON, as values. `path` holds only during the call. */
  readonly notFinite?: (path: JsonPath, raw: string, offset: number) => void
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const SPACE = /[ \t\n\r]*/y
/** White space and what stands in quotes, which may hold some. */
const SPACE_OR_TEXT = /"(?:[^"\\]|\\.)*"|[ \t\n\r]+/g
/** All but quote, backslash and control characters. */
const PLAIN = /[ !#-[\]-\uffff]*/y
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y
/** As Python, JavaScript and C print what is no finite number. */
const NOT_FINITE = /[-+]?(?:NaN|nan|Infinity|inf)(?![\w.])/y
/** The beginning of a value to which only more characters are missing. */
const CUT_VALUE = /^(?:t|tr|tru|f|fa|fal|fals|n|nu|nul|-)$/
/** The same of a number that has digits already. */
const CUT_NUMBER = /^(?:\.|[eE][+-]?)$/

/** An object that is open: where the first value of each of its keys stands, and where that of the last key begins. */
interface OpenObject {
  readonly values: Map<string, readonly [start: number, end: number]>
  start: number
}

class Failure extends Error {
  constructor(
    readonly offset: number,
    readonly wants: JsonWant,
  ) {
    super(wants)
  }
}

/**
 * Reads JSON (RFC 8259) only to say what JSON.parse does not: where it goes wrong, which keys stand twice, and how
 * numbers are written (integers beyond 2^53 lose digits on parsing). Null when the text is JSON, nested no deeper than
 * `deepest` levels. Brackets are counted, not followed by calls: any depth can be read.
 */
export function scanJson(
  text: string,
  visitor: JsonVisitor = {},
  deepest = Number.POSITIVE_INFINITY,
): JsonFailure | null {
  let at = 0
  const path: (string | number)[] = []
  /** What stands inside each other here; null for a list. */
  const open: (OpenObject | null)[] = []

  const fail = (wants: JsonWant): never => {
    throw new Failure(at, wants)
  }
  const take = (pattern: RegExp): string => {
    pattern.lastIndex = at
    const found = pattern.exec(text)?.[0] ?? ''
    at += found.length
    return found
  }
  const string = (): string => {
    const start = at
    at += 1
    for (;;) {
      take(PLAIN)
      const char = text[at]
      if (char === '"') break
      if (char !== '\\') fail('string-end')
      if (take(ESCAPE) === '') fail('escape')
    }
    at += 1
    const value: unknown = JSON.parse(text.slice(start, at))
    return String(value)
  }
  const key = (object: OpenObject): void => {
    take(SPACE)
    if (text[at] !== '"') fail('key')
    path.push(string())
    take(SPACE)
    if (text[at] !== ':') fail('colon')
    at += 1
    object.start = at
  }
  /** The value of the last key ends here. */
  const valueEnds = ({ values, start }: OpenObject): void => {
    if (!visitor.duplicate) return
    const name = String(path.at(-1))
    const first = values.get(name)
    const end = at
    if (first === undefined) values.set(name, [start, end])
    else visitor.duplicate([...path], () => closeWritten(text.slice(...first)) === closeWritten(text.slice(start, end)))
  }
  const enter = (object: OpenObject | null): void => {
    if (open.length >= deepest) fail('depth')
    open.push(object)
    at += 1
    take(SPACE)
  }
  /** A value, or the bracket that opens one: whether there is something inside to be read. */
  const opens = (): boolean => {
    take(SPACE)
    const char = text[at]
    if (char === '{') {
      const object: OpenObject = { values: new Map(), start: at }
      enter(object)
      if (text[at] !== '}') {
        key(object)
        return true
      }
      open.pop()
      at += 1
    } else if (char === '[') {
      enter(null)
      if (text[at] !== ']') {
        path.push(0)
        return true
      }
      open.pop()
      at += 1
    } else if (char === '"') string()
    else word(char)
    return false
  }
  const word = (char: string | undefined): void => {
    const start = at
    const notFinite = visitor.notFinite ? take(NOT_FINITE) : ''
    if (notFinite !== '') visitor.notFinite?.(path, notFinite, start)
    else if (char === '-' || (char !== undefined && char >= '0' && char <= '9')) {
      const raw = take(NUMBER)
      if (raw === '') fail('number')
      visitor.number?.(path, raw)
    } else {
      const known = ['true', 'false', 'null'].find((each) => text.startsWith(each, at))
      if (known === undefined) fail('value')
      else at += known.length
    }
  }
  /** After a value: closes what ends there, and steps to the next value. False at the end of the text. */
  const goesOn = (): boolean => {
    for (;;) {
      const object = open.at(-1)
      if (object === undefined) return false
      if (object) valueEnds(object)
      take(SPACE)
      if (text[at] === ',') {
        at += 1
        const last = path.pop()
        if (object) key(object)
        else path.push(Number(last) + 1)
        return true
      }
      if (text[at] !== (object ? '}' : ']')) fail('comma-or-end')
      at += 1
      path.pop()
      open.pop()
    }
  }

  try {
    do while (opens());
    while (goesOn())
    take(SPACE)
    if (at < text.length) fail('end')
    return null
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    const { offset, wants } = error
    return { offset, wants, truncated: wants !== 'depth' && isCut(text, offset, wants) }
  }
}

const closeWritten = (value: string): string =>
  value.replace(SPACE_OR_TEXT, (piece) => (piece.startsWith('"') ? piece : ''))

/** Whether the text was right as far as it goes. */
function isCut(text: string, offset: number, wants: JsonWant): boolean {
  if (offset >= text.length) return true
  if (text.length - offset > 12) return false
  const rest = text.slice(offset)
  if (wants === 'escape') return /^\\(?:u[0-9a-fA-F]{0,3})?$/.test(rest)
  if (wants === 'value' || wants === 'number') return CUT_VALUE.test(rest)
  if (wants !== 'comma-or-end' && wants !== 'end') return false
  return CUT_NUMBER.test(rest) && /\d/.test(text[offset - 1] ?? '')
}
