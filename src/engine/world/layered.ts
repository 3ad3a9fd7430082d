import type { Catalog } from '#catalog/schema.ts'
import type { CityFeature } from '#core/model/feature.ts'
import { type Edit, editedId } from '#core/model/world.ts'
import { createFeedStore } from '#feeds/store/createFeedStore.ts'
import { EDIT_FAULTS, type EditFault } from './editFaults'
import { featureEditor } from './editFeature'
import { type FeedsView, feedsFrom } from './worldView'

export interface Layered {
  readonly feeds: FeedsView
  /** In the order in which they are to be made to take everything back. */
  readonly inverses: readonly Edit[]
  /** Edits that could not be made, and were passed over. */
  readonly faults: readonly EditFault[]
}

/** Feeds with edits laid over them, in order. Features that no edit is about, and whole feeds, stay the objects they are. */
export function layered(base: FeedsView, edits: readonly Edit[], catalog: Catalog): Layered {
  const layers = new Map<string, ReturnType<typeof feedLayer>>()
  const inverses: Edit[] = []
  const faults: EditFault[] = []
  for (const [at, edit] of edits.entries()) {
    const refuse = (field: string | null, reason: EditFault['reason']) =>
      faults.push({ number: at + 1, feed: edit.feed, id: editedId(edit), field, reason })
    const definition = catalog.feeds.find(({ id }) => id === edit.feed)
    if (!definition) {
      refuse(null, EDIT_FAULTS.unknownFeed(edit.feed))
      continue
    }
    if (!base.get(edit.feed)) {
      refuse(null, EDIT_FAULTS.notRead(edit.feed))
      continue
    }
    const layer = layers.get(edit.feed) ?? feedLayer(base, definition, catalog.city)
    layers.set(edit.feed, layer)
    const edited = layer.make(edit)
    if (edited.ok) inverses.unshift(edited.inverse)
    else refuse(edited.field, edited.reason)
  }

  const store = createFeedStore()
  for (const [id, { changes }] of layers) {
    const feed = base.get(id)
    if (!feed) continue
    const { features, report } = store.put(feed)
    const gone = [...changes.values()].filter((feature) => feature === null).length
    const come = [...changes].filter(([key, feature]) => feature && !base.find(id, key)).length
    store.change(id, changes, { ...report, accepted: features.length + come - gone })
  }
  return {
    feeds: feedsFrom((id) => (layers.has(id) ? store : base)),
    inverses,
    faults,
  }
}

/** The edits of one feed: what has become of each feature they are about. */
function feedLayer(base: FeedsView, feed: Catalog['feeds'][number], city: Catalog['city']) {
  /** Null: gone. One that is new and gone again is not listed. */
  const changes = new Map<string, CityFeature | null>()
  const newcomers = new Map<string, CityFeature>()
  const now = (id: string) => {
    const changed = changes.get(id)
    return changed === undefined ? base.find(feed.id, id) : (changed ?? undefined)
  }
  const edit = featureEditor(feed, city, {
    known: now,
    former: (id) => now(id) ?? newcomers.get(id) ?? base.find(feed.id, id),
    taken: (mapId) =>
      base.feature(feed.id, mapId) !== undefined || [...newcomers.values()].some((other) => other.mapId === mapId),
  })
  return {
    changes,
    make(wanted: Edit) {
      const edited = edit(wanted)
      if (!edited.ok) return edited
      const stood = base.find(feed.id, edited.id)
      if (edited.feature && !stood) newcomers.set(edited.id, edited.feature)
      if (edited.feature || stood) changes.set(edited.id, edited.feature)
      else changes.delete(edited.id)
      return edited
    },
  }
}
