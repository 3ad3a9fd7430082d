/** Properties that the door checks: under these names a foreign value would be mistaken for the app's own. */
export const KNOWN_TEXT = ['name', 'kind', 'operator', 'status', 'code'] as const
export const KNOWN_BOOLEAN = ['hd', 'networked', 'branch'] as const
export const KNOWN_NUMBER = ['scale', 'range_m'] as const
const KNOWN: ReadonlySet<string> = new Set([...KNOWN_TEXT, ...KNOWN_BOOLEAN, ...KNOWN_NUMBER, 'id', 'time'])

type Properties = Readonly<Record<string, unknown>>

/**
 * Properties with the feed's `fields` mapping applied: each of the app's names gets the value of the foreign one. The
 * foreign property stays beside it, unless its name is itself one that the app knows.
 */
export function mapFields(properties: Properties, fields: Readonly<Record<string, string>>): Record<string, unknown> {
  const mapped: Record<string, unknown> = { ...properties }
  const targets = Object.entries(fields).filter(([, foreign]) => Object.hasOwn(properties, foreign))
  for (const [name, foreign] of targets) {
    if (name !== foreign && KNOWN.has(foreign)) delete mapped[foreign]
  }
  for (const [name, foreign] of targets) mapped[name] = properties[foreign]
  return mapped
}
