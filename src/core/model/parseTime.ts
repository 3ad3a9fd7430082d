/** China Standard Time has been UTC+8 without summer time since 1992. */
const SHANGHAI_MINUTES = 8 * 60

/** Why a date is not read: it could be two dates, it is a count of days as spreadsheets keep them, or it is no date at all. */
export type TimeFault = 'ambiguous' | 'serial' | 'unreadable'

/**
 * A time as epoch milliseconds, or null where it cannot be read. Accepted: ISO 8601 and its relatives as databases, programs
 * and spreadsheets write them, year first (`2026-11-30 08:00:00.123+08`, `2026/11/30 8:05`, `20261130080500`), in Chinese
 * (`2026年11月30日 下午8时5分`), with the month in English (`30 Nov 2026 08:05 GMT`), and epoch numbers of 10, 13 or 16
 * digits (seconds, milliseconds, microseconds). Without a zone it is Asia/Shanghai; a date, month or year alone is the start
 * of it there. What could be read as another date is not read: `11/30/2026`, `30.11.2026`, two-digit years, a count of days
 * of a spreadsheet, `2026113008` (a time of ten digits, or of 2034).
 */
export function parseTime(value: unknown): number | null {
  if (typeof value === 'number') return ofNumber(value)
  if (typeof value !== 'string' || value.length > LONGEST) return null
  const text = plain(value)
  if (/^\d+$/.test(text)) return ofDigits(text)
  const dotNet = /^\/Date\((-?\d{1,15})(?:[+-]\d{4})?\)\/$/.exec(text)
  if (dotNet) return Number(dotNet[1])
  const month = /^(\d{4}) ?(?:年 ?(?:(\d{1,2}) ?月)?|[-/.](\d{1,2}))$/.exec(text)
  if (month) return whole(month[1], month[2] ?? month[3] ?? '1', '1', 0, SHANGHAI_MINUTES)
  return ofText(text) ?? ofEnglish(text)
}

/** Why a value that `parseTime` cannot read is none. */
export function timeFault(value: unknown): TimeFault {
  const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? plain(value) : ''
  if (/^[2-6]\d{4}(?:\.\d+)?$/.test(text)) return 'serial'
  const either = /^\d{1,2}([-/.])\d{1,2}\1(?:\d{4}|\d{2})(?:\D|$)/.test(text) || /^\d{10}$/.test(text)
  return either || /^\d{1,2}-[a-z]{3}-\d{2}(?:\D|$)/i.test(text) ? 'ambiguous' : 'unreadable'
}

/** No date is longer; what is, is not looked at. */
const LONGEST = 80

const NUMERALS = '〇一二三四五六七八九'

/** Full-width figures and signs as plain ones, Chinese numerals as figures, one space at most, no weekday. */
function plain(written: string): string {
  const text = written
    .normalize('NFKC')
    .replace(/[(]?(?:星期|周|礼拜)[一二三四五六日天]?[)]?/g, ' ')
    .replace(/[\s\u3000]+/g, ' ')
    .trim()
  if (!/[〇零一二三四五六七八九十]/.test(text)) return text
  return text
    .replaceAll('零', '〇')
    .replace(/([一二三四五六七八九]?)十([一二三四五六七八九]?)/g, (_, tens: string, ones: string) =>
      String((tens === '' ? 1 : NUMERALS.indexOf(tens)) * 10 + Math.max(0, NUMERALS.indexOf(ones || '〇'))),
    )
    .replace(/[〇一二三四五六七八九]/g, (numeral) => String(NUMERALS.indexOf(numeral)))
}

/** A date, year first; `separator` is one sign throughout. */
const DATE = String.raw`(?<year>\d{4})(?:(?<sign>[-/.])(?<m1>\d{1,2})\k<sign>(?<d1>\d{1,2})| ?年 ?(?<m2>\d{1,2}) ?月 ?(?<d2>\d{1,2}) ?日?|(?<m3>\d{2})(?<d3>\d{2}))`
const HALF = '(?<half>上午|下午|凌晨|清晨|早上|早晨|中午|傍晚|晚上|夜间|am|pm)'
const CLOCK = String.raw`(?:(?<h1>\d{1,2})(?::(?<i1>\d{2})(?::(?<s1>\d{2})(?:[.,](?<f1>\d+))?)?)?|(?<h2>\d{2})(?<i2>\d{2})(?:(?<s2>\d{2})(?:[.,]?(?<f2>\d+))?)?|(?<h3>\d{1,2}) ?[时点](?: ?(?<i3>\d{1,2}) ?分(?: ?(?<s3>\d{1,2})(?:\.(?<f3>\d+))? ?秒)?|(?<half30>半)|整)?)`
const ZONE = String.raw`(?<zone>z|utc|gmt|北京时间|asia/shanghai|(?:utc|gmt)?[+-]\d{1,2}(?::?\d{2})?(?: [a-z]{3,5}| ?\[[\w/+-]+\]| ?\([^()]*\))?)`
const FORM = new RegExp(
  `^${DATE}(?:(?<gap>[t, ]*)(?:${HALF} ?)?${CLOCK}(?: ?${HALF.replace('half', 'after')})?)?(?<space> ?)${ZONE}?$`,
  'i',
)

type Groups = Readonly<Record<string, string | undefined>>

function ofText(text: string): number | null {
  const found = FORM.exec(text)
  if (!found?.groups) return null
  const groups: Groups = found.groups
  const { year, sign, m1, d1, m2, d2, m3, d3, gap, zone } = groups
  const timed = groups.h1 ?? groups.h2 ?? groups.h3
  // 2026-11-3008 may be the 3rd or the 30th, 2026-11-30-08 an hour or a zone.
  if (timed !== undefined && gap === '' && sign !== undefined) return null
  if (timed === undefined && zone !== undefined && !/^(?:z|\+\d{2}:\d{2})$/i.test(zone)) return null
  const offset = zoneMinutes(zone)
  const time = timed === undefined ? 0 : millisecondsOf(groups)
  if (offset === null || time === null) return null
  return whole(year, m1 ?? m2 ?? m3, d1 ?? d2 ?? d3, time, offset)
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const NAMED = String.raw`(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? )?(?:(?<day1>\d{1,2})[ -](?<name1>[a-z]{3,9})[ -]|(?<name2>[a-z]{3,9}) (?<day2>\d{1,2}),? )`
const ENGLISH = new RegExp(String.raw`^${NAMED}(?:(?<y1>\d{4})(?:,? (?:at )?${CLOCK} ?${HALF}?)?) ?${ZONE}?$`, 'i')

/** `30 Nov 2026 08:05:06 GMT`, `Nov 30 2026 8:05AM`, `Mon Nov 30 2026 08:05:06 GMT+0800 (China Standard Time)`. */
function ofEnglish(text: string): number | null {
  const found = ENGLISH.exec(text)
  if (!found?.groups) return null
  const groups: Groups = found.groups
  const name = (groups.name1 ?? groups.name2 ?? '').toLowerCase()
  const month = MONTHS.indexOf(name.slice(0, 3))
  if (month < 0 || !ENGLISH_MONTHS.has(name)) return null
  const offset = zoneMinutes(groups.zone)
  const timed = groups.h1 ?? groups.h2 ?? groups.h3
  const time = timed === undefined ? 0 : millisecondsOf(groups)
  if (offset === null || time === null || (timed === undefined && groups.zone !== undefined)) return null
  return whole(groups.y1, String(month + 1), groups.day1 ?? groups.day2, time, offset)
}

const ENGLISH_MONTHS: ReadonlySet<string> = new Set([
  ...MONTHS,
  ...'january february march april june july august september sept october november december'.split(' '),
])

/** A day of the calendar and a time of it, or null where there is no such day. */
function whole(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
  time: number,
  offset: number,
): number | null {
  const date = new Date(0)
  // Not `Date.UTC`, which takes the year 1 for 1901.
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day))
  const there = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day)
  return there ? date.getTime() + time - offset * 60_000 : null
}

/** Milliseconds since midnight; 24:00 is the end of the day, and a leap second the beginning of the next minute. */
function millisecondsOf(groups: Groups): number | null {
  const { h1, h2, h3, i1, i2, i3, s1, s2, s3, f1, f2, f3, half, after, half30 } = groups
  const minute = half30 ? 30 : Number(i1 ?? i2 ?? i3 ?? 0)
  const second = Number(s1 ?? s2 ?? s3 ?? 0)
  const thousandths = Number((f1 ?? f2 ?? f3 ?? '').padEnd(3, '0').slice(0, 3))
  if (half !== undefined && after !== undefined) return null
  const hour = hourOf(Number(h1 ?? h2 ?? h3), (half ?? after)?.toLowerCase())
  if (hour === null || hour > 24 || minute > 59 || second > 60) return null
  if (hour === 24 && (minute > 0 || second > 0 || thousandths > 0)) return null
  return ((hour * 60 + minute) * 60 + second) * 1000 + thousandths
}

/** The hour of 24 that an hour of a half of the day is; null where it could be two. */
function hourOf(hour: number, half: string | undefined): number | null {
  switch (half) {
    case undefined:
      return hour
    case 'am':
      return hour === 12 ? 0 : hour < 12 ? hour : null
    case 'pm':
    case '下午':
      return hour >= 12 ? hour : hour > 0 ? hour + 12 : null
    case '上午':
      // Noon to those who say it, midnight to the computers that write it.
      return hour < 12 ? hour : null
    case '凌晨':
      return hour === 12 ? 0 : hour < 7 ? hour : null
    case '清晨':
    case '早上':
    case '早晨':
      return hour > 3 && hour < 12 ? hour : null
    case '中午':
      return hour > 10 && hour < 15 ? hour : hour === 1 || hour === 2 ? hour + 12 : null
    default:
      return hour >= 17 ? hour : hour > 4 && hour < 12 ? hour + 12 : null
  }
}

function zoneMinutes(zone: string | undefined): number | null {
  if (zone === undefined || /^(?:北京时间|asia\/shanghai)$/i.test(zone)) return SHANGHAI_MINUTES
  const [, sign, hours, minutes = '0'] = /([+-])(\d{1,2}):?(\d{2})?/.exec(zone) ?? []
  if (sign === undefined) return 0
  if (Number(hours) > 14 || Number(minutes) > 59) return null
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
}

/** Years that a date of figures alone may be of. */
const isYear = (year: number): boolean => year >= 1900 && year <= 2100

function ofDigits(digits: string): number | null {
  switch (digits.length) {
    case 4:
      return whole(digits, '1', '1', 0, SHANGHAI_MINUTES)
    case 6:
      return whole(digits.slice(0, 4), digits.slice(4), '1', 0, SHANGHAI_MINUTES)
    case 8:
    case 12:
    case 14:
    case 17:
      return ofText(digits)
    default:
      return digits.length <= 16 ? ofNumber(Number(digits)) : null
  }
}

function ofNumber(value: number): number | null {
  if (value >= 1e12 && value < 1e13) return Math.floor(value)
  if (value >= 1e9 && value < 1e10) return isHours(value) ? null : Math.floor(value * 1000)
  if (value >= 1e15 && value < 1e16) return Math.floor(value / 1000)
  if (!Number.isInteger(value)) return null
  if (isYear(value)) return whole(String(value), '1', '1', 0, SHANGHAI_MINUTES)
  const date = isYear(Math.floor(value / 1e4)) || isYear(Math.floor(value / 1e10))
  return date ? ofText(String(value)) : null
}

/** Ten digits that are also a day and an hour: as seconds they would be of 2030 to 2036. */
function isHours(value: number): boolean {
  const text = String(Math.floor(value))
  return isYear(Number(text.slice(0, 4))) && ofText(`${text.slice(0, 8)} ${text.slice(8)}:00`) !== null
}
