/** A moment (epoch milliseconds) as ISO 8601 in Asia/Shanghai, to the second. */
export const isoTime = (time: number): string =>
  `${new Date(Math.floor(time / 1000) * 1000 + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`

/** The hour and minute of it, as a clock on the wall there shows them. */
export const wallTime = (time: number): string => isoTime(time).slice(11, 16)
