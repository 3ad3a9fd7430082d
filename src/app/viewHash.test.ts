import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { initialView, type ViewState, WORKSPACES } from '#state/view.ts'
import { NO_LISTS } from './listsLink'
import { readViewHash, writeViewHash } from './viewHash'

const MAPS = ['panorama', 'events', 'traffic']

describe('view hash', () => {
  it('names workspace and map alone when all else stands at its default', () => {
    expect(writeViewHash({ ...initialView, scope: 'built-up' }, null, 'built-up')).toBe('#/screen/panorama')
  })

  it('restores what it wrote', () => {
    const text = fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/)
    const view = fc.record<ViewState>({
      workspace: fc.constantFrom(...WORKSPACES),
      map: fc.constantFrom(...MAPS),
      scope: fc.option(text),
      layerVisibility: fc.dictionary(text, fc.boolean(), { maxKeys: 4, noNullPrototype: true }),
      layerOpacity: fc.dictionary(text, fc.integer({ min: 10, max: 99 }), { maxKeys: 4, noNullPrototype: true }),
      indicator: fc.option(text),
      metric: fc.option(text),
      lens: fc.option(text),
      camera: fc.option(
        fc.record({
          longitude: fc.integer({ min: -18_000_000, max: 18_000_000 }).map((n) => n / 100_000),
          latitude: fc.integer({ min: -8_000_000, max: 8_000_000 }).map((n) => n / 100_000),
          zoom: fc.integer({ min: 0, max: 2200 }).map((n) => n / 100),
          bearing: fc.integer({ min: -180, max: 180 }).map((n) => n + 0),
          pitch: fc.integer({ min: 0, max: 60 }),
        }),
      ),
      buildings3d: fc.boolean(),
      table: fc.option(text),
      tables: fc.dictionary(
        text,
        fc.record(
          {
            sort: fc.option(fc.record({ column: fc.string({ minLength: 1 }), descending: fc.boolean() })),
            filter: fc.dictionary(fc.string({ minLength: 1 }), fc.array(fc.string(), { minLength: 1, maxLength: 3 }), {
              minKeys: 1,
              maxKeys: 2,
              noNullPrototype: true,
            }),
          },
          { requiredKeys: ['sort'], noNullPrototype: true },
        ),
        { maxKeys: 2, noNullPrototype: true },
      ),
    })
    const selected = fc.option(fc.record({ feed: text, id: fc.string({ minLength: 1 }) }))
    const lists = fc.record({ tool: fc.option(text), everywhere: fc.boolean(), part: fc.option(fc.string()) })
    fc.assert(
      fc.property(view, selected, fc.option(text), lists, (view, selected, defaultScope, lists) => {
        const read = readViewHash(writeViewHash(view, selected, defaultScope, lists), { defaultScope, maps: MAPS })
        expect(read).toEqual({ view, selected, lists, scenario: null, unknown: [] })
      }),
    )
  })

  it('carries feed, order and filter of tables in words', () => {
    const filter = { stage: ['派遣', '上报'], unit: [''] }
    const tables = { cases: { sort: { column: 'due', descending: true }, filter }, teams: { sort: null } }
    const hash = writeViewHash({ ...initialView, workspace: 'plan', table: 'cases', tables }, null)
    expect(decodeURIComponent(hash)).toBe(
      '#/plan/panorama?v=1&table=cases&sort=cases:-due&filter=cases:stage:派遣,上报&filter=cases:unit:&sort=teams:',
    )
    const faulty = [
      'sort=cases',
      'sort=cases:due',
      'sort=:+due',
      'filter=cases:unit',
      'filter=cases:a:b:c',
      'filter=a:b:%E0',
    ]
    const read = readViewHash(
      `#/plan/panorama?v=1&${faulty.map((part) => part.replace('+', '%2B').replace('%E0', '%25E0')).join('&')}`,
      {
        defaultScope: null,
        maps: MAPS,
      },
    )
    expect(read.view.tables).toEqual({})
    expect(read.unknown).toEqual(faulty)
  })

  it('reports the parts it does not know and keeps the rest', () => {
    const { view, unknown } = readViewHash('#/plan/moon?v=9&at=1,2&colour=pink&scope=*', {
      defaultScope: 'built-up',
      maps: MAPS,
    })
    expect(view).toEqual({ ...initialView, workspace: 'plan', scope: null })
    expect(unknown).toEqual(['v=9', 'moon', 'at=1,2', 'colour=pink'])
  })

  it('knows the maps of the city and no others, and opens on its first', () => {
    const city = { defaultScope: null, maps: ['traffic', 'events'] }
    expect(readViewHash('#/plan/traffic', city)).toMatchObject({ view: { map: 'traffic' }, unknown: [] })
    expect(readViewHash('', city)).toMatchObject({ view: { map: 'traffic' }, unknown: [] })
    expect(readViewHash('#/plan/panorama', city)).toMatchObject({ view: { map: 'traffic' }, unknown: ['panorama'] })
    expect(readViewHash('', { ...city, maps: [] })).toMatchObject({ view: { map: 'panorama' }, unknown: [] })
  })

  describe('opens what was meant by a link that went through a chat program', () => {
    const link = '#/respond/sensing?v=1&scope=*&sel=cams:37088300001320000123'
    const meant = {
      view: { ...initialView, workspace: 'respond', map: 'sensing' },
      selected: { feed: 'cams', id: '37088300001320000123' },
      lists: NO_LISTS,
      scenario: null,
      unknown: [],
    }
    const city = { defaultScope: 'built-up', maps: ['panorama', 'sensing'] }

    it.each([
      `${link}&from=singlemessage&isappinstalled=0`,
      `${link}&shareTo=weixin`,
      `${link}?from=timeline`,
      link.replaceAll('&', '&amp;'),
      // Encoded whole, once and twice, with and without the hash sign itself.
      `#${encodeURIComponent(link.slice(1))}`,
      `#${encodeURIComponent(link)}`,
      `#${encodeURIComponent(encodeURIComponent(link.slice(1)))}`,
      // Only what parts path and query is encoded.
      link.replace('?', '%3F').replaceAll('&', '%26'),
      `#${encodeURIComponent(link.slice(1))}%E3%80%82`,
      ...['.', ',', ';', '!', '?', ')', '"', ' ', '。', '，', '；', '！', '）', '》', '”', '。”', '…'].map(
        (stop) => link + stop,
      ),
      // As browsers give a full-width stop.
      ...['。', '，', '）'].map((stop) => link + encodeURIComponent(stop)),
    ])('%s', (hash) => {
      expect(readViewHash(hash, city)).toEqual(meant)
    })

    it('with nothing but a path', () => {
      const page = { ...meant, view: { ...meant.view, scope: 'built-up' }, selected: null }
      for (const hash of ['&shareTo=weixin', '。', '%E3%80%82', '.', '&from=groupmessage。', '/']) {
        expect(readViewHash(`#/respond/sensing${hash}`, city)).toEqual(page)
      }
      expect(readViewHash('#%2Frespond%2Fsensing', city)).toEqual(page)
    })

    it('and still names what nobody knows', () => {
      expect(readViewHash('#/respond/sensing&colour=pink&shareTo=weixin', city)).toMatchObject({
        view: { workspace: 'respond', map: 'sensing' },
        unknown: ['colour=pink'],
      })
      expect(readViewHash('#/respond/%E0%A4%A', city).unknown).toEqual(['%E0%A4%A'])
    })

    it('and keeps a stop that belongs to an id', () => {
      for (const id of ['泵站。', 'A-1.', 'a)', '...', '”']) {
        const written = writeViewHash({ ...initialView, workspace: 'plan' }, { feed: 'cams', id })
        expect(readViewHash(written, city).selected?.id).toBe(id)
        expect(readViewHash(`${written}。`, city).selected?.id).toBe(id)
      }
    })
  })
})
