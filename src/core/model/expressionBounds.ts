/** Levels of lists inside each other. */
const DEEPEST = 64
/** Values of all kinds, labels of a `match` included. */
const LARGEST = 20_000
/** Steps of one evaluation: what a variable stands for is computed wherever it stands. */
const MOST_STEPS = 10_000
/** Characters that a text put together may have, when each property has a hundred. */
const LONGEST = 1_000_000
const PROPERTY = 100

/** What is more than an expression may be, in both languages. */
export interface Excess {
  readonly zh: string
  readonly en: string
}

const excess = (zh: string, en: string): Excess => ({ zh, en })

/**
 * How an expression goes beyond what is run for every feature of a feed; null when it does not. Without bounds a short text
 * can nest beyond any stack, or double a text with each of forty lines.
 */
export function expressionExcess(expression: unknown): Excess | null {
  if (!Array.isArray(expression)) return null
  let layer: readonly unknown[] = [expression]
  let size = 0
  for (let depth = 0; layer.length > 0; depth += 1) {
    if (depth > DEEPEST) return excess(`嵌套不超过 ${DEEPEST} 层`, `nesting of at most ${DEEPEST} levels`)
    size += layer.length
    if (size > LARGEST) return excess(`不超过 ${LARGEST} 个值`, `at most ${LARGEST} values`)
    layer = layer.flatMap((each) => (typeof each === 'object' && each !== null ? Object.values(each) : []))
  }
  const { steps, length } = costOf(expression, new Map())
  if (steps > MOST_STEPS) {
    return excess(`展开变量后不超过 ${MOST_STEPS} 步`, `at most ${MOST_STEPS} steps once its variables are written out`)
  }
  if (length > LONGEST) return excess(`拼出的文本不超过 ${LONGEST} 字`, `a text of at most ${LONGEST} characters`)
  return null
}

/** Of one evaluation: steps, and characters of what comes out. Both are bounds from above. */
interface Cost {
  readonly steps: number
  readonly length: number
}

type Variables = ReadonlyMap<unknown, Cost>

function costOf(expression: unknown, variables: Variables): Cost {
  if (!Array.isArray(expression)) return { steps: 0, length: typeof expression === 'string' ? expression.length : 20 }
  const [operator, ...rest] = expression
  switch (operator) {
    case 'literal':
      return { steps: 1, length: JSON.stringify(rest).length }
    case 'var':
      return variables.get(rest[0]) ?? { steps: 1, length: 0 }
    case 'let':
      return costOfLet(rest, variables)
    case 'get':
    case 'properties':
      return sum(rest, variables, PROPERTY)
    case 'match':
      // Labels are looked up, not run: behind the input, every other one but the last.
      return sum(
        rest.filter((_, at) => at === 0 || at % 2 === 0 || at === rest.length - 1),
        variables,
      )
    case 'join': {
      const [pieces = NOTHING, between = NOTHING] = rest.map((each) => costOf(each, variables))
      return { steps: 1 + pieces.steps + between.steps, length: pieces.length * (1 + between.length) }
    }
    default:
      return sum(rest, variables)
  }
}

const NOTHING: Cost = { steps: 0, length: 0 }

function sum(parts: readonly unknown[], variables: Variables, more = 0): Cost {
  return parts.reduce<Cost>(
    ({ steps, length }, part) => {
      const cost = costOf(part, variables)
      return { steps: steps + cost.steps, length: length + cost.length }
    },
    { steps: 1, length: more },
  )
}

/** `["let", name, value, …, result]`: the values do not see each other. */
function costOfLet(rest: readonly unknown[], outer: Variables): Cost {
  const inner = new Map(outer)
  for (let at = 0; at + 1 < rest.length - 1; at += 2) inner.set(rest[at], costOf(rest[at + 1], outer))
  return costOf(rest.at(-1), inner)
}
