import { placeFeeds } from '#catalog/placeFeeds.ts'
import type { CityFeature, RecordKind } from '#core/model/feature.ts'
import type { StandardRow } from '#core/model/standard.ts'
import { textOf } from '#core/model/values.ts'
import { type Needle, plainText, readNeedle } from '#core/search/needle.ts'
import { rankOf } from '#core/search/rankOf.ts'
import type { Readings } from '#core/search/spells.ts'
import { readCoordinates } from '#feeds/crs/readCoordinates.ts'
import { describeFeature } from '#feeds/store/describeFeature.ts'
import { zoneAt } from '#feeds/store/namedZones.ts'
import { searchFeatures } from '#feeds/store/searchFeatures.ts'
import type { OpenCity } from '../EngineContext'
import type { WorldView } from '../world/worldView'
import { joinPieces, mayBePiece, type Pieces } from './joinPieces'
import type { FeatureHit, RowHit, SearchHit } from './searchHit'

/** Rows of the standard among the hits at most. They have this room, however many features there are. */
const MOST_ROWS = 4

/** Features are what most look for: a row whose name only holds what was typed comes after features that do. */
const ROW_HOLDS = 2.5

/**
 * What a text may mean: a place by its coordinates, rows of the standard, and features of every feed that is in, by name,
 * by the letters that spell it, or by id. Best first, then the shorter name.
 */
export async function searchCity(
  view: WorldView,
  { catalog, standard }: OpenCity,
  text: string,
  limit: number,
): Promise<readonly SearchHit[]> {
  const places = readCoordinates(text, catalog.city.bounds).map((reading) => ({ kind: 'place' as const, ...reading }))
  const needle = readNeedle(text)
  if (!needle) return places
  const readings = needle.latin ? (await import('#core/search/pinyin.ts')).readingsOf : null
  const rows = searchRows(standard.rows, needle, readings).slice(0, MOST_ROWS)
  const room = Math.max(1, limit - places.length - rows.length)
  const things = searchThings(view, catalog.feeds, needle, readings, limit).slice(0, room)
  const found = [...rows, ...things].toSorted((a, b) => a.rank - b.rank || a.length - b.length).map(({ hit }) => hit)
  return toldApart([...places, ...found].slice(0, limit), view, placeFeeds(catalog))
}

interface Ranked<Hit extends SearchHit> {
  readonly hit: Hit
  readonly rank: number
  /** Of its name. */
  readonly length: number
}

function searchRows(
  rows: readonly StandardRow[],
  needle: Needle,
  readings: Readings | null,
): readonly Ranked<RowHit>[] {
  return rows
    .flatMap(({ id, name }): readonly Ranked<RowHit>[] => {
      const names = [name.zh, ...(name.en === undefined ? [] : [name.en])].map(plainText)
      const rank = rankOf({ names, id: '' }, needle, readings)
      if (rank === null) return []
      return [{ hit: { kind: 'row', row: id, name }, rank: rank === 0 ? 0 : Math.max(ROW_HOLDS, rank), length: 0 }]
    })
    .sort((a, b) => a.rank - b.rank)
}

/** The best features, those that are pieces of one thing as one. */
function searchThings(
  view: WorldView,
  feeds: OpenCity['catalog']['feeds'],
  needle: Needle,
  readings: Readings | null,
  limit: number,
): readonly Ranked<FeatureHit>[] {
  const matches = feeds.flatMap(({ id: feed, record }) =>
    searchFeatures(view.features(feed), needle, readings).map(({ feature, rank }) => ({
      feed,
      record,
      feature,
      rank,
      length: String(feature.properties.name ?? feature.id).length,
    })),
  )
  matches.sort((a, b) => a.rank - b.rank || a.length - b.length)
  const groups = new Map<string, typeof matches>()
  for (const match of matches) {
    const { feed, record, feature } = match
    const key = mayBePiece(record, feature) ? `${feed}\n${feature.properties.name}` : `${feed}\n\n${feature.id}`
    const group = groups.get(key)
    if (group) group.push(match)
    else if (groups.size < limit) groups.set(key, [match])
  }
  return [...groups.values()].flatMap((group) => {
    const [{ feed, record, feature, rank, length }] = group as [(typeof matches)[number]]
    const things = mayBePiece(record, feature) ? joinPieces(group.map((match) => match.feature)) : [single(feature)]
    return things.map((pieces) => ({ hit: featureHit(feed, record, pieces), rank, length }))
  })
}

const single = (feature: CityFeature): Pieces => ({ features: [feature], bounds: null })

function featureHit(feed: string, record: RecordKind, { features, bounds }: Pieces): FeatureHit {
  const { mapId, id, properties } = features[0]!
  return {
    kind: 'feature',
    feed,
    mapId,
    id,
    name: textOf(properties.name),
    nameEn: textOf(properties.name_en),
    record,
    pieces: features.length,
    bounds,
    zone: null,
  }
}

/** Hits of one name and feed with the zone that each lies in. */
function toldApart(hits: readonly SearchHit[], view: WorldView, zoneFeeds: readonly string[]): readonly SearchHit[] {
  const keyOf = (hit: SearchHit) => (hit.kind === 'feature' && hit.name !== null ? `${hit.feed}\n${hit.name}` : null)
  const counts = new Map<string | null, number>()
  for (const hit of hits) counts.set(keyOf(hit), (counts.get(keyOf(hit)) ?? 0) + 1)
  return hits.map((hit) => {
    if (hit.kind !== 'feature' || hit.name === null || counts.get(keyOf(hit)) === 1) return hit
    const feature = view.byMapId(hit.feed, hit.mapId)
    const at = feature && describeFeature(hit.feed, hit.record, feature).at
    const others = zoneFeeds.filter((id) => id !== hit.feed).map((id) => view.features(id))
    return { ...hit, zone: at ? zoneAt(others, [...at]) : null }
  })
}
