import { useWords } from '#i18n/useWords.ts'
import type { SketchRef } from '#state/selection.ts'
import { useSketchBook } from '#state/sketches.ts'
import { type Description, describerOf } from './useSketches'

interface Described {
  /** What the sketch is called. */
  readonly kind: string
  /** Null where its owner says nothing or has left. */
  readonly said: Description | null
}

/** What a popup says of a feature of a sketch, in the language on show. */
export function useDescription({ sketch: id, properties }: SketchRef): Described {
  const words = useWords()
  const sketch = useSketchBook(({ sketches }) => sketches.find((shown) => shown.id === id))
  return { kind: sketch?.title ?? '', said: (sketch && describerOf(id)?.(properties, words)) ?? null }
}
