import { parseSync } from 'vite'

/** One fault that can be planted: `before`, from `start` to `end` of the source, becomes `after`. */
export interface Mutant {
  readonly file: string
  /** From 1. */
  readonly line: number
  readonly start: number
  readonly end: number
  readonly before: string
  readonly after: string
}

/** A node of the syntax tree; what it holds is read by name. */
interface Node {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly [part: string]: unknown
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && 'start' in value && 'end' in value
const nodeOf = (node: Node, part: string): Node | null => {
  const value = node[part]
  return isNode(value) ? value : null
}

/** Each operator with those that take its place. */
const OPERATORS: Readonly<Record<string, readonly string[]>> = {
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
  '===': ['!=='],
  '!==': ['==='],
  '+': ['-'],
  '-': ['+'],
  '*': ['/'],
  '/': ['*'],
  '%': ['*'],
  '&&': ['||'],
  '||': ['&&'],
  '+=': ['-='],
  '-=': ['+='],
  '*=': ['/='],
  '/=': ['*='],
}
const UPDATES: Readonly<Record<string, string>> = { '++': '--', '--': '++' }
/** Methods that a fault takes for another. */
const OTHERS: Readonly<Record<string, string>> = {
  min: 'max',
  max: 'min',
  floor: 'ceil',
  ceil: 'floor',
  some: 'every',
  every: 'some',
}
const MATH = new Set(['min', 'max', 'floor', 'ceil'])
/** Methods that a fault forgets: what they are called on is taken as it is. */
const FORGOTTEN = new Set(['sort', 'toSorted', 'filter', 'reverse', 'toReversed', 'slice'])
/** What TypeScript wraps around an expression; everything else of its own is types, in which no fault can run. */
const WRAPPERS = new Set([
  'TSAsExpression',
  'TSSatisfiesExpression',
  'TSNonNullExpression',
  'TSInstantiationExpression',
])

/**
 * Every fault of one step that can be planted in a TypeScript source, in order of place. Types, texts and comments are left
 * alone. Throws where the source cannot be parsed.
 */
export function mutantsOf(file: string, source: string): readonly Mutant[] {
  const { program, errors } = parseSync(file, source)
  if (errors[0]) throw new Error(`${file}: ${errors[0].message}`)
  const found = new Map<string, Mutant>()
  const put = (node: Node, after: string, end = node.end): void => {
    const { start } = node
    const before = source.slice(start, end)
    const line = source.slice(0, start).split('\n').length
    if (after !== before) found.set(`${start} ${end} ${after}`, { file, line, start, end, before, after })
  }
  const text = (node: Node): string => source.slice(node.start, node.end)

  const operator = (node: Node): void => {
    const [left, right] = [nodeOf(node, 'left'), nodeOf(node, 'right')]
    if (!left || !right) return
    if (node.operator === '+' && [left, right].some(isText)) return
    const between = source.slice(left.end, right.start)
    for (const other of OPERATORS[String(node.operator)] ?? []) {
      put(node, `${text(left)}${between.replace(String(node.operator), () => other)}${text(right)}`)
    }
  }

  const call = (node: Node): void => {
    const callee = nodeOf(node, 'callee')
    const [object, property] = callee ? [nodeOf(callee, 'object'), nodeOf(callee, 'property')] : []
    if (callee?.type !== 'MemberExpression' || callee.computed || !object || !property) return
    const method = text(property)
    if (FORGOTTEN.has(method)) put(node, text(object))
    const other = OTHERS[method]
    if (other === undefined || (MATH.has(method) && text(object) !== 'Math')) return
    put(node, `${source.slice(node.start, property.start)}${other}${source.slice(property.end, node.end)}`)
  }

  const plant = (node: Node): void => {
    switch (node.type) {
      case 'BinaryExpression':
      case 'LogicalExpression':
      case 'AssignmentExpression':
        operator(node)
        return
      case 'Literal':
        if (typeof node.value === 'boolean') put(node, String(!node.value))
        if (typeof node.value === 'number') for (const step of [1, -1]) put(node, written(node.value + step))
        return
      case 'UnaryExpression': {
        const argument = nodeOf(node, 'argument')
        if (argument && (node.operator === '!' || node.operator === '-')) put(node, text(argument))
        return
      }
      case 'UpdateExpression': {
        const other = UPDATES[String(node.operator)]
        if (other !== undefined)
          put(
            node,
            text(node).replace(String(node.operator), () => other),
          )
        return
      }
      case 'CallExpression':
        call(node)
        return
      case 'ReturnStatement':
        emptied(nodeOf(node, 'argument'))
        return
      case 'ArrowFunctionExpression':
        emptied(nodeOf(node, 'body'))
        return
      case 'IfStatement': {
        const test = nodeOf(node, 'test')
        if (test) put(test, 'false')
        return
      }
      case 'ExpressionStatement': {
        const expression = nodeOf(node, 'expression')
        if (expression && isPlainCall(expression)) put(expression, 'void 0')
      }
    }
  }
  const emptied = (node: Node | null): void => {
    if (node?.type === 'ArrayExpression' && Array.isArray(node.elements) && node.elements.length > 0) put(node, '[]')
  }

  const walk = (node: Node): void => {
    if (node.type.startsWith('TS') && !WRAPPERS.has(node.type)) return
    if (node.type === 'ImportDeclaration' || node.type === 'ImportExpression') return
    plant(node)
    for (const [part, value] of Object.entries(node)) {
      // A name of a property that stands as a number is a name.
      if (part === 'key' && !node.computed) continue
      if (isNode(value)) walk(value)
      else if (Array.isArray(value)) for (const one of value) if (isNode(one)) walk(one)
    }
  }
  walk(program as unknown as Node)
  return [...found.values()].sort((a, b) => a.start - b.start || a.end - b.end)
}

/** In brackets where it has a sign: one may stand before it. */
const written = (value: number): string => (value < 0 ? `(${value})` : String(value))

/** Whether an expression is seen to be a text: a minus in it is no fault that anyone makes. */
const isText = (node: Node): boolean =>
  node.type === 'TemplateLiteral' ||
  (node.type === 'Literal' && typeof node.value === 'string') ||
  (node.type === 'BinaryExpression' &&
    node.operator === '+' &&
    [nodeOf(node, 'left'), nodeOf(node, 'right')].some((part) => part !== null && isText(part)))

function isPlainCall(node: Node): boolean {
  const call = node.type === 'AwaitExpression' ? nodeOf(node, 'argument') : node
  return call?.type === 'CallExpression' && nodeOf(call, 'callee')?.type !== 'Super'
}

/** The source with one fault in it. */
export const planted = (source: string, { start, end, after }: Mutant): string =>
  source.slice(0, start) + after + source.slice(end)
