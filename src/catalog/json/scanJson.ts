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
  /** A key that stands twice in one object; the later one wins in JSON.parse. */
  readonly duplicate?: (path: JsonPath) => void
  /** Every number as it is written. */
  readonly number?: (path: JsonPath, raw: string) => void
}

const MAX_DEPTH = 2000
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const SPACE = /[ \t\n\r]*/y
/** All but quote, backslash and control characters. */
const PLAIN = /[ !#-[\]-\uffff]*/y

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
 * numbers are written (integers beyond 2^53 lose digits on parsing). Null when the text is JSON.
 */
export function scanJson(text: string, visitor: JsonVisitor = {}): JsonFailure | null {
  let at = 0
  const path: (string | number)[] = []

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
      const escaped = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y
      if (take(escaped) === '') fail('escape')
    }
    at += 1
    const value: unknown = JSON.parse(text.slice(start, at))
    return String(value)
  }
  const members = (): void => {
    const keys = new Set<string>()
    at += 1
    take(SPACE)
    if (text[at] === '}') {
      at += 1
      return
    }
    for (;;) {
      take(SPACE)
      if (text[at] !== '"') fail('key')
      const key = string()
      path.push(key)
      if (keys.has(key)) visitor.duplicate?.([...path])
      keys.add(key)
      take(SPACE)
      if (text[at] !== ':') fail('colon')
      at += 1
      value()
      path.pop()
      take(SPACE)
      if (text[at] === '}') break
      if (text[at] !== ',') fail('comma-or-end')
      at += 1
    }
    at += 1
  }
  const items = (): void => {
    at += 1
    take(SPACE)
    if (text[at] === ']') {
      at += 1
      return
    }
    for (let index = 0; ; index += 1) {
      path.push(index)
      value()
      path.pop()
      take(SPACE)
      if (text[at] === ']') break
      if (text[at] !== ',') fail('comma-or-end')
      at += 1
    }
    at += 1
  }
  const value = (): void => {
    take(SPACE)
    if (path.length > MAX_DEPTH) fail('depth')
    const char = text[at]
    if (char === '{') members()
    else if (char === '[') items()
    else if (char === '"') string()
    else if (char === '-' || (char !== undefined && char >= '0' && char <= '9')) {
      const raw = take(NUMBER)
      if (raw === '') fail('number')
      visitor.number?.(path, raw)
    } else {
      const word = ['true', 'false', 'null'].find((known) => text.startsWith(known, at))
      if (word === undefined) fail('value')
      else at += word.length
    }
  }

  try {
    value()
    take(SPACE)
    if (at < text.length) fail('end')
    return null
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    const word = /^[a-z]*$/.exec(text.slice(error.offset))?.[0] ?? ''
    const cutWord = word !== '' && ['true', 'false', 'null'].some((known) => known.startsWith(word))
    return {
      offset: error.offset,
      wants: error.wants,
      truncated: error.offset >= text.length || cutWord || (error.wants === 'escape' && text.length - error.offset < 6),
    }
  }
}
