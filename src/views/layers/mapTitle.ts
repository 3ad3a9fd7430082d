import type { Catalog } from '#catalog/schema.ts'
import type { Words } from '#i18n/useWords.ts'

/** Maps that the app has words for. */
const KNOWN = ['panorama', 'events', 'sensing', 'hazards', 'resources'] as const

export interface MapTitle {
  /** The catalog's, else the app's word, else the id. */
  readonly title: string
  /** For where there is little room. */
  readonly short: string
}

/** What a map is called. */
export function mapTitle({ maps }: Pick<Catalog, 'maps'>, id: string, { t, say }: Words): MapTitle {
  const given = maps.find((map) => map.id === id)?.title
  const known = KNOWN.find((name) => name === id)
  const word = known && t(`shell.maps.${known}`)
  const title = given ? say(given) : (word ?? id)
  return { title, short: word ?? title }
}
