import type { Catalog } from '#catalog/schema.ts'
import type { EvaluableFeed, EvaluateInput } from '#core/model/evaluation.ts'
import { admitFeed } from '#feeds/door/admitFeed.ts'
import { gunzip, gzip } from '#feeds/packed/gzip.ts'
import { sourceWithChanges } from '#feeds/store/sourceWithChanges.ts'
import type { KeptSources } from './keepSources'

interface AsChanged {
  readonly input: EvaluateInput
  readonly sources: KeptSources
}

/**
 * An input whose changed feeds are read from bytes that hold their changes, and sources that give those bytes: what is
 * computed from them elsewhere is computed from the same.
 */
export async function asChanged(
  { city, feeds: definitions }: Catalog,
  input: EvaluateInput,
  sources: KeptSources,
  changed: (feed: string) => ReadonlyMap<string, unknown>,
): Promise<AsChanged> {
  // Taken before the first wait, so that all feeds are of one moment.
  const pending = definitions.flatMap((feed) => {
    const changes = new Map(changed(feed.id))
    const packed = input.feeds.has(feed.id) && changes.size > 0 ? sources.packed(feed.id) : null
    return packed ? [{ feed, changes, packed }] : []
  })
  if (pending.length === 0) return { input, sources }
  const feeds = new Map<string, EvaluableFeed>(input.feeds)
  const repacked = new Map<string, Promise<Uint8Array>>()
  for (const { feed, changes, packed } of pending) {
    const bytes = sourceWithChanges(await gunzip(await packed), feed, changes)
    const admitted = admitFeed(bytes, feed, city)
    if (!admitted.ok) throw new Error(admitted.failure.reason.en)
    const { id, record, footprint } = feed
    feeds.set(id, { id, record, hasFootprint: footprint !== undefined, ...admitted })
    repacked.set(id, gzip(bytes))
  }
  return {
    input: { ...input, feeds },
    sources: { ...sources, packed: (feed) => repacked.get(feed) ?? sources.packed(feed) },
  }
}
