import type { Catalog, CatalogFeed } from '#catalog/schema.ts'
import type { EvaluableFeed, EvaluateInput } from '#core/model/evaluation.ts'
import { shanghaiTime } from '#core/model/time.ts'
import type { Edit } from '#core/model/world.ts'
import { admitFeed } from '#feeds/door/admitFeed.ts'
import { canonicalFeed } from '#feeds/door/changeDoor.ts'
import { gunzip, gzip } from '#feeds/packed/gzip.ts'
import { createFeedStore, type StoredFeed } from '#feeds/store/createFeedStore.ts'
import { sourceWithChanges } from '#feeds/store/sourceWithChanges.ts'
import type { EngineContext } from '../EngineContext'
import { geoJsonOf } from '../world/editFeature'
import { layered } from '../world/layered'
import type { WorldView } from '../world/worldView'
import type { KeptSources } from './keepSources'

/** The feeds of a row in one world, and the bytes that anyone can compute it from again. */
export interface EvidenceInput {
  readonly input: EvaluateInput
  readonly sources: Pick<KeptSources, 'packed' | 'unread'>
  /** Feeds whose bytes the program wrote from what it knew of a moment: WGS84 with canonical names. */
  readonly reconstructed: ReadonlySet<string>
}

/** Bytes that stand for a feed in place of those received. */
interface Rewritten {
  readonly feed: CatalogFeed
  readonly reconstructed: boolean
  readonly write: () => Promise<Uint8Array>
}

/**
 * The input with its feeds read from bytes that hold them as they stand in the world asked about: with the changes since
 * they were received, or as they stood at that moment.
 * @param now the app's time, epoch milliseconds.
 * @param view the present or the past that `input` is of.
 */
export async function evidenceInput(
  context: Pick<EngineContext, 'city' | 'now' | 'changed'>,
  view: WorldView,
  input: EvaluateInput,
  kept: KeptSources,
  now: number,
): Promise<EvidenceInput> {
  const { catalog } = context.city()
  // Taken before the first wait, so that all feeds are of one moment.
  const rewritten = catalog.feeds.flatMap((feed): Rewritten[] => {
    if (!input.feeds.has(feed.id)) return []
    if (view.world.kind === 'past') {
      const stood = view.stored(feed.id)
      return stood && stood !== context.now.stored(feed.id) ? [asItStood(feed, stood)] : []
    }
    const changes = new Map(context.changed(feed.id))
    const packed = changes.size > 0 ? kept.packed(feed.id) : null
    return packed ? [withChanges(feed, packed, changes)] : []
  })
  const feeds = new Map<string, EvaluableFeed>(input.feeds)
  const repacked = new Map<string, Promise<Uint8Array>>()
  for (const { feed, reconstructed, write } of rewritten) {
    const bytes = await write()
    const admitted = admitFeed(bytes, reconstructed ? canonicalFeed(feed) : feed, catalog.city, now)
    if (!admitted.ok) throw new Error(admitted.failure.reason.en)
    const { id, record, footprint } = feed
    feeds.set(id, { id, record, hasFootprint: footprint !== undefined, ...admitted })
    repacked.set(id, gzip(bytes))
  }
  return {
    input: { ...input, feeds },
    sources: { packed: (feed) => repacked.get(feed) ?? kept.packed(feed), unread: kept.unread },
    reconstructed: new Set(rewritten.filter((each) => each.reconstructed).map(({ feed }) => feed.id)),
  }
}

/** An input with edits made; those of feeds that were not read are passed over, as their rows do not rest on them. */
export function withEdits(input: EvaluateInput, edits: readonly Edit[], catalog: Catalog): EvaluateInput {
  const store = createFeedStore()
  for (const feed of input.feeds.values()) {
    const definition = catalog.feeds.find(({ id }) => id === feed.id)
    if (definition && 'features' in feed) store.put({ ...feed, record: definition.record, mapUrl: '' })
  }
  const laid = layered(
    store,
    edits.filter(({ feed }) => store.get(feed)),
    catalog,
  )
  const edited = new Set(edits.map(({ feed }) => feed))
  const feeds = [...input.feeds].map(([id, feed]) => [id, (edited.has(id) && laid.feeds.get(id)) || feed] as const)
  return { ...input, feeds: new Map<string, EvaluableFeed>(feeds) }
}

const withChanges = (
  feed: CatalogFeed,
  packed: Promise<Uint8Array>,
  changes: ReadonlyMap<string, unknown>,
): Rewritten => ({
  feed,
  reconstructed: false,
  write: async () => sourceWithChanges(await gunzip(await packed), feed, changes),
})

/** Every feature as it stood; `asOf` says the time of data where the features have none. */
const asItStood = (feed: CatalogFeed, { features, report }: StoredFeed): Rewritten => ({
  feed,
  reconstructed: true,
  write: async () =>
    new TextEncoder().encode(
      JSON.stringify({
        type: 'FeatureCollection',
        ...(report.asOf !== null && { asOf: shanghaiTime(report.asOf) }),
        features: features.map(geoJsonOf),
      }),
    ),
})
