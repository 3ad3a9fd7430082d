import type { Catalog } from '#catalog/schema.ts'

const DEMO = 'demo:'

/** Where a verb of a feed goes: an address to POST to, or the simulator's own name of the verb. */
export type Endpoint = { readonly kind: 'url'; readonly url: string } | { readonly kind: 'demo'; readonly verb: string }

/** The endpoint the catalog names for a verb of a feed, or null when it names none. */
export function endpointOf(
  catalog: Pick<Catalog, 'feeds'>,
  catalogUrl: string,
  feed: string,
  verb: string,
): Endpoint | null {
  const actions = catalog.feeds.find(({ id }) => id === feed)?.actions
  const named = actions && Object.hasOwn(actions, verb) ? actions[verb] : undefined
  if (named === undefined) return null
  if (named.startsWith(DEMO)) return { kind: 'demo', verb: named.slice(DEMO.length) || verb }
  return URL.canParse(named, catalogUrl) ? { kind: 'url', url: new URL(named, catalogUrl).href } : null
}
