import { distance, area as turfArea } from '@turf/turf'
import type { Feature, MultiPolygon, Polygon } from 'geojson'
import { describe, expect, it } from 'vitest'
import { catalogSchema } from '#catalog/schema.ts'
import { admitFeed } from '../door/admitFeed'
import { readCap } from './cap'
import { BOX, bytesOf, type CapParts, capFile, capFiles, INFO } from './cap/capFixture'

const { city, feeds } = catalogSchema.parse({
  version: 1,
  city: { code: '000000', name: '示例县', bounds: [116.5, 34.5, 117.5, 35.5] },
  feeds: [{ id: 'warnings', record: 'warning', source: { type: 'cap', url: 'warnings.xml' } }],
  indicators: [],
})

/** Through the door, as the page and the command line read it. */
function admit(text: string) {
  const admission = admitFeed(bytesOf(text), feeds[0]!, city)
  if (!admission.ok) throw new Error(admission.failure.reason.en)
  return admission
}

function failure(text: string) {
  const result = readCap(bytesOf(text))
  if (result.ok) throw new Error('was read')
  return result.failure
}

const refusals = (text: string) =>
  admit(text).report.quarantined.map(({ id, field, reason }) => [id, field, reason.code])

const withInfo = (parts: CapParts): CapParts => ({ info: { ...INFO, ...parts } })
const withArea = (area: CapParts): CapParts => withInfo({ area })

describe('one alert', () => {
  it('becomes a warning with its words, level, times and area', () => {
    const { features, report } = admit(capFile())
    expect(features).toHaveLength(1)
    expect(features[0]).toMatchObject({
      id: 'A1',
      time: Date.parse('2026-09-01T06:00:00+08:00'),
      properties: {
        name: '暴雨橙色预警',
        kind: '暴雨',
        level: '橙',
        level_from: 'severity Severe',
        text: '未来三小时雨量可达五十毫米以上',
        issuer: '县气象局',
        towns: '东镇',
        until: '2026-09-01T12:00:00+08:00',
      },
    })
    expect(report).toMatchObject({ read: 1, accepted: 1, repaired: 0, notices: [] })
    expect(report.asOf).toBe(Date.parse('2026-09-01T06:00:00+08:00'))
  })

  it('has longitude first, from CAP’s latitude first, and goes anticlockwise whichever way it was written', () => {
    const ring = [
      [117, 35],
      [117.1, 35],
      [117.1, 35.1],
      [117, 35.1],
      [117, 35],
    ]
    expect(admit(capFile()).features[0]?.geometry).toEqual({ type: 'Polygon', coordinates: [ring] })
    const backwards = BOX.split(' ').reverse().join('\n      ')
    const turned = admit(capFile(withArea({ areaDesc: '东镇', polygon: backwards })))
    expect(turned.features[0]?.geometry).toEqual({ type: 'Polygon', coordinates: [ring] })
    expect(turned.report.repaired).toBe(0)
  })

  it('reads prefixed names, character references, CDATA and a byte order mark', () => {
    const text = `\uFEFF<?xml version="1.0"?>
<!-- sent by hand -->
<cap:alert xmlns:cap="urn:oasis:names:tc:emergency:cap:1.2">
  <cap:identifier>007</cap:identifier><cap:sender>a@b</cap:sender><cap:sent>2026-09-01T06:00:00+08:00</cap:sent>
  <cap:status>Actual</cap:status><cap:msgType>Alert</cap:msgType><cap:scope>Public</cap:scope>
  <cap:info><cap:language>zh-CN</cap:language><cap:event>&#22823;&#x96FE; &amp; &lt;b&gt;</cap:event>
  <cap:description><![CDATA[能见度 <50 米]]></cap:description>
  <cap:area><cap:areaDesc>东镇</cap:areaDesc><cap:polygon>${BOX}</cap:polygon></cap:area></cap:info>
</cap:alert>`
    expect(admit(text).features[0]).toMatchObject({
      id: '007',
      properties: { kind: '大雾 & <b>', text: '能见度 <50 米' },
    })
  })
})

describe('its level', () => {
  const levelOf = (parts: CapParts) => admit(capFile(withInfo(parts))).features[0]?.properties

  it('is the colour a parameter or event code names, before CAP’s own scale', () => {
    const parameter = { valueName: 'ColorCode', value: 'Red' }
    expect(levelOf({ parameter })).toMatchObject({ level: '红', level_from: 'ColorCode Red', severity: 'Severe' })
    const eventCode = [
      { valueName: 'River', value: '黄河' },
      { valueName: '预警级别', value: '蓝色' },
    ]
    expect(levelOf({ eventCode })).toMatchObject({ level: '蓝', level_from: '预警级别 蓝色' })
    expect(levelOf({ severity: 'Yellow' })).toMatchObject({ level: '黄' })
  })

  it('is else CAP’s severity in four steps, and unknown where that is', () => {
    const steps = ['Extreme', 'Severe', 'Moderate', 'Minor', 'Unknown'].map((severity) => levelOf({ severity })?.level)
    expect(steps).toEqual(['红', '橙', '黄', '蓝', undefined])
  })
})

describe('its area', () => {
  it('makes a circle of kilometres a ring of the circle’s area', () => {
    const { features } = admit(capFile(withArea({ areaDesc: '化工园', circle: '35.2,117.1 5' })))
    const geometry = features[0]!.geometry as Polygon
    const ring = geometry.coordinates[0]!
    expect(ring).toHaveLength(97)
    for (const position of ring) {
      const metres = distance([117.1, 35.2], position, { units: 'meters' })
      // √(δ / sin δ) − 1 of a 96th of a circle is 0.0357 %: 1.8 m of 5 km.
      expect(metres).toBeGreaterThan(5000)
      expect(metres).toBeLessThan(5002)
    }
    const disc: Feature<Polygon> = { type: 'Feature', properties: {}, geometry }
    // π · 5000² = 78 539 816 m²; a spherical cap of that radius is 4 m² smaller.
    expect(Math.abs(turfArea(disc) / 78_539_816 - 1)).toBeLessThan(1e-4)
  })

  it('joins several polygons and circles, and keeps names and geocodes', () => {
    const area = [
      { areaDesc: '东镇', polygon: BOX, geocode: { valueName: 'GB2260', value: '370883' } },
      { areaDesc: '西镇', polygon: '35,116.8 35,116.9 35.1,116.9 35,116.8', circle: '35.3,117.2 1.5' },
      { areaDesc: '北镇', geocode: { valueName: 'GB2260', value: '370811' } },
    ]
    const { geometry, properties } = admit(capFile(withInfo({ area }))).features[0]!
    expect((geometry as MultiPolygon).coordinates).toHaveLength(3)
    expect(properties).toMatchObject({
      towns: '东镇、西镇、北镇',
      unplaced: '北镇',
      geocode: ['GB2260=370883', 'GB2260=370811'],
    })
  })

  it('is quarantined where latitude and longitude stand the wrong way round, and the layer says so', () => {
    const swapped = BOX.split(' ')
      .map((pair) => pair.split(',').reverse().join(','))
      .join(' ')
    const { features, report } = admit(capFile(withArea({ areaDesc: '东镇', polygon: swapped })))
    expect(features).toEqual([])
    expect(report.quarantined).toMatchObject([{ id: 'A1', reason: { code: 'out-of-range' } }])
    expect(report.notices.map(({ reason }) => reason.code)).toContain('layer-swapped')
  })

  it('closes a ring that was left open and says so', () => {
    const open = BOX.split(' ').slice(0, 4).join(' ')
    const { features, report } = admit(capFile(withArea({ areaDesc: '东镇', polygon: open })))
    expect((features[0]!.geometry as Polygon).coordinates[0]).toHaveLength(5)
    expect(report.notices.map(({ reason }) => reason.code)).toEqual(['ring-closed'])
  })

  it('is needed, and must be readable', () => {
    const place = (area: CapParts) => refusals(capFile(withArea({ areaDesc: '东镇', ...area })))
    expect(place({})).toEqual([['A1', 'info[0].area', 'cap-no-area']])
    expect(place({ polygon: '35,117 35,118 36,118' })).toEqual([['A1', 'info[0].area[0].polygon', 'cap-polygon']])
    expect(place({ polygon: BOX.replaceAll(',', ' ') })).toEqual([['A1', 'info[0].area[0].polygon', 'cap-polygon']])
    for (const circle of ['35,117', '35,117 0', '35,117 -2', '35 117 2', '35,117 far', '35,117 1 2']) {
      expect(place({ circle })).toEqual([['A1', 'info[0].area[0].circle', 'cap-circle']])
    }
  })
})

describe('several infos', () => {
  const english: CapParts = {
    ...INFO,
    language: 'en-US',
    event: 'Rainstorm',
    headline: 'Orange warning of rainstorm',
    description: 'More than 50 mm within three hours',
    senderName: 'County Meteorological Bureau',
    area: { areaDesc: 'Dongzhen', polygon: BOX },
  }

  it('of two languages are one warning, Chinese first whatever their order', () => {
    for (const info of [
      [INFO, english],
      [english, INFO],
    ]) {
      const { features } = admit(capFile({ info }))
      expect(features.map(({ id }) => id)).toEqual(['A1'])
      expect(features[0]?.properties).toMatchObject({
        name: '暴雨橙色预警',
        name_en: 'Orange warning of rainstorm',
        kind_en: 'Rainstorm',
        text_en: 'More than 50 mm within three hours',
        towns_en: 'Dongzhen',
        issuer_en: 'County Meteorological Bureau',
      })
    }
  })

  it('of two events are two warnings', () => {
    const wind = { ...INFO, event: '大风', headline: '大风蓝色预警', severity: 'Minor' }
    const found = admit(capFile({ info: [INFO, wind] })).features
    expect(found.map(({ id, properties }) => [id, properties.kind, properties.level])).toEqual([
      ['A1#1', '暴雨', '橙'],
      ['A1#2', '大风', '蓝'],
    ])
  })

  it('in English alone are read as they are', () => {
    expect(admit(capFile({ info: english })).features[0]?.properties).toMatchObject({ kind: 'Rainstorm' })
  })
})

describe('updates and cancellations', () => {
  const first = { identifier: 'A1' }
  const references = 'met@example.gov.cn,A1,2026-09-01T06:00:00+08:00'
  const update = {
    identifier: 'A2',
    sent: '2026-09-01T07:00:00+08:00',
    msgType: 'Update',
    references,
    ...withInfo({ headline: '暴雨红色预警', severity: 'Extreme' }),
  }
  const cancel = {
    identifier: 'A3',
    sent: '2026-09-01T08:00:00+08:00',
    msgType: 'Cancel',
    references,
    info: undefined,
  }
  const standing = (...alerts: CapParts[]) =>
    admit(capFiles(...alerts)).features.map(({ id, properties }) => [id, properties.level, properties.until])

  it('an update replaces what it refers to, whatever the order of the file', () => {
    const until = '2026-09-01T12:00:00+08:00'
    expect(standing(first, update)).toEqual([['A2', '红', until]])
    expect(standing(update, first)).toEqual([['A2', '红', until]])
    expect(standing(first, { ...update, references: references.replace('A1', 'A9') })).toHaveLength(2)
    expect(standing(first, { ...update, references: references.replace('met@', 'other@') })).toHaveLength(2)
  })

  it('a cancellation ends what it refers to when it was sent, and is no warning of its own', () => {
    expect(standing(first, cancel)).toEqual([['A1', '橙', '2026-09-01T08:00:00+08:00']])
    // One that comes after the end changes nothing of it.
    const after = { ...cancel, sent: '2026-09-01T13:00:00+08:00' }
    expect(standing(first, after)).toEqual([['A1', '橙', '2026-09-01T12:00:00+08:00']])
    expect(admit(capFiles(cancel)).features).toEqual([])
    expect(admit(capFiles(cancel)).report.asOf).toBe(Date.parse('2026-09-01T08:00:00+08:00'))
  })

  it('a cancellation of the update and the first ends what stands', () => {
    const both = { ...cancel, references: `${references} met@example.gov.cn,A2,2026-09-01T07:00:00+08:00` }
    expect(standing(first, update, both)).toEqual([['A2', '红', '2026-09-01T08:00:00+08:00']])
  })

  it('an update that cannot be read leaves the earlier alert standing', () => {
    const broken = { ...update, ...withArea({ areaDesc: '东镇', polygon: '?' }) }
    expect(standing(first, broken)).toEqual([['A1', '橙', '2026-09-01T12:00:00+08:00']])
    expect(refusals(capFiles(first, broken))).toEqual([['A2', 'info[0].area[0].polygon', 'cap-polygon']])
  })
})

it('quarantines an alert that is none or lacks what it needs, by its id, and keeps the others', () => {
  const found = refusals(
    capFiles(
      { identifier: 'good' },
      { identifier: 'exercise', status: 'Exercise' },
      { identifier: 'ack', msgType: 'Ack' },
      { identifier: undefined },
      { identifier: 'unsent', sent: undefined },
      { identifier: 'badly-sent', sent: 'soon' },
      { identifier: 'empty', info: undefined },
      { identifier: 'endless', ...withInfo({ expires: 'later' }) },
      { identifier: 'eventless', ...withInfo({ event: undefined }) },
    ),
  )
  expect(found).toEqual([
    ['exercise', 'status', 'cap-not-actual'],
    ['ack', 'msgType', 'cap-not-alert'],
    [null, 'identifier', 'cap-missing'],
    ['unsent', 'sent', 'cap-missing'],
    ['badly-sent', 'sent', 'cap-time'],
    ['empty', 'info', 'cap-missing'],
    ['endless', 'info[0].expires', 'cap-time'],
    ['eventless', 'info[0].event', 'cap-missing'],
  ])
})

describe('a file that cannot be read', () => {
  it('fails with the line', () => {
    // XML head, alert, identifier, sender, sent, status, msgType, scope, info, language, category, event: line 12.
    expect(failure(capFile().replace('</event>', '</evnt>'))).toMatchObject({ reason: { code: 'not-xml' }, line: 12 })
    expect(failure('{"type": "FeatureCollection"}')).toMatchObject({ reason: { code: 'not-xml' }, line: 1 })
    const cut = capFile().split('\n').slice(0, 12).join('\n')
    expect(failure(cut)).toMatchObject({ reason: { code: 'truncated' }, line: 12, byte: bytesOf(cut).length })
    expect(failure('<a/><b/>')).toMatchObject({ reason: { code: 'not-xml' }, line: 1 })
    expect(failure(' \n')).toMatchObject({ reason: { code: 'empty' } })
    expect(failure('<html><body/></html>')).toMatchObject({ reason: { code: 'not-cap' } })
    // GB18030: byte 3 could begin a character of UTF-8, byte 4 cannot go on with it.
    const foreign = readCap(new Uint8Array([0x3c, 0x61, 0x3e, 0xd6, 0xd0, 0x3c, 0x2f, 0x61, 0x3e]))
    expect(foreign).toMatchObject({ ok: false, failure: { reason: { code: 'not-utf8' }, byte: 4 } })
  })

  it('refuses entity bombs, outside entities and deep nesting', () => {
    const bomb = `<?xml version="1.0"?>
<!DOCTYPE alert [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>
<alert><identifier>&c;</identifier></alert>`
    expect(failure(bomb)).toMatchObject({ reason: { code: 'doctype' }, line: 2 })
    const outside = '<!DOCTYPE alert SYSTEM "file:///etc/passwd">\n<alert/>'
    expect(failure(outside)).toMatchObject({ reason: { code: 'doctype' }, line: 1 })
    const deep = `${'<a>'.repeat(5000)}${'</a>'.repeat(5000)}`
    expect(failure(deep)).toMatchObject({ reason: { code: 'not-xml' } })
    expect(failure('<alert><__proto__><x>1</x></__proto__></alert>')).toMatchObject({ reason: { code: 'not-xml' } })
  })

  it('refuses more than 16 MiB, and reads thousands of character references', () => {
    const large = new Uint8Array(16 * 1024 * 1024 + 1)
    expect(readCap(large)).toMatchObject({ ok: false, failure: { reason: { code: 'too-large' } } })
    const text = '&#38632;'.repeat(5000)
    expect(admit(capFile(withInfo({ description: text }))).features[0]?.properties.text).toBe('雨'.repeat(5000))
  })
})
