/** Epoch milliseconds as ISO 8601 in Asia/Shanghai, such as `2026-09-01T08:00:00+08:00`; null stays null. */
export function shanghaiTime(time: number | null): string | null {
  if (time === null) return null
  return new Date(time + 8 * 3_600_000).toISOString().replace(/(?:\.000)?Z$/, '+08:00')
}

/** China Standard Time has been UTC+8 without summer time since 1992. */
const SHANGHAI_MINUTES = 8 * 60

const FORM =
  /^(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2}))(?:[T ]*(\d{1,2})(?::?(\d{2})(?::?(\d{2})(?:[.,](\d+))?)?)?)?\s*(Z|[+-]\d{2}(?::?\d{2})?)?$/i

/**
 * A time as epoch milliseconds, or null where it cannot be read. Accepted: ISO 8601 and its usual relatives
 * (`2026-09-01`, `2026/9/1 8:00`, `20260901080000`, `2026年9月1日 08:00`), and epoch numbers in seconds or milliseconds
 * (10 or 13 digits). Without a zone it is Asia/Shanghai; a date, month or year alone is the start of it there.
 */
export function parseTime(value: unknown): number | null {
  if (typeof value === 'number') return epochOf(value)
  if (typeof value !== 'string') return null
  const text = value.trim()
  if (/^\d{10}$|^\d{13}$/.test(text)) return epochOf(Number(text))
  const period = /^(\d{4})年?(?:[-/.]?(\d{1,2})月?)?$/.exec(text)
  if (period && (period[2] === undefined || text.length > 5)) {
    return parseTime(`${period[1]}-${period[2] ?? '1'}-1`)
  }
  const parts = FORM.exec(text)
  if (parts === null) return null
  const [, year, month1, day1, month2, day2, hour = '0', minute = '0', second = '0', fraction = '0', zone] = parts
  const month = Number(month1 ?? month2)
  const day = Number(day1 ?? day2)
  const [h, m, s] = [Number(hour), Number(minute), Number(second)]
  if (h > 24 || m > 59 || s > 60 || (h === 24 && (m > 0 || s > 0))) return null
  const date = new Date(Date.UTC(Number(year), month - 1, day))
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null
  const milliseconds = Math.floor(Number(`0.${fraction}`) * 1000)
  const offset = zoneMinutes(zone)
  return offset === null ? null : date.getTime() + ((h * 60 + m - offset) * 60 + s) * 1000 + milliseconds
}

function epochOf(value: number): number | null {
  if (value >= 1e12 && value < 1e13) return Math.floor(value)
  if (value >= 1e9 && value < 1e10) return Math.floor(value * 1000)
  const dated = (value >= 19000101 && value <= 21001231) || (value >= 1900 && value <= 2100)
  return dated && Number.isInteger(value) ? parseTime(String(value)) : null
}

function zoneMinutes(zone: string | undefined): number | null {
  if (zone === undefined) return SHANGHAI_MINUTES
  if (zone.toUpperCase() === 'Z') return 0
  const hours = Number(zone.slice(1, 3))
  const minutes = Number(zone.slice(3).replace(':', '') || '0')
  if (hours > 14 || minutes > 59) return null
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes)
}

/** A clock as numbers, so that page and engine read the same: at real time `at` it showed `start`, and runs `speed` times as fast. */
export interface AppClock {
  /** Epoch milliseconds. */
  readonly start: number
  readonly at: number
  readonly speed: number
}

/** What the clock shows at a real time, epoch milliseconds. */
export const clockTime = ({ start, at, speed }: AppClock, real: number): number => start + (real - at) * speed

/** The real clock. */
export const REAL_CLOCK: AppClock = { start: 0, at: 0, speed: 1 }

/** How old data is: `live`, `late` (due but not yet old), `stale` (must not look current), or `never` known. */
export type Freshness = 'live' | 'late' | 'stale' | 'never'

/** Whether data may stand as current: late data may, with its age; stale data and data of no known time may not. */
export const isCurrent = (freshness: Freshness): boolean => freshness === 'live' || freshness === 'late'

/** Of several, the one that says most against taking them as current: stale, never, late, live. */
export function leastFresh(all: Iterable<Freshness>): Freshness {
  const found = new Set(all)
  return LEAST_FRESH_FIRST.find((freshness) => found.has(freshness)) ?? 'live'
}

const LEAST_FRESH_FIRST: readonly Freshness[] = ['stale', 'never', 'late']

/**
 * Freshness of data as of `asOf` at the time `now` (both epoch milliseconds; the clock is the caller's, so that a
 * demonstration clock judges as the real one does). Live up to `refreshSeconds`, late up to `staleSeconds`, stale from
 * there on. Where only one of the two is given the other is half or double of it; where neither is, nothing is expected
 * of the feed and any known time is live. An unknown time is `never`, not current. Edges count to the better side.
 */
export function freshnessOf(
  asOf: number | null,
  now: number,
  staleSeconds?: number | undefined,
  refreshSeconds?: number | undefined,
): Freshness {
  if (asOf === null) return 'never'
  const stale = staleSeconds ?? (refreshSeconds === undefined ? undefined : refreshSeconds * 2)
  if (stale === undefined) return 'live'
  const age = (now - asOf) / 1000
  if (age > stale) return 'stale'
  return age <= (refreshSeconds ?? stale / 2) ? 'live' : 'late'
}
