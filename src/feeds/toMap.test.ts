import fc from 'fast-check'
import type { Feature } from 'geojson'
import { describe, expect, it } from 'vitest'
import type { CityFeature, MapDiff } from '#core/model/feature.ts'
import { mapFeature, toMapDiff, toMapGeoJson } from './toMap'

const feature = (id: number, x: number | null, properties: Record<string, unknown> = {}): CityFeature => ({
  id: `f${id}`,
  mapId: id,
  geometry: x === null ? null : { type: 'Point', coordinates: [x, 35] },
  properties,
  time: null,
})

describe('the change of what the map draws', () => {
  it('names only what is another', () => {
    const before = feature(1, 117, { state: '在线', value: 3, gone: true, history: [{ at: 1 }] })
    const after = feature(1, 117, { state: '静默', value: 3, history: [{ at: 1 }, { at: 2 }] })
    expect(toMapDiff([[before, after]])).toEqual({
      remove: [],
      add: [],
      update: [{ id: 1, removeProperties: ['gone'], addOrUpdateProperties: [{ key: 'state', value: '静默' }] }],
    })
  })

  it('labels with a name no longer than is shown', () => {
    const long = '甲'.repeat(5000)
    const shown = `${'甲'.repeat(119)}…`
    expect(mapFeature(feature(1, 117, { name: long, text: long }))?.properties).toMatchObject({
      name: shown,
      text: long,
    })
    expect(toMapDiff([[feature(1, 117, { name: 'a' }), feature(1, 117, { name: long })]])?.update).toEqual([
      { id: 1, addOrUpdateProperties: [{ key: 'name', value: shown }] },
    ])
  })

  it('has of what comes only the properties that are sent, and its identity', () => {
    const one = feature(1, 117, { a: 1, b: 2, name: '甲' })
    expect(mapFeature(one, new Set(['a', 'name']))?.properties).toEqual({ a: 1, name: '甲', id: 'f1' })
    const text = new TextDecoder().decode(toMapGeoJson([one, feature(2, null)], new Set(['b'])))
    expect(JSON.parse(text).features).toEqual([
      { type: 'Feature', id: 1, geometry: one.geometry, properties: { b: 2, id: 'f1' } },
    ])
  })

  it('is none for what the map does not draw', () => {
    expect(toMapDiff([[feature(1, 117, { history: [{ at: 1 }] }), feature(1, 117, { history: [{ at: 2 }] })]])).toBe(
      null,
    )
    expect(toMapDiff([[feature(1, null, { a: 1 }), feature(1, null, { a: 2 })]])).toBe(null)
    expect(toMapDiff([[undefined, undefined]])).toBe(null)
  })

  it('carries no number beyond what tiles hold and no name that every object knows, in either way', () => {
    const hostile = JSON.parse(
      '{"constructor": 1, "__proto__": 2, "toString": "x", "big": 12345678901234567890, "low": -9999999999999999999, "huge": 1e300, "edge": -9007199254740991, "part": 0.5}',
    )
    const drawn = mapFeature(feature(1, 117, hostile))?.properties ?? {}
    expect(Object.entries(drawn)).toEqual([
      ['edge', -9007199254740991],
      ['part', 0.5],
      ['id', 'f1'],
    ])
    expect(toMapDiff([[feature(1, 117), feature(1, 117, hostile)]])?.update[0]?.addOrUpdateProperties).toEqual([
      { key: 'edge', value: -9007199254740991 },
      { key: 'part', value: 0.5 },
    ])
    // A figure that grows beyond is taken away, not left as it was.
    expect(toMapDiff([[feature(1, 117, { level: 3 }), feature(1, 117, { level: 1e300 })]])?.update).toEqual([
      { id: 1, removeProperties: ['level'] },
    ])
  })

  it('adds what comes to a place and removes what leaves it', () => {
    const [here, nowhere] = [feature(1, 117, { a: 1 }), feature(1, null, { a: 1 })]
    expect(toMapDiff([[nowhere, here]])).toEqual({ remove: [], add: [mapFeature(here)], update: [] })
    expect(toMapDiff([[here, undefined]])).toEqual({ remove: [1], add: [], update: [] })
  })
})

/** The map's own reading of a diff: remove, add, update, in this order. */
function applied(drawn: readonly Feature[], { remove, add, update }: MapDiff): readonly Feature[] {
  const features = new Map(drawn.map((each) => [each.id, each]))
  for (const id of remove) features.delete(id)
  for (const each of add) features.set(each.id, each)
  for (const { id, newGeometry, removeProperties = [], addOrUpdateProperties = [] } of update) {
    const old = features.get(id)
    if (!old) throw new Error(`no feature ${id} to update`)
    const properties = { ...old.properties }
    for (const key of removeProperties) delete properties[key]
    for (const { key, value } of addOrUpdateProperties) properties[key] = value
    features.set(id, { ...old, geometry: newGeometry ?? old.geometry, properties })
  }
  return [...features.values()].sort((a, b) => Number(a.id) - Number(b.id))
}

const properties = fc.dictionary(
  fc.constantFrom('a', 'b', 'c'),
  fc.oneof(fc.integer({ min: 0, max: 2 }), fc.constant(null), fc.constant([1, 2]), fc.constant([{ at: 1 }])),
)
const state = fc
  .uniqueArray(fc.integer({ min: 1, max: 6 }))
  .chain((ids) =>
    fc.tuple(
      ...ids.map((id) =>
        fc
          .tuple(fc.option(fc.integer({ min: 116, max: 118 })), properties)
          .map(([x, values]) => [id, feature(id, x, values)] as const),
      ),
    ),
  )

it('brings any state of the map to any other', () => {
  fc.assert(
    fc.property(state, state, (from, to) => {
      const [before, after] = [new Map(from), new Map(to)]
      const ids = new Set([...before.keys(), ...after.keys()])
      const drawn = (features: Map<number, CityFeature>) =>
        [...features.values()].flatMap((each) => mapFeature(each) ?? [])
      const diff = toMapDiff([...ids].map((id) => [before.get(id), after.get(id)] as const))
      const wanted = [...drawn(after)].sort((a, b) => Number(a.id) - Number(b.id))
      const shown = diff ? applied(drawn(before), diff) : drawn(before).sort((a, b) => Number(a.id) - Number(b.id))
      expect(shown).toEqual(wanted)
    }),
  )
})
