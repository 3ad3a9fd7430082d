/** Frames are told of this long, milliseconds; a longer pause is a page that was out of sight, and no frame. */
const FRAME_WINDOW = 5_000

/** Milliseconds from one frame to the next; null while fewer than two frames are known. */
export interface FrameStatistics {
  readonly last: number | null
  readonly mean: number | null
  readonly longest: number | null
}

export interface FrameLog {
  /** A frame began at `at`, milliseconds. */
  frame(at: number): void
  /** Of the frames that ended within `FRAME_WINDOW` before `now`. */
  statistics(now: number): FrameStatistics
}

/** Keeps how long the frames of the last seconds took. */
export function createFrameLog(): FrameLog {
  let before: number | null = null
  let frames: readonly { readonly at: number; readonly took: number }[] = []
  const recent = (now: number) => frames.filter(({ at }) => at > now - FRAME_WINDOW)
  return {
    frame(at) {
      const took = before === null ? null : at - before
      before = at
      if (took !== null && took <= FRAME_WINDOW) frames = [...recent(at), { at, took }]
    },
    statistics(now) {
      const times = recent(now).map(({ took }) => took)
      if (times.length === 0) return { last: null, mean: null, longest: null }
      return {
        last: times.at(-1) ?? null,
        mean: times.reduce((sum, took) => sum + took, 0) / times.length,
        longest: Math.max(...times),
      }
    },
  }
}
