import type { Polygon } from 'geojson'
import { describe, expect, it } from 'vitest'
import {
  admitCap as admit,
  BOX,
  type CapParts,
  capFiles,
  INFO,
  noticed,
  refusals,
  withArea,
  withInfo,
} from './capFixture'

const at = (clock: string) => `2026-09-01T${clock}:00+08:00`
const UNTIL = at('12:00')

/** Sent at 06:00, orange, until 12:00, over the box. */
const first: CapParts = { identifier: 'A1' }
const references = `met@example.gov.cn,A1,${at('06:00')}`
const update: CapParts = {
  identifier: 'A2',
  sent: at('07:00'),
  msgType: 'Update',
  references,
  ...withInfo({ headline: '暴雨红色预警', severity: 'Extreme', expires: at('15:00') }),
}
const cancel: CapParts = { identifier: 'A3', sent: at('08:00'), msgType: 'Cancel', references, info: undefined }

/** Id, level and end of what stands, or stood. */
const standing = (...alerts: CapParts[]) =>
  admit(capFiles(...alerts)).features.map(({ id, properties }) => [id, properties.level, properties.until])

/** The same in every order of the file. */
function inAnyOrder(alerts: readonly CapParts[], expected: readonly unknown[]): void {
  for (const order of orders(alerts)) expect(standing(...order).toSorted()).toEqual(expected)
}
const orders = <Value>(values: readonly Value[]): Value[][] =>
  values.length === 0
    ? [[]]
    : values.flatMap((value, index) => orders(values.toSpliced(index, 1)).map((rest) => [value, ...rest]))

describe('an update', () => {
  it('replaces what it refers to, whatever the order of the file', () => {
    inAnyOrder([first, update], [['A2', '红', at('15:00')]])
  })

  it('leaves standing what it does not refer to', () => {
    expect(standing(first, { ...update, references: references.replace('A1', 'A9') })).toHaveLength(2)
    expect(standing(first, { ...update, references: references.replace('met@', 'other@') })).toHaveLength(2)
    expect(standing(first, { ...update, references: undefined })).toHaveLength(2)
  })

  it('of several replaces all of them; of a chain the last stands', () => {
    const other = { ...first, identifier: 'B1' }
    const both = { ...update, references: `${references}\n  met@example.gov.cn,B1,${at('06:00')}` }
    inAnyOrder([first, other, both], [['A2', '红', at('15:00')]])
    const third = { ...update, identifier: 'A4', sent: at('07:30'), references: `met@example.gov.cn,A2,${at('07:00')}` }
    inAnyOrder([first, update, third], [['A4', '红', at('15:00')]])
  })

  it('keeps the area of what it updates where it gives none, with its own words and end', () => {
    for (const area of [{ areaDesc: '全县', geocode: { valueName: 'GB/T 2260', value: '000000' } }, undefined]) {
      const bare = { ...update, ...withInfo({ headline: '继续', severity: 'Extreme', expires: at('15:00'), area }) }
      for (const order of orders([first, bare])) {
        const { features, report } = admit(capFiles(...order))
        expect(features).toHaveLength(1)
        expect(features[0]).toMatchObject({ id: 'A2', properties: { name: '继续', level: '红', until: at('15:00') } })
        expect((features[0]!.geometry as Polygon).coordinates[0]).toHaveLength(5)
        expect(features[0]!.properties.towns).toBe(area ? '全县' : '东镇')
        expect(noticed(report)).toEqual(['cap-area-kept'])
      }
    }
  })

  it('keeps the area of what only an earlier reading had, and keeps it for as long as it is read', () => {
    const bare = { ...update, ...withInfo({ area: undefined }) }
    const next = { ...bare, identifier: 'A4', sent: at('08:00'), references: `met@example.gov.cn,A2,${at('07:00')}` }
    const ringOf = (read: ReturnType<typeof admit>) => read.features.map(({ id, geometry }) => [id, geometry?.type])
    const begun = admit(capFiles(first))
    const updated = admit(capFiles(bare), begun.remembered)
    expect(ringOf(admit(capFiles(bare)))).toEqual([['A2', undefined]])
    expect(updated.features[0]?.geometry).toEqual(begun.features[0]?.geometry)
    expect(noticed(updated.report)).toEqual(['cap-area-kept'])
    // The same file again, one that has nothing for a while, and a later link of the chain.
    const again = admit(capFiles(bare), updated.remembered)
    expect(ringOf(again)).toEqual([['A2', 'Polygon']])
    const calm = admit(capFiles(cancel), again.remembered)
    expect(ringOf(admit(capFiles(next), calm.remembered))).toEqual([['A4', 'Polygon']])
    // What is about another alert has nothing of it.
    expect(ringOf(admit(capFiles({ ...bare, references: references.replace('A1', 'A9') }), begun.remembered))).toEqual([
      ['A2', undefined],
    ])
    // Its own area wins.
    const elsewhere = { ...update, ...withArea({ areaDesc: '西镇', polygon: '35,117 35,117.05 35.05,117.05 35,117' }) }
    const placed = admit(capFiles(elsewhere), begun.remembered).features[0]
    expect(placed?.geometry?.type === 'Polygon' && placed.geometry.coordinates[0]).toHaveLength(4)
  })

  it('remembers no more than the newest few hundred alerts', () => {
    const many = Array.from({ length: 600 }, (_, index) => ({
      identifier: `B${index}`,
      sent: new Date(Date.parse(at('01:00')) + index * 1000).toISOString(),
    }))
    const { remembered } = admit(capFiles(...many))
    expect(remembered).toHaveLength(500)
    expect(remembered.map(({ identifier }) => identifier)).not.toContain('B99')
    expect(remembered.map(({ identifier }) => identifier)).toContain('B100')
  })

  it('keeps the codes of what it updates where it says no place at all', () => {
    const coded = { ...first, ...withArea({ areaDesc: '全县', geocode: { valueName: 'GB/T 2260', value: '000000' } }) }
    const { features } = admit(capFiles(coded, { ...update, ...withInfo({ area: undefined }) }))
    expect(features.map(({ id, properties: { geocode, towns } }) => [id, geocode, towns])).toEqual([
      ['A2', ['GB/T 2260=000000'], '全县'],
    ])
  })

  it('keeps the area through a chain, and each event its own', () => {
    const bare = { ...update, ...withArea({ areaDesc: '东镇' }) }
    const third = { ...bare, identifier: 'A4', sent: at('07:30'), references: `met@example.gov.cn,A2,${at('07:00')}` }
    expect(admit(capFiles(third, bare, first)).features).toMatchObject([{ id: 'A4', geometry: { type: 'Polygon' } }])
    const west = '35,116.8 35,116.9 35.1,116.9 35.1,116.8 35,116.8'
    const wind = { ...INFO, event: '大风', severity: 'Minor', area: { areaDesc: '西镇', polygon: west } }
    const two = { ...first, info: [INFO, wind] }
    const still = { ...update, info: [{ ...wind, area: { areaDesc: '西镇' } }] }
    const { features } = admit(capFiles(two, still))
    expect(features.map(({ id, properties }) => [id, properties.kind])).toEqual([['A2', '大风']])
    expect((features[0]!.geometry as Polygon).coordinates[0]![0]).toEqual([116.8, 35])
  })

  it('that cannot be read leaves the earlier alert standing, and is named', () => {
    const broken = { ...update, ...withInfo({ expires: 'later' }) }
    inAnyOrder([first, broken], [['A1', '橙', UNTIL]])
    expect(refusals(capFiles(first, broken))).toEqual([['A2', 'info[0].expires', 'cap-time']])
    const empty = { ...update, info: undefined }
    inAnyOrder([first, empty], [['A1', '橙', UNTIL]])
  })

  it('replaces also what an unreadable one between them was about, of which nothing is left open', () => {
    const broken = { ...update, ...withInfo({ expires: 'later' }) }
    const third = { ...update, identifier: 'A4', sent: at('07:30'), references: `met@example.gov.cn,A2,${at('07:00')}` }
    inAnyOrder([first, broken, third], [['A4', '红', at('15:00')]])
    expect(refusals(capFiles(first, broken, third))).toEqual([])
  })

  it('that takes effect later leaves the earlier one until then', () => {
    const later = { ...update, ...withInfo({ severity: 'Minor', effective: at('10:00'), expires: at('15:00') }) }
    inAnyOrder(
      [first, later],
      [
        ['A1', '橙', at('10:00')],
        ['A2', '蓝', at('15:00')],
      ],
    )
    const atOnce = { ...update, ...withInfo({ severity: 'Minor', effective: at('07:00'), expires: at('15:00') }) }
    inAnyOrder([first, atOnce], [['A2', '蓝', at('15:00')]])
  })

  it('and another that name each other: one stands', () => {
    const mutual = { ...first, msgType: 'Update', references: `met@example.gov.cn,A2,${at('07:00')}` }
    inAnyOrder([mutual, update], [['A2', '红', at('15:00')]])
    // Sent at the same moment.
    const twin = { ...mutual, sent: at('07:00') }
    expect(standing(twin, update)).toHaveLength(1)
    expect(standing(update, twin)).toHaveLength(1)
  })
})

describe('a cancellation', () => {
  it('ends what it refers to when it was sent, and is no warning of its own', () => {
    inAnyOrder([first, cancel], [['A1', '橙', at('08:00')]])
    expect(admit(capFiles(first, cancel)).features[0]?.properties.cancelled).toBe(true)
    // One that comes after the end changes nothing of it.
    expect(standing(first, { ...cancel, sent: at('13:00') })).toEqual([['A1', '橙', UNTIL]])
    expect(admit(capFiles(cancel)).features).toEqual([])
    expect(admit(capFiles(cancel)).report).toMatchObject({ asOf: Date.parse(at('08:00')), quarantined: [] })
  })

  it('of the update and the first ends what stands; of the first alone it ends no update', () => {
    const both = { ...cancel, references: `${references} met@example.gov.cn,A2,${at('07:00')}` }
    inAnyOrder([first, update, both], [['A2', '红', at('08:00')]])
    inAnyOrder([first, update, cancel], [['A2', '红', at('15:00')]])
  })

  it('is known by the identifier alone, by other blanks and another case of the sender', () => {
    const named = (text: string, alert: CapParts = first) => standing(alert, { ...cancel, references: text })[0]?.[2]
    for (const text of [
      'A1',
      `met@example.gov.cn , A1 , ${at('06:00')}`,
      `met@example.gov.cn,\n A1,\n ${at('06:00')}`,
      `Met@Example.gov.cn,A1,${at('06:00')}`,
      'met@example.gov.cn,A1',
      `met@example.gov.cn,A1,2026-09-01 06:00:00+08:00`,
      `met@example.gov.cn,A1,2026-08-31T22:00:00-00:00`,
      `A0 met@example.gov.cn,A1,${at('06:00')}`,
      `met@example.gov.cn,A0,${at('05:00')} met@example.gov.cn,A1,${at('06:00')}`,
    ]) {
      expect([text, named(text)]).toEqual([text, at('08:00')])
    }
    const spaced = { ...first, sender: '示例县 气象局' }
    expect(named(`示例县 气象局,A1,${at('06:00')}`, spaced)).toBe(at('08:00'))
    expect(named(`示例县气象局,A1,${at('06:00')}`, spaced)).toBe(at('08:00'))
    for (const text of ['A11', 'a1', `other@example.gov.cn,A1,${at('06:00')}`, 'other@example.gov.cn,A1']) {
      expect([text, named(text)]).toEqual([text, UNTIL])
    }
    // An identifier alone is one of the same sender.
    expect(named('A1', { ...first, sender: 'other@example.gov.cn' })).toBe(UNTIL)
  })

  it('that names nothing ends nothing, and is named', () => {
    const nothing = { ...cancel, references: undefined }
    inAnyOrder([first, nothing], [['A1', '橙', UNTIL]])
    expect(refusals(capFiles(first, nothing))).toEqual([['A3', 'references', 'cap-cancels-nothing']])
    // Under the name of what it cancels it says enough.
    inAnyOrder([first, { ...nothing, identifier: 'A1' }], [['A1', '橙', at('08:00')]])
  })

  it('does not end what was sent under that name afterwards', () => {
    const again = { ...first, sent: at('09:00') }
    inAnyOrder([cancel, again], [['A1', '橙', UNTIL]])
  })

  it('of what is not in the file concerns nothing', () => {
    const elsewhere = { ...cancel, references: references.replace('A1', 'A7') }
    inAnyOrder([first, elsewhere], [['A1', '橙', UNTIL]])
    expect(refusals(capFiles(first, elsewhere))).toEqual([])
  })

  it('of an alert that cannot be read leaves nothing open', () => {
    const broken = { ...first, ...withInfo({ expires: 'later' }) }
    expect(refusals(capFiles(broken))).toHaveLength(1)
    expect(refusals(capFiles(broken, cancel))).toEqual([])
  })
})

describe('the same message twice', () => {
  it('is one', () => {
    const { features, report } = admit(capFiles(first, first))
    expect(features.map(({ id }) => id)).toEqual(['A1'])
    expect(report).toMatchObject({ read: 1, accepted: 1, repaired: 0 })
    expect(noticed(report)).toEqual(['cap-repeated'])
    // The same moment in another zone.
    expect(standing(first, { ...first, sent: '2026-08-31T22:00:00Z' })).toHaveLength(1)
  })

  it('is two where the sender is another', () => {
    expect(standing(first, { ...first, sender: 'fire@example.gov.cn' })).toHaveLength(2)
  })

  it('loses nothing that only one copy says', () => {
    const wind = { ...INFO, event: '大风', headline: '大风蓝色预警', severity: 'Minor' }
    const found = admit(capFiles(first, { ...first, info: wind })).features
    expect(found.map(({ properties }) => properties.kind)).toEqual(['暴雨', '大风'])
    const english = { ...INFO, language: 'en-US', event: 'Rainstorm', headline: 'Orange warning' }
    expect(admit(capFiles(first, { ...first, info: english })).features).toMatchObject([
      { id: 'A1', properties: { name: '暴雨橙色预警', name_en: 'Orange warning' } },
    ])
  })

  it('is understood where one copy is', () => {
    const broken = { ...first, ...withInfo({ expires: 'later' }) }
    inAnyOrder([first, broken], [['A1', '橙', UNTIL]])
    expect(refusals(capFiles(first, broken))).toEqual([])
  })
})

describe('another message under the same identifier', () => {
  const again = { ...first, sent: at('06:30'), ...withInfo({ severity: 'Moderate', expires: at('14:00') }) }

  it('sent later replaces the earlier, though it does not say so', () => {
    inAnyOrder([first, again], [['A1', '黄', at('14:00')]])
  })

  it('that cannot be read leaves the earlier standing, and is named', () => {
    const broken = { ...again, ...withInfo({ expires: 'later' }) }
    inAnyOrder([first, broken], [['A1', '橙', UNTIL]])
    expect(refusals(capFiles(first, broken))).toHaveLength(1)
  })

  it('keeps the area where it gives none', () => {
    const bare = { ...again, ...withArea({ areaDesc: '东镇' }) }
    expect(admit(capFiles(bare, first)).features).toMatchObject([{ id: 'A1', geometry: { type: 'Polygon' } }])
  })
})

describe('what is no alert to act on', () => {
  it('a test, an exercise, a draft and a message of the system: remarked on, neither alert nor refusal', () => {
    for (const status of ['Test', 'Exercise', 'System', 'Draft', 'test']) {
      const { features, report } = admit(capFiles({ ...first, status }))
      expect(features).toEqual([])
      expect(report.quarantined).toEqual([])
      expect(noticed(report)).toEqual([`cap-${status.toLowerCase()}`])
      // It is not told of for the public, but the sender is heard.
      expect(report.asOf).toBe(Date.parse(at('06:00')))
    }
  })

  it('a test neither replaces nor ends what is actual', () => {
    const tests = [
      { ...update, status: 'Test' },
      { ...cancel, status: 'Exercise' },
    ]
    for (const test of tests) inAnyOrder([first, test], [['A1', '橙', UNTIL]])
  })

  it('a receipt, and a rejection of a message: the alert stands', () => {
    for (const msgType of ['Ack', 'Error']) {
      const receipt = { ...cancel, msgType }
      inAnyOrder([first, receipt], [['A1', '橙', UNTIL]])
      expect(noticed(admit(capFiles(first, receipt)).report)).toEqual([`cap-${msgType.toLowerCase()}`])
    }
  })

  it('an alert for some only is an alert, and says so', () => {
    const restricted = { ...first, scope: 'Restricted', restriction: '仅限应急值守人员' }
    const { features, report } = admit(capFiles(restricted))
    expect(features[0]?.properties.restriction).toBe('仅限应急值守人员')
    expect(noticed(report)).toEqual(['cap-restricted'])
    const given = admit(capFiles({ ...first, scope: 'Private', addresses: 'a@b c@d' }))
    expect(given.features[0]?.properties.restriction).toBe('a@b c@d')
  })

  it('words of the standard in another case are those words', () => {
    inAnyOrder([{ ...first, status: 'ACTUAL', msgType: 'alert' }], [['A1', '橙', UNTIL]])
  })
})

describe('its time', () => {
  it('all clear from the sender ends the event there and then, and no other of the message', () => {
    const wind = { ...INFO, event: '大风', severity: 'Minor' }
    const clear = { ...update, info: [{ ...INFO, responseType: 'AllClear', urgency: 'Past' }, wind] }
    expect(standing(first, clear)).toEqual([
      ['A2#1', '橙', at('07:00')],
      ['A2#2', '蓝', UNTIL],
    ])
    expect(admit(capFiles(first, clear)).features.map(({ properties }) => properties.cancelled)).toEqual([
      true,
      undefined,
    ])
  })

  it('without an end it has none; what is effective or sets in later begins then', () => {
    const endless = admit(capFiles({ ...first, ...withInfo({ expires: undefined }) })).features[0]!
    expect(endless.properties.until).toBeUndefined()
    const begins = (parts: CapParts) => admit(capFiles({ ...first, ...withInfo(parts) })).features[0]?.properties.onset
    expect(begins({ effective: at('09:00') })).toBe(at('09:00'))
    expect(begins({ effective: at('06:00'), onset: at('10:00') })).toBe(at('10:00'))
  })

  it('of the data is that of the newest message understood, endings included', () => {
    const asOf = (...alerts: CapParts[]) => admit(capFiles(...alerts)).report.asOf
    expect(asOf(first, cancel)).toBe(Date.parse(at('08:00')))
    expect(asOf(first, update)).toBe(Date.parse(at('07:00')))
    const broken = { ...update, sent: at('11:00'), ...withInfo({ expires: 'later' }) }
    expect(asOf(first, broken)).toBe(Date.parse(at('06:00')))
  })

  it('as GB/T 35965 writes it', () => {
    const chinese = {
      ...first,
      sent: undefined,
      sendTime: '2026-09-01 06:00:00+08:00',
      ...withInfo({ event: undefined, eventType: '11B03', severity: 'Red' }),
    }
    expect(admit(capFiles(chinese)).features[0]).toMatchObject({
      time: Date.parse(at('06:00')),
      properties: { kind: '11B03', level: '红' },
    })
  })
})

it('several alerts keep the order of the file', () => {
  const ids = ['C', 'A', 'B']
  const alerts = ids.map((identifier, index) => ({ identifier, sent: at(`0${5 - index}:00`), polygon: BOX }))
  expect(standing(...alerts).map(([id]) => id)).toEqual(ids)
})
