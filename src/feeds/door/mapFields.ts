/** Properties that the door checks: under these names a foreign value could be mistaken for the app's own. */
export const KNOWN_TEXT = ['name', 'kind', 'operator', 'status', 'code'] as const
export const KNOWN_BOOLEAN = ['hd', 'networked', 'branch'] as const
export const KNOWN_NUMBER = ['scale', 'range_m'] as const
const KIND: ReadonlyMap<string, string> = new Map<string, string>([
  ...KNOWN_TEXT.map((name) => [name, 'string'] as const),
  ...KNOWN_BOOLEAN.map((name) => [name, 'boolean'] as const),
  ...KNOWN_NUMBER.map((name) => [name, 'number'] as const),
])

type Properties = Readonly<Record<string, unknown>>

/**
 * Properties with the feed's `fields` mapping applied: each of the app's names gets the value of the foreign one. The
 * foreign property stays beside it, unless its name is one that the app knows and its value is of another kind: it was
 * never meant as that.
 */
export function mapFields(properties: Properties, fields: Readonly<Record<string, string>>): Record<string, unknown> {
  const mapped: Record<string, unknown> = { ...properties }
  const targets = Object.entries(fields).filter(([, foreign]) => Object.hasOwn(properties, foreign))
  for (const [name, foreign] of targets) {
    const kind = KIND.get(foreign)
    if (name !== foreign && kind !== undefined && typeof properties[foreign] !== kind) delete mapped[foreign]
  }
  for (const [name, foreign] of targets) mapped[name] = properties[foreign]
  return mapped
}
