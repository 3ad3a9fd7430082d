import { describe, expect, it } from 'vitest'
import { readCap } from '../cap'
import { admitCap as admit, bytesOf, capFile, capFiles, refusals } from './capFixture'

/** An alert without its XML head. */
const alert = (identifier: string) => capFile({ identifier }).replace(/^<\?xml.*\n/, '')
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
const ids = (text: string) => admit(text).features.map(({ id }) => id)

const atom = (entries: string, updated = '<updated>2026-09-01T08:00:00+08:00</updated>') =>
  `<feed xmlns="http://www.w3.org/2005/Atom"><id>urn:x</id><title>预警</title>${updated}${entries}</feed>`
const rss = (items: string) =>
  `<rss version="2.0"><channel><title>w</title><pubDate>Tue, 01 Sep 2026 00:00:00 GMT</pubDate>${items}</channel></rss>`
const envelope = (contents: string) =>
  `<EDXLDistribution xmlns="urn:oasis:names:tc:emergency:EDXL:DE:1.0"><distributionID>d</distributionID>
   <dateTimeSent>2026-09-01T08:00:00+08:00</dateTimeSent><distributionStatus>Actual</distributionStatus>${contents}</EDXLDistribution>`
const content = (inner: string) =>
  `<contentObject><xmlContent><embeddedXMLContent>${inner}</embeddedXMLContent></xmlContent></contentObject>`

describe('alerts are found', () => {
  it('in a list under any root', () => {
    expect(ids(capFiles({ identifier: 'A1' }, { identifier: 'A2' }))).toEqual(['A1', 'A2'])
    expect(ids(`<warnings>${alert('A1')}${alert('A2')}</warnings>`)).toEqual(['A1', 'A2'])
    expect(ids(`<alerts><group>${alert('A1')}</group>${alert('A2')}</alerts>`)).toEqual(['A1', 'A2'])
  })

  it('inside an EDXL-DE envelope, and inside a SOAP one', () => {
    expect(ids(envelope(content(alert('A1')) + content(alert('A2'))))).toEqual(['A1', 'A2'])
    const soap = `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><r>${alert('A1')}</r></s:Body></s:Envelope>`
    expect(ids(soap)).toEqual(['A1'])
  })

  it('inside the entries of Atom and RSS, as elements or as text', () => {
    const entry = (inner: string) =>
      `<entry><id>e</id><title>t</title><content type="text/xml">${inner}</content></entry>`
    expect(ids(atom(entry(alert('A1')) + entry(alert('A2'))))).toEqual(['A1', 'A2'])
    expect(ids(atom(entry(escaped(alert('A1')))))).toEqual(['A1'])
    expect(ids(atom(entry(`<![CDATA[${capFile({ identifier: 'A1' })}]]>`)))).toEqual(['A1'])
    expect(ids(entry(alert('A1')))).toEqual(['A1'])
    expect(ids(rss(`<item><title>t</title><description>${escaped(alert('A1'))}</description></item>`))).toEqual(['A1'])
  })

  it('settled across the entries of a feed', () => {
    const cancel = capFile({
      identifier: 'A2',
      sent: '2026-09-01T07:00:00+08:00',
      msgType: 'Cancel',
      references: 'met@example.gov.cn,A1,2026-09-01T06:00:00+08:00',
      info: undefined,
    }).replace(/^<\?xml.*\n/, '')
    const text = atom(`<entry><content>${cancel}</content></entry><entry><content>${alert('A1')}</content></entry>`)
    expect(admit(text).features.map(({ id, properties }) => [id, properties.until])).toEqual([
      ['A1', '2026-09-01T07:00:00+08:00'],
    ])
  })
})

describe('an entry that holds no alert', () => {
  it('is refused by its name: nobody knows what it warns of', () => {
    const pointer = '<entry><id>urn:e1</id><title>暴雨红色预警</title><link href="https://x.cn/1.xml"/></entry>'
    expect(refusals(atom(pointer))).toEqual([['urn:e1', 'alert', 'cap-pointer']])
    expect(refusals(rss('<item><title>t</title><link>https://x.cn/1.xml</link></item>'))).toEqual([
      ['t', 'alert', 'cap-pointer'],
    ])
    expect(refusals(envelope('<contentObject><contentDescription>pdf</contentDescription></contentObject>'))).toEqual([
      ['pdf', 'alert', 'cap-pointer'],
    ])
    expect(refusals('<alerts><alert/></alerts>')).toEqual([[null, 'identifier', 'cap-missing']])
    expect(refusals('<alert/>')).toEqual([[null, 'identifier', 'cap-missing']])
  })
})

describe('a list of nothing', () => {
  it('is a calm day, with the time the list gives', () => {
    const eight = Date.parse('2026-09-01T08:00:00+08:00')
    for (const text of [atom(''), rss(''), envelope('')]) {
      const { features, report } = admit(text)
      expect(features).toEqual([])
      expect(report).toMatchObject({ read: 0, accepted: 0, quarantined: [], asOf: eight })
      expect(report.asOfReading).toBeUndefined()
    }
    const sent = '<alerts><sent>2026-09-01T08:00:00+08:00</sent></alerts>'
    expect(admit(sent).report.asOf).toBe(eight)
  })

  it('without a time has that of its reading', () => {
    for (const text of ['<alerts/>', '<cap:alerts xmlns:cap="urn:x"></cap:alerts>', '<alertList/>', atom('', '')]) {
      expect(admit(text).report).toMatchObject({ read: 0, asOf: null, asOfReading: true })
    }
  })

  it('is not one that holds something', () => {
    expect(admit(capFiles({ status: 'Test' })).report.asOfReading).toBeUndefined()
    expect(admit('<alerts><alert/></alerts>').report).toMatchObject({ asOf: null })
    expect(admit('<alerts><alert/></alerts>').report.asOfReading).toBeUndefined()
  })

  it('is no web page and no other document', () => {
    for (const text of [
      '<html><body><p>ok</p></body></html>',
      '<Error><Code>NoSuchKey</Code></Error>',
      '<kml/>',
      '<a/>',
    ]) {
      expect(readCap(bytesOf(text))).toMatchObject({ ok: false, failure: { reason: { code: 'not-cap' } } })
    }
  })
})
