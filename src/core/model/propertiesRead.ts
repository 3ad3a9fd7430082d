/**
 * Names of the feature properties that styles, filters and cluster aggregates read, by walking their JSON: `["get", name]`,
 * `["has", name]`, text tokens `{name}` and `property` of function objects. Null where a name is worked out by an
 * expression, or all properties are read at once: then any of them may be.
 */
export function propertiesRead(...parts: readonly unknown[]): ReadonlySet<string> | null {
  const names = new Set<string>()
  return parts.every((part) => walk(part, names)) ? names : null
}

const READS: ReadonlySet<unknown> = new Set(['get', 'has', '!has'])
const TOKEN = /\{([^{}]+)\}/g

/** False where the names cannot be told. */
function walk(part: unknown, names: Set<string>): boolean {
  if (typeof part === 'string') {
    for (const [, name] of part.matchAll(TOKEN)) if (name) names.add(name)
    return true
  }
  if (typeof part !== 'object' || part === null) return true
  if (!Array.isArray(part)) {
    const { property } = part as { readonly property?: unknown }
    if (typeof property === 'string') names.add(property)
    return Object.values(part).every((value) => walk(value, names))
  }
  const [operator, name] = part
  if (operator === 'properties') return false
  if (READS.has(operator)) {
    if (typeof name !== 'string') return false
    names.add(name)
  }
  return part.every((value) => walk(value, names))
}
