import { describe, expect, it } from 'vitest'
import { loadCatalog, resolveUrl } from './loadCatalog'

const BASE = 'https://city.example/app/geodata/catalog.json'
const catalog = {
  version: 1,
  city: { code: '1', name: 'X', bounds: [0, 0, 1, 1] },
  feeds: [{ id: 'a', record: 'place', source: { type: 'geojson', url: 'a.geojson' } }],
  indicators: [{ id: 'mine', metrics: { value: { method: 'count', of: 'a' } } }],
  standard: 'rules/standard.json',
}
const standard = {
  indicators: [
    {
      id: 'mine',
      name_zh: '我',
      kind: 'count',
      metrics: [{ id: 'value', name_zh: '值' }],
      stars: [null, null, null, null, null],
    },
  ],
}

function serving(files: Readonly<Record<string, unknown>>) {
  return async (url: string): Promise<Uint8Array> => {
    const file = files[url]
    if (file === undefined) throw new Error('HTTP 404')
    return new TextEncoder().encode(typeof file === 'string' ? file : JSON.stringify(file))
  }
}

describe('loading a catalog', () => {
  const beside = 'https://city.example/app/geodata/rules/standard.json'

  it('brings the standard it names, found beside it', async () => {
    const loaded = await loadCatalog(BASE, serving({ [BASE]: catalog, [beside]: standard }))
    expect(loaded).toMatchObject({ ok: true, standard: { rows: [{ id: 'mine' }] }, url: BASE })
  })

  it('brings the bundled standard where it names none', async () => {
    const loaded = await loadCatalog(BASE, serving({ [BASE]: { ...catalog, standard: undefined, indicators: [] } }))
    expect(loaded.ok && loaded.standard.rows.length).toBe(43)
  })

  it('names what it cannot read', async () => {
    expect(await loadCatalog(BASE, serving({}))).toMatchObject({ ok: false, faults: [{ path: '', found: 'HTTP 404' }] })
    expect(await loadCatalog(BASE, serving({ [BASE]: catalog }))).toMatchObject({
      ok: false,
      faults: [{ path: 'standard', found: 'HTTP 404' }],
    })
  })

  it('names the faults of both files', async () => {
    const faulty = {
      [BASE]: { ...catalog, version: 2 },
      [beside]: { indicators: [{ ...standard.indicators[0], kind: 'x' }] },
    }
    const loaded = await loadCatalog(BASE, serving(faulty))
    expect(!loaded.ok && loaded.faults.map(({ path }) => path)).toEqual(['standard:indicators[0].kind', 'version'])
  })
})

describe('addresses in a catalog', () => {
  it.each([
    ['feeds/a.geojson', 'https://city.example/app/geodata/feeds/a.geojson'],
    ['../a.geojson', 'https://city.example/app/a.geojson'],
    ['/live/cases', 'https://city.example/live/cases'],
    ['https://other.example/a', 'https://other.example/a'],
  ])('%s', (url, expected) => {
    expect(resolveUrl(url, BASE)).toBe(expected)
  })
})
