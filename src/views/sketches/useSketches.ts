import { useEffect, useId, useMemo, useRef } from 'react'
import type { Words } from '#i18n/useWords.ts'
import type { Sketch, SketchSource } from '#layers/sketch.ts'
import { putSketches } from '#state/sketches.ts'

/** What a popup says of a feature of a sketch. */
export interface Description {
  readonly title: string
  readonly lines: readonly string[]
  /** The feature of the city that it is about, to go on to. */
  readonly about?: { readonly feed: string; readonly id: string }
}

/** What its owner says of a feature of a sketch, from its properties, in the language on show. */
export type Describe = (properties: Readonly<Record<string, unknown>>, words: Words) => Description

/** A sketch as its owner gives it. */
export interface OwnSketch extends Omit<Sketch, 'source'> {
  /** `bytes`: GeoJSON as text in UTF-8, which the page does not parse. */
  readonly source: SketchSource | { readonly kind: 'bytes'; readonly bytes: Uint8Array<ArrayBuffer> }
  /** For a pickable sketch; the features of a feed speak for themselves. */
  readonly describe?: Describe
}

/** Kept beside the state, which is plain data; by sketch, for as long as it is shown. */
const describers = new Map<string, Describe>()

/** What the owner of a sketch says of its features; undefined where it says nothing or has left. */
export const describerOf = (sketch: string): Describe | undefined => describers.get(sketch)

/**
 * Shows sketches on the map while the component lives. The list is to stay the same object while nothing in it changes;
 * the map hears of what is another in a new one.
 */
export function useSketches(sketches: readonly OwnSketch[]): void {
  const owner = useId()
  const addresses = useRef(new Map<Uint8Array<ArrayBuffer>, string>())

  useEffect(() => {
    const known = addresses.current
    const plain = sketches.map(({ describe: _, source, ...sketch }): Sketch => {
      if (source.kind !== 'bytes') return { ...sketch, source }
      const url = known.get(source.bytes) ?? URL.createObjectURL(new Blob([source.bytes]))
      known.set(source.bytes, url)
      return { ...sketch, source: { kind: 'url', url } }
    })
    for (const { id, describe } of sketches) if (describe) describers.set(id, describe)
    putSketches(owner, plain)
    const wanted = new Set(sketches.map(({ source }) => (source.kind === 'bytes' ? source.bytes : null)))
    forget(known, (bytes) => !wanted.has(bytes))
    return () => {
      for (const { id, describe } of sketches) if (describers.get(id) === describe) describers.delete(id)
    }
  }, [owner, sketches])

  useEffect(() => {
    const known = addresses.current
    return () => {
      putSketches(owner, [])
      forget(known, () => true)
    }
  }, [owner])
}

/** Shows a sketch while the component lives; null: none. It is to stay the same object while nothing in it changes. */
export function useSketch(sketch: OwnSketch | null): void {
  useSketches(useMemo(() => (sketch ? [sketch] : []), [sketch]))
}

function forget(
  addresses: Map<Uint8Array<ArrayBuffer>, string>,
  isOver: (bytes: Uint8Array<ArrayBuffer>) => boolean,
): void {
  for (const [bytes, url] of addresses) {
    if (!isOver(bytes)) continue
    URL.revokeObjectURL(url)
    addresses.delete(bytes)
  }
}
