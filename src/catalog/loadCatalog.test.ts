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

describe('addresses that cannot be used', () => {
  const standing = { ...catalog, standard: undefined, indicators: [] }
  const feed = (more: Record<string, unknown>) => ({ ...standing, feeds: [{ ...catalog.feeds[0], ...more }] })

  it.each([
    [{ ...standing, standard: 'http://[bad' }, 'standard'],
    [feed({ source: { type: 'geojson', url: 'https://a:b:c/x' } }), 'feeds[0].source.url'],
    [feed({ live: { type: 'sse', url: '//[' } }), 'feeds[0].live.url'],
    [feed({ actions: { note: 'http://' } }), 'feeds[0].actions.note'],
    [feed({ source: { type: 'geojson', url: 'file:///etc/passwd' } }), 'feeds[0].source.url'],
    [{ ...standing, standard: 'FILE:///etc/standard.json' }, 'standard'],
  ])('are faults of the catalog, by path: %j', async (faulty, path) => {
    const asked: string[] = []
    const loaded = await loadCatalog(BASE, (url) => {
      asked.push(url)
      return serving({ [BASE]: faulty })(url)
    })
    expect(!loaded.ok && loaded.faults.map((fault) => fault.path)).toEqual([path])
    expect(asked).toEqual([BASE])
  })

  it('are not those of a file beside a catalog that is a file itself', async () => {
    const here = 'file:///srv/city/catalog.json'
    const local = feed({ source: { type: 'geojson', url: 'file:///srv/data/a.geojson' } })
    expect((await loadCatalog(here, serving({ [here]: local }))).ok).toBe(true)
  })

  it('are shown without their secrets', async () => {
    const loaded = await loadCatalog(
      BASE,
      serving({ [BASE]: { ...standing, standard: 'https://u:pw@[bad?token=abc' } }),
    )
    expect(JSON.stringify(!loaded.ok && loaded.faults)).not.toMatch(/pw|abc/)
    const missing = await loadCatalog(`${BASE}?token=abc`, serving({}))
    expect(JSON.stringify(!missing.ok && missing.faults)).toContain('catalog.json?token=***')
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
