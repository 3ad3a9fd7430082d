import type { RecordKind } from '#core/model/feature.ts'
import type { Catalog, CatalogFeed } from './schema'

/** What tools and figures need of a city, and the record of a feed that can be it. */
export const ROLES = {
  cases: 'case',
  devices: 'device',
  warnings: 'warning',
  cameras: 'camera',
  /** The grids the city is watched over by. */
  grids: 'zone',
  /** Towns and subdistricts, by which lists are filtered. */
  towns: 'zone',
} as const satisfies Readonly<Record<string, RecordKind>>

export type Role = keyof typeof ROLES

/** What a feed in a role must have beside its record. */
const FITS: Partial<Record<Role, (feed: CatalogFeed) => boolean>> = {
  cameras: ({ footprint }) => footprint !== undefined,
  // Nothing about a feed of zones says that it is the towns.
  towns: () => false,
}

/** The feed in a role: the one the catalog names, else the first that fits; undefined where none does. */
export function feedInRole({ roles, feeds }: Pick<Catalog, 'roles' | 'feeds'>, role: Role): CatalogFeed | undefined {
  const named = roles[role]
  if (named !== undefined) return feeds.find(({ id }) => id === named)
  return feeds.find((feed) => feed.record === ROLES[role] && (FITS[role]?.(feed) ?? true))
}
