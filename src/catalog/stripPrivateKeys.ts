/**
 * A copy without the keys that begin `x-`, which anyone may add. Expressions (lists that begin with text) are left as
 * they are, so that a literal object in one keeps its keys.
 */
export function stripPrivateKeys(value: unknown): unknown {
  if (Array.isArray(value)) return typeof value[0] === 'string' ? value : value.map(stripPrivateKeys)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !key.startsWith('x-'))
      .map(([key, inner]) => [key, stripPrivateKeys(inner)]),
  )
}
