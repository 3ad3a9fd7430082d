import { describe, expect, it } from 'vitest'
import { hasSecret, withoutSecrets } from './withoutSecrets'

describe('secrets of an address', () => {
  it.each([
    ['https://ann:pa%40ss@data.example/a.geojson', 'https://***@data.example/a.geojson'],
    ['https://ann@data.example:8443/a', 'https://***@data.example:8443/a'],
    ['mqtt://u:p@broker/', 'mqtt://***@broker/'],
    ['a.geojson?token=abc&page=2', 'a.geojson?token=***&page=2'],
    ['https://x/a?page=2&KEY=abc#access_token=def', 'https://x/a?page=2&KEY=***#access_token=***'],
    [
      'https://s3.example/a?X-Amz-Signature=ab12&X-Amz-Credential=k%2F2026&X-Amz-Date=2026',
      'https://s3.example/a?X-Amz-Signature=***&X-Amz-Credential=***&X-Amz-Date=2026',
    ],
    [
      '/wfs?api_key=1&apikey=2&authToken=3&sig=4&password=5',
      '/wfs?api_key=***&apikey=***&authToken=***&sig=***&password=***',
    ],
    ['/t?%74oken=abc', '/t?%74oken=***'],
    ['https://t.tianditu.gov.cn/img?tk=abc&ak=d', 'https://t.tianditu.gov.cn/img?tk=***&ak=***'],
  ])('%s', (address, shown) => {
    expect(withoutSecrets(address)).toBe(shown)
    expect(hasSecret(address)).toBe(true)
    expect(withoutSecrets(shown)).toBe(shown)
    expect(hasSecret(shown)).toBe(false)
  })

  it('go wherever the address stands in a sentence', () => {
    expect(withoutSecrets('cannot read https://a:b@x/y?sig=1: HTTP 403')).toBe(
      'cannot read https://***@x/y?sig=*** HTTP 403',
    )
    expect(withoutSecrets('读不到 "https://x/y?sig=1"：HTTP 403')).toBe('读不到 "https://x/y?sig=***"：HTTP 403')
  })

  it.each([
    'https://data.example/a.geojson?page=2&keyword=school&monkey=1&design=2',
    'feeds/a.geojson',
    'ann@example.org',
    'https://x/@scope/a.json',
    'a = b',
  ])('are none in %s', (address) => {
    expect(withoutSecrets(address)).toBe(address)
  })
})

it('secrets of an address within an address go, too, written as it is or encoded', () => {
  const inner = 'https://data.test/c.json?token=abc'
  expect(withoutSecrets(`https://city.test/?catalog=${inner}#/plan`)).toBe(
    'https://city.test/?catalog=https://data.test/c.json?token=***#/plan',
  )
  const encoded = withoutSecrets(`https://city.test/?catalog=${encodeURIComponent(inner)}&page=1`)
  expect(encoded).not.toContain('abc')
  expect(new URL(encoded).searchParams.get('catalog')).toBe('https://data.test/c.json?token=***')
  expect(withoutSecrets(encoded)).toBe(encoded)
  expect(withoutSecrets('https://city.test/?q=100%25&at=%E9%82%B9')).toBe('https://city.test/?q=100%25&at=%E9%82%B9')
})
