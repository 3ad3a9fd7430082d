import { describe, expect, it } from 'vitest'
import { parseCatalog } from './parseCatalog'

const catalog = (feed: Record<string, unknown>, more: Record<string, unknown> = {}) =>
  JSON.stringify({
    version: 1,
    city: { code: '1', name: 'X', bounds: [0, 0, 1, 1] },
    feeds: [{ id: 'a', record: 'case', source: { type: 'geojson', url: 'a.geojson' }, ...feed }],
    indicators: [],
    ...more,
  })

const pathsOf = (text: string): readonly string[] => {
  const result = parseCatalog(text, null)
  return result.ok ? [] : result.faults.map(({ path }) => path)
}

describe('what a catalog says of a living feed', () => {
  it('gives the defaults of clocks, reporting and rules', () => {
    const result = parseCatalog(
      catalog(
        {
          live: { type: 'sse', url: '/live/a' },
          clock: { limits: { 处置: ['get', 'limit'], 核查: 120 } },
          calendar: 'city',
          reporting: { cycle: ['get', 'cycle'] },
          rules: [{ id: 'high', kind: 'threshold', level: '橙', above: ['get', 'high'] }],
        },
        { calendars: { city: { hours: [['08:30', '12:00']] } } },
      ),
      null,
    )
    if (!result.ok) throw new Error(result.faults.map(({ en }) => en).join())
    expect(result.catalog.feeds[0]).toMatchObject({
      clock: { dueSoon: 0.25 },
      reporting: { late: 2, silent: 6, recover: 2 },
      rules: [{ margin: 0, hold: 0 }],
    })
    expect(result.catalog.calendars.city).toMatchObject({ weekdays: [1, 2, 3, 4, 5], holidays: [], workdays: [] })
  })

  it('names what points nowhere', () => {
    const text = catalog({ calendar: 'city', series: 'b', archive: 'c' })
    expect(pathsOf(text)).toEqual(['feeds[0].series', 'feeds[0].archive', 'feeds[0].calendar'])
  })

  it('names expressions that do not compile, in limits, cycles and rules', () => {
    const text = catalog({
      clock: { limits: { 处置: ['nonsense'] }, roundTheClock: ['get', 2] },
      reporting: { cycle: ['-'] },
      rules: [{ id: 'r', kind: 'rate', level: '红', minutes: 10, rise: ['nonsense'] }],
    })
    expect(pathsOf(text)).toEqual([
      'feeds[0].clock.roundTheClock',
      'feeds[0].clock.limits["处置"]',
      'feeds[0].reporting.cycle',
      'feeds[0].rules[0].rise',
    ])
  })

  it('wants an address of every live feed but the simulated, and each rule once', () => {
    expect(pathsOf(catalog({ live: { type: 'mqtt' } }))).toEqual(['feeds[0].live.url'])
    expect(pathsOf(catalog({ live: { type: 'demo' } }))).toEqual([])
    const rule = { id: 'r', kind: 'silence', level: '黄' }
    expect(pathsOf(catalog({ rules: [rule, rule] }))).toEqual(['feeds[0].rules[1].id'])
  })

  it('refuses hours of no clock and days of no calendar', () => {
    const calendar = { weekdays: [0], hours: [['8:30', '25:00']], holidays: ['2026-02-30'] }
    expect(pathsOf(catalog({ calendar: 'city' }, { calendars: { city: calendar } }))).toEqual(
      expect.arrayContaining([
        'calendars.city.weekdays[0]',
        'calendars.city.hours[0][0]',
        'calendars.city.hours[0][1]',
        'calendars.city.holidays[0]',
      ]),
    )
  })
})
