import { useAnswer } from '#city/useAnswer.ts'
import type { InsideCount, WarningsAnswer } from '#engine/warnings/warningVerbs.ts'
import type { InsideSpec } from './insideFigures'

interface Warnings {
  /** Undefined: no answer yet. */
  readonly answer: WarningsAnswer | undefined
  readonly fault: string | null
  /** What lies in the area of a warning; undefined until the feeds asked about have come in. */
  readonly insideOf: (id: string) => readonly InsideCount[] | undefined
}

/** The warnings in force as of the moment viewed; what lies inside them follows when the feeds asked about are there. */
export function useWarnings(feed: string, inside: readonly InsideSpec[]): Warnings {
  const list = useAnswer({
    feeds: [feed],
    key: ['warnings', feed],
    ask: (engine) => engine.warningsInForce({ feed, inside: [] }),
  })
  const asked = inside.map(({ feed: of, sum, where }) => ({ feed: of, sum, where }))
  const counts = useAnswer({
    feeds: [...new Set([feed, ...asked.map((request) => request.feed)])],
    key: ['warnings-inside', feed, asked],
    ask: (engine) => engine.warningsInForce({ feed, inside: asked }),
  })
  return {
    answer: list.answer,
    fault: list.fault ?? counts.fault,
    insideOf: (id) => {
      if (!counts.answer) return undefined
      const { inForce, coming } = counts.answer
      return [...inForce, ...coming].find((warning) => warning.id === id)?.inside
    },
  }
}
