import { distance, area as turfArea } from '@turf/turf'
import type { Feature, MultiPolygon, Polygon } from 'geojson'
import { describe, expect, it } from 'vitest'
import { readCap } from './cap'
import { POINT_RADIUS } from './cap/capArea'
import {
  admitCap as admit,
  BOX,
  bytesOf,
  type CapParts,
  capFile,
  capFiles,
  noticed,
  refusals,
  withArea,
  withInfo,
} from './cap/capFixture'

function failure(text: string) {
  const result = readCap(bytesOf(text))
  if (result.ok) throw new Error('was read')
  return result.failure
}

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

  it('is off the map where latitude and longitude stand the wrong way round, and the layer says so', () => {
    const swapped = BOX.split(' ')
      .map((pair) => pair.split(',').reverse().join(','))
      .join(' ')
    const { features, report } = admit(capFile(withArea({ areaDesc: '东镇', polygon: swapped })))
    expect(features).toMatchObject([{ id: 'A1', geometry: null, properties: { level: '橙' } }])
    expect(report.quarantined).toEqual([])
    expect(noticed(report)).toEqual(['layer-swapped', 'warning-not-on-map', 'warning-area-unusable'])
  })

  it('that lies elsewhere is none of this city, and is refused by name', () => {
    // The city is 116.5..117.5 by 34.5..35.5; half of that is added on each side.
    const elsewhere = '38,120 38,121 39,121 39,120 38,120'
    expect(refusals(capFile(withArea({ areaDesc: '邻县', polygon: elsewhere })))).toEqual([
      ['A1', 'geometry', 'outside-city'],
    ])
  })

  it('closes a ring that was left open and says so', () => {
    const open = BOX.split(' ').slice(0, 4).join(' ')
    const { features, report } = admit(capFile(withArea({ areaDesc: '东镇', polygon: open })))
    expect((features[0]!.geometry as Polygon).coordinates[0]).toHaveLength(5)
    expect(report.notices.map(({ reason }) => reason.code)).toEqual(['ring-closed'])
  })

  it('is wider than the county where the whole prefecture is warned', () => {
    const wide = '33,114 33,119 37,119 37,114 33,114'
    const { features, report } = admit(capFile(withArea({ areaDesc: '全市', polygon: wide })))
    expect(report.quarantined).toEqual([])
    expect((features[0]!.geometry as Polygon).coordinates[0]![0]).toEqual([114, 33])
    // One corner within the city, the others far away.
    const across = '35,117 35,125 38,125 35,117'
    expect(admit(capFile(withArea({ areaDesc: '东部', polygon: across }))).features[0]?.geometry).not.toBeNull()
  })

  it('told by words or codes alone is not on the map, and the alert stands with its level and words', () => {
    const code = { valueName: 'GB/T 2260', value: '370883' }
    for (const area of [{ areaDesc: '东镇' }, { areaDesc: '东镇', geocode: code }, undefined]) {
      const { features, report } = admit(capFile(withInfo({ area })))
      expect(features).toMatchObject([{ id: 'A1', geometry: null, properties: { level: '橙', name: '暴雨橙色预警' } }])
      expect(noticed(report)).toEqual(['warning-not-on-map'])
    }
    expect(admit(capFile(withArea({ areaDesc: '东镇', geocode: code }))).features[0]?.properties).toMatchObject({
      unplaced: '东镇',
      geocode: ['GB/T 2260=370883'],
    })
    // GB/T 35965 writes the value alone.
    expect(admit(capFile(withArea({ areaDesc: '东镇', geocode: '370883' }))).features[0]?.properties.geocode).toEqual([
      '=370883',
    ])
  })

  it('is read with blanks beside the commas', () => {
    const spaced = BOX.replaceAll(',', ' , ')
    expect(admit(capFile(withArea({ areaDesc: '东镇', polygon: spaced }))).features).toEqual(admit(capFile()).features)
    const circle = (text: string) => admit(capFile(withArea({ areaDesc: '厂', circle: text }))).features[0]?.geometry
    expect(circle('35.2, 117.1 5')).toEqual(circle('35.2,117.1 5'))
  })

  it('of radius 0 is a point: a small disc round it', () => {
    const { features, report } = admit(capFile(withArea({ areaDesc: '化工厂', circle: '35.1,117.1 0.0' })))
    const ring = (features[0]!.geometry as Polygon).coordinates[0]!
    for (const position of ring) {
      expect(distance([117.1, 35.1], position, { units: 'meters' })).toBeCloseTo(POINT_RADIUS, -0.5)
    }
    expect(noticed(report)).toEqual(['cap-point'])
  })

  it('that cannot be read takes no alert away, nor the figures that can', () => {
    const place = (area: CapParts) => admit(capFile(withArea({ areaDesc: '东镇', ...area })))
    const bad = { polygon: ['35,117 35,118 36,118', BOX.replaceAll(',', ' '), '?'] }
    for (const polygon of bad.polygon) {
      const { features, report } = place({ polygon })
      expect(features.map(({ id, geometry }) => [id, geometry])).toEqual([['A1', null]])
      expect(noticed(report)).toEqual(['warning-not-on-map', 'cap-polygon'])
    }
    for (const circle of ['35,117', '35,117 -2', '35 117 2', '35,117 far', '35,117 1 2', '35,117 9e9']) {
      const { features, report } = place({ circle })
      expect(features.map(({ id, geometry }) => [id, geometry])).toEqual([['A1', null]])
      expect(noticed(report)).toEqual(['warning-not-on-map', 'cap-circle'])
    }
    const half = place({ polygon: [BOX, '?'] })
    expect(half.features[0]?.geometry).toMatchObject({ type: 'Polygon' })
    expect(half.features[0]?.properties.unplaced).toBe('东镇')
    expect(noticed(half.report)).toEqual(['cap-polygon'])
  })
})

it('quarantines an alert that lacks what it needs, by its id, and keeps the others', () => {
  const found = refusals(
    capFiles(
      { identifier: 'good' },
      { identifier: 'vague', status: 'Perhaps' },
      { identifier: 'other', msgType: 'Bulletin' },
      { identifier: undefined },
      { identifier: 'unsent', sent: undefined },
      { identifier: 'badly-sent', sent: 'soon' },
      { identifier: 'empty', info: undefined },
      { identifier: 'endless', ...withInfo({ expires: 'later' }) },
      { identifier: 'eventless', ...withInfo({ event: undefined }) },
    ),
  )
  expect(found).toEqual([
    ['vague', 'status', 'cap-status'],
    ['other', 'msgType', 'cap-type'],
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
