import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { initialView, type ViewState, WORKSPACES } from '#state/view.ts'
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
    fc.assert(
      fc.property(view, selected, fc.option(text), (view, selected, defaultScope) => {
        const read = readViewHash(writeViewHash(view, selected, defaultScope), { defaultScope, maps: MAPS })
        expect(read).toEqual({ view, selected, unknown: [] })
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
})
