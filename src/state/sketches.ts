import { create } from 'zustand'
import type { Sketch, SketchSource } from '#layers/sketch.ts'
import { isSketchRef, NO_SELECTION, select, selectedRefs, useSelection } from './selection'

export interface SketchesState {
  /** By who shows them. */
  readonly byOwner: Readonly<Record<string, readonly Sketch[]>>
  /** All of them, in the order in which their owners came; of two with one id the later owner's. */
  readonly sketches: readonly Sketch[]
}

/** What lies on the map beside the layers of the catalog. */
export const useSketchBook = create<SketchesState>(() => ({ byOwner: {}, sketches: [] }))

/** Shows exactly these sketches of an owner; none: takes back what it showed. */
export function putSketches(owner: string, shown: readonly Sketch[]): void {
  const before = useSketchBook.getState()
  if (shown.length === 0 && !(owner in before.byOwner)) return
  const { [owner]: _, ...others } = before.byOwner
  // One that goes on showing keeps its place.
  const byOwner = shown.length === 0 ? others : { ...before.byOwner, [owner]: shown }
  const byId = new Map(Object.values(byOwner).flatMap((list) => list.map((sketch) => [sketch.id, sketch])))
  useSketchBook.setState({ byOwner, sketches: [...byId.values()] })
  const gone = before.sketches.filter(({ id, source }) => {
    const now = byId.get(id)
    return !now || !isSameSource(source, now.source)
  })
  dropSelected(new Set(gone.map(({ id }) => id)))
}

/** What is selected of a sketch that is gone or drawn from other features is no longer there to be spoken of. */
function dropSelected(gone: ReadonlySet<string>): void {
  const { selection } = useSelection.getState()
  if (selectedRefs(selection).some((ref) => isSketchRef(ref) && gone.has(ref.sketch))) select(NO_SELECTION)
}

function isSameSource(a: SketchSource, b: SketchSource): boolean {
  if (a.kind === 'url') return b.kind === 'url' && a.url === b.url
  if (a.kind === 'features') return b.kind === 'features' && a.features === b.features
  return b.kind === 'feed' && a.feed === b.feed
}
