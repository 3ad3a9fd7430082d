import type { Catalog } from '#catalog/schema.ts'
import type { FeatureHit, PlaceHit, SearchHit } from '#engine/engineApi.ts'
import type { Words } from '#i18n/useWords.ts'
import { feedTitle, listedName } from '../facts/featureName'

/** What the list says of a hit: its name, and what it is. */
export interface HitWords {
  readonly name: string
  readonly kind: string
}

/** @param text what was searched for */
export function hitWords(hit: SearchHit, text: string, catalog: Catalog, words: Words): HitWords {
  const { t, say } = words
  if (hit.kind === 'row') return { name: say(hit.name), kind: t('shell.search.row') }
  if (hit.kind === 'place') return { name: placeName(hit), kind: placeKind(hit, words) }
  const about = [
    say(feedTitle(catalog, hit.feed)),
    hit.pieces > 1 && t('shell.search.pieces', { count: hit.pieces }),
    hit.zone && say(hit.zone),
  ]
  return { name: featureWords(hit, text, words), kind: about.filter(Boolean).join(' · ') }
}

/** Its name, with the other name or the id beside it where that is what was searched for. */
function featureWords(hit: FeatureHit, text: string, { language }: Words): string {
  const name = listedName(hit, language)
  const plain = text.normalize('NFKC').toLowerCase()
  const others = [hit.nameEn, hit.name, /\d{4}/.test(plain) ? hit.id : null]
  const found = others.find((other) => other && other !== name && plain.split(/\s+/).some((word) => holds(other, word)))
  return found && !holds(name, plain) ? `${name} ${found}` : name
}

const holds = (text: string, word: string): boolean => word !== '' && text.toLowerCase().includes(word)

/** Longitude and latitude to about a metre. */
export const placeName = ({ at }: Pick<PlaceHit, 'at'>): string => at.map((degrees) => degrees.toFixed(5)).join(', ')

const SYSTEMS: Readonly<Record<string, string>> = {
  wgs84: 'WGS84',
  cgcs2000: 'CGCS2000',
  gcj02: 'GCJ-02 → WGS84',
  bd09: 'BD-09 → WGS84',
}

function placeKind({ order, crs, zone, inCity }: PlaceHit, { t }: Words): string {
  const read = zone ? t('shell.search.place.grid', zone) : t(`shell.search.place.${order}`)
  return [read, SYSTEMS[crs] ?? crs, !inCity && t('shell.search.place.outside')].filter(Boolean).join(' · ')
}
