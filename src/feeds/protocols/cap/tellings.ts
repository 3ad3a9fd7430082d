import { parseTime } from '#core/model/parseTime.ts'
import type { CapInfo } from './readAlert'

/** One event of an alert in the language that is shown, with its English where that is another info. */
export interface Telling {
  readonly info: CapInfo
  readonly english: CapInfo | null
}

/** Lower is preferred: Chinese of the mainland, other Chinese, English, then as they come. */
function rankOf(language: string): number {
  const tag = language.toLowerCase()
  if (/^(?:zh|cmn)(?:-(?:hans|cn|sg).*)?$/.test(tag)) return 0
  if (/^(?:zh|cmn|yue)\b/.test(tag)) return 1
  return tag.startsWith('en') ? 2 : 3
}

/**
 * The events an alert tells of. Infos of one language are events of their own; of another language they are the same
 * events told again where nothing they say contradicts it, else events that only that language tells of.
 */
export function tellings(infos: readonly CapInfo[]): readonly Telling[] {
  const languages = new Map<string, CapInfo[]>()
  for (const info of infos) {
    const tag = info.language.toLowerCase()
    languages.set(tag, [...(languages.get(tag) ?? []), info])
  }
  const events: { info: CapInfo; english: CapInfo | null }[] = []
  for (const [, told] of [...languages].sort(([a], [b]) => rankOf(a) - rankOf(b))) {
    const known = events.length
    const taken = new Set<number>()
    for (const [at, info] of told.entries()) {
      const order = [at, ...Array.from({ length: known }, (_, index) => index)]
      const same = order.find((index) => index < known && !taken.has(index) && agree(events[index]!.info, info))
      const event = same === undefined ? undefined : events[same]
      if (!event) {
        events.push({ info, english: null })
        continue
      }
      taken.add(same!)
      if (rankOf(info.language) === 2) event.english ??= info
      if (!event.info.area.geometry && info.area.geometry) {
        event.info = { ...event.info, area: { ...info.area, names: event.info.area.names } }
      }
    }
  }
  return events
}

/** Whether two infos of different languages can be one event: what both say is the same. */
function agree(a: CapInfo, b: CapInfo): boolean {
  const sameTime = (x: string | null, y: string | null) => x === null || y === null || parseTime(x) === parseTime(y)
  const same = <Value>(x: Value | null, y: Value | null) => x === null || y === null || x === y
  const text = ({ area }: CapInfo) => area.geometry && JSON.stringify(area.geometry)
  return (
    a.allClear === b.allClear &&
    (same(a.level.level, b.level.level) || same(a.severity, b.severity)) &&
    same(a.urgency, b.urgency) &&
    same(a.certainty, b.certainty) &&
    sameTime(a.effective, b.effective) &&
    sameTime(a.onset, b.onset) &&
    sameTime(a.expires, b.expires) &&
    (a.eventCodes.length === 0 ||
      b.eventCodes.length === 0 ||
      a.eventCodes.some((code) => b.eventCodes.includes(code))) &&
    same(text(a), text(b))
  )
}
