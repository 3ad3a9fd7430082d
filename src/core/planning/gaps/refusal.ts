import { compilePredicate, type Expression } from '../../model/compileExpression'
import type { CityFeature } from '../../model/feature'
import type { Refusal } from './gap'

export interface Refused {
  /** Null: it is another kind of thing, which was never to do this. */
  readonly why: Refusal | null
  /** The property that speaks against it, where one does. */
  readonly property?: { readonly name: string; readonly value: unknown }
}

/** Properties of the catalog's contract that say that something does not work, or is not connected. */
const SPEAKING: readonly (readonly [string, Refusal])[] = [
  ['status', 'broken'],
  ['networked', 'not-connected'],
]

/**
 * Why a predicate such as `byWhere` does not hold for a feature: by the properties that its failing clauses read. What a
 * feature does not say of itself is no sign of a fault: it is only not met. Null: the predicate holds.
 */
export function refusalBy(expression: Expression | undefined): (feature: CityFeature) => Refused | null {
  if (expression === undefined) return () => null
  const clauses = clausesOf(expression).flatMap((clause) => {
    const compiled = compilePredicate(clause)
    return compiled.ok ? [{ holds: compiled.evaluate, reads: [...propertiesOf(clause)] }] : []
  })
  return (feature) => {
    const failing = clauses.filter(({ holds }) => holds(feature) !== true)
    if (failing.length === 0) return null
    const { properties } = feature
    if (failing.some(({ reads }) => reads.includes(KIND))) return { why: null }
    for (const [name, why] of SPEAKING) {
      const value = properties[name]
      if (value !== undefined && value !== null && failing.some(({ reads }) => reads.includes(name))) {
        return { why, property: { name, value } }
      }
    }
    const name = failing.flatMap(({ reads }) => reads)[0]
    return { why: 'unmet', ...(name !== undefined && { property: { name, value: properties[name] ?? null } }) }
  }
}

/** The property of the contract that says what a thing is. */
const KIND = 'kind'

/** Expressions that must all hold for a predicate to hold. */
function clausesOf(expression: Expression): readonly Expression[] {
  if (!Array.isArray(expression) || expression[0] !== 'all') return [expression]
  return (expression.slice(1) as Expression[]).flatMap(clausesOf)
}

/** Names of the properties that an expression reads, in the order in which it does. */
function propertiesOf(expression: unknown, found = new Set<string>()): ReadonlySet<string> {
  if (!Array.isArray(expression) || expression[0] === 'literal') return found
  const [operator, name] = expression
  if ((operator === 'get' || operator === 'has') && typeof name === 'string') found.add(name)
  else for (const part of expression.slice(1)) propertiesOf(part, found)
  return found
}
