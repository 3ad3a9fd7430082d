const FORM =
  /^(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?)?)?$/

/**
 * Epoch milliseconds of a report's `date`: a year, a month, a day or a time; without zone it is Asia/Shanghai (+08:00,
 * no summer time). Null when it is no date.
 */
export function reportDate(date: unknown): number | null {
  const match = FORM.exec(typeof date === 'number' ? String(date) : typeof date === 'string' ? date.trim() : '')
  if (!match) return null
  const [, year, month = '1', day = '1', hour = '0', minute = '00', second = '00', zone = '+08:00'] = match
  const padded = [month, day, hour].map((part) => part.padStart(2, '0'))
  const offset = zone === 'Z' || zone.includes(':') ? zone : `${zone.slice(0, 3)}:${zone.slice(3)}`
  const time = Date.parse(
    `${year}-${padded[0]}-${padded[1]}T${padded[2]}:${minute}:${second.padStart(2, '0')}${offset}`,
  )
  return Number.isNaN(time) ? null : time
}
