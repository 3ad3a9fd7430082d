import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import type { CityFeature, MapDiff } from '#core/model/feature.ts'
import { NOW, type World } from '#core/model/world.ts'
import { deepFreeze } from '#tests/city/deepFreeze.ts'
import type { WorldView } from '../world/worldView'
import { mapViews } from './mapViews'

const feature = (id: string, value: unknown): CityFeature =>
  deepFreeze({
    id,
    mapId: Number(id),
    geometry: { type: 'Point', coordinates: [117, 35] },
    properties: { value, other: id },
    time: null,
  })

/** Views over feeds held by hand. */
function openViews(...features: readonly CityFeature[]) {
  return openViewsOf(null, ...features)
}

/** Of the feed's features no properties were published but those among `sends`. */
function openViewsOf(sends: ReadonlySet<string> | null, ...features: readonly CityFeature[]) {
  const feeds = new Map([['devices', new Map(features.map((one) => [one.id, one]))]])
  const state = { held: false }
  const of = (feed: string) => feeds.get(feed) ?? new Map<string, CityFeature>()
  const views = mapViews(() => state.held)
  /** What a view sees of a world: the feeds as they are held. */
  const city = (world: World = NOW) =>
    ({
      world,
      find: (feed: string, id: string) => of(feed).get(id),
      features: (feed: string) => [...of(feed).values()],
    }) as unknown as WorldView
  views.published('blob:1', features, true, sends)
  /** What a question has been answered so far. */
  const ask = (view: number) => {
    const answer: { diff?: MapDiff | null } = {}
    void views.next(view).then((diff) => Object.assign(answer, { diff }))
    return answer
  }
  const put = (...changed: readonly CityFeature[]) => {
    for (const one of changed) of('devices').set(one.id, one)
  }
  const read = (url: string, published: readonly CityFeature[]) => views.published(url, published, false, sends)
  /** Nothing else holds the features that were there; a weak hold of the first is given back. */
  const replaceAll = (...changed: readonly CityFeature[]) => {
    const [before] = of('devices').values()
    if (!before) throw new Error('nothing to replace')
    put(...changed)
    return new WeakRef(before)
  }
  return { views, city, state, ask, put, read, replaceAll, drop: (id: string) => of('devices').delete(id) }
}
const settled = () => new Promise((done) => setImmediate(done))
const idsOf = ({ diff }: { diff?: MapDiff | null }) =>
  diff && [diff.add.map(({ id }) => id), diff.update.map(({ id }) => id), diff.remove]

describe('a view of the map', () => {
  it('is answered at once with what has changed since it read its URL', async () => {
    const { views, city, ask, put, drop } = openViews(feature('1', 1), feature('2', 2), feature('3', 3))
    put(feature('2', 20), feature('4', 4))
    drop('3')
    const answer = ask(views.open(city(), 'devices', 'blob:1', null))
    await settled()
    expect(idsOf(answer)).toEqual([[4], [2], [3]])
  })

  it('of a URL that is not known is given everything', async () => {
    const { views, city, ask } = openViews(feature('1', 1))
    const unknown = ask(views.open(city(), 'devices', 'blob:9', null))
    views.withdrawn('blob:1')
    const again = ask(views.open(city(), 'devices', 'blob:1', null))
    await settled()
    expect([idsOf(unknown), idsOf(again)]).toEqual([
      [[1], [], []],
      [[1], [], []],
    ])
  })

  it('waits until something changes, and is told each change once', async () => {
    const { views, city, ask, put } = openViews(feature('1', 1), feature('2', 2))
    const view = views.open(city(), 'devices', 'blob:1', null)
    const first = ask(view)
    await settled()
    expect(first).toEqual({})
    views.touch('elsewhere', ['1'])
    put(feature('1', 10))
    await settled()
    expect(first).toEqual({})
    views.touch('devices', ['1'])
    await settled()
    expect(idsOf(first)).toEqual([[], [1], []])
    const second = ask(view)
    views.touch('devices', ['1'])
    await settled()
    expect(second).toEqual({})
  })

  it('gathers what changes between two questions, the last state of each', async () => {
    const { views, city, ask, put, drop } = openViews(feature('1', 1), feature('2', 2))
    const view = views.open(city(), 'devices', 'blob:1', null)
    put(feature('1', 10), feature('3', 3))
    views.touch('devices', ['1', '3'])
    put(feature('1', 11))
    drop('3')
    views.touch('devices', ['1', '3'])
    const answer = ask(view)
    await settled()
    expect(answer.diff?.update).toMatchObject([{ id: 1, addOrUpdateProperties: [{ key: 'value', value: 11 }] }])
    expect(idsOf(answer)).toEqual([[], [1], []])
  })

  it('is not told of properties it does not read, now or later', async () => {
    const { views, city, ask, put } = openViews(feature('1', 1))
    const view = views.open(city(), 'devices', 'blob:1', new Set(['other']))
    const answer = ask(view)
    put(feature('1', 10))
    views.touch('devices', ['1'])
    await settled()
    expect(answer).toEqual({})
  })

  it('is told what was not published once a layer reads it, and nothing where none does', async () => {
    const { views, city, ask, put } = openViewsOf(new Set(['other']), feature('1', 1), feature('2', 2))
    const enough = ask(views.open(city(), 'devices', 'blob:1', new Set(['other', 'id'])))
    const view = views.open(city(), 'devices', 'blob:1', new Set(['value']))
    const told = ask(view)
    await settled()
    expect(enough).toEqual({})
    const setTo = (id: number, value: number) => ({ id, addOrUpdateProperties: [{ key: 'value', value }] })
    expect(told.diff).toEqual({ remove: [], add: [], update: [setTo(1, 1), setTo(2, 2)] })
    const next = ask(view)
    put(feature('1', 7), feature('3', 3))
    views.touch('devices', ['1', '3'])
    await settled()
    // What comes has what was published and what is read.
    expect(next.diff?.update).toEqual([setTo(1, 7)])
    expect(next.diff?.add.map(({ properties }) => properties)).toEqual([{ value: 3, other: '3', id: '3' }])
    expect(enough).toMatchObject({ diff: { add: [{ properties: { other: '3', id: '3' } }] } })
  })

  it('is told of many features some thousands at a time, each once, of a feed that stays as it is, too', async () => {
    const many = Array.from({ length: 4_500 }, (_, index) => feature(String(index + 1), index))
    const { views, city, ask, read } = openViewsOf(new Set(['other']), ...many)
    read('blob:2', many)
    const view = views.open(city(), 'devices', 'blob:2', null)
    const counts: (number | undefined)[] = []
    const ids = new Set<number>()
    for (let part = 0; part < 3; part += 1) {
      const answer = ask(view)
      await settled()
      counts.push(answer.diff?.update.length)
      for (const { id } of answer.diff?.update ?? []) ids.add(Number(id))
    }
    expect(counts).toEqual([2_000, 2_000, 500])
    expect(ids.size).toBe(4_500)
    const last = ask(view)
    await settled()
    expect(last).toEqual({})
  })

  it('is not answered while the feed is held, but by the first touch after', async () => {
    const { views, city, state, ask, put } = openViews(feature('1', 1))
    const answer = ask(views.open(city(), 'devices', 'blob:1', null))
    state.held = true
    put(feature('1', 10))
    views.touch('devices', ['1'])
    await settled()
    expect(answer).toEqual({})
    state.held = false
    views.touch('devices', [])
    await settled()
    expect(idsOf(answer)).toEqual([[], [1], []])
  })

  it('is compared anew when it is turned to another world, and hears of the present no more', async () => {
    const { views, city, ask, put, drop } = openViews(feature('1', 1), feature('2', 2))
    const view = views.open(city(), 'devices', 'blob:1', null)
    const answer = ask(view)
    drop('2')
    put(feature('1', 5), feature('3', 3))
    views.turn(view, city({ kind: 'past', at: 0, axis: 'known' }))
    await settled()
    expect(idsOf(answer)).toEqual([[3], [1], [2]])
    const next = ask(view)
    put(feature('1', 6))
    views.touch('devices', ['1'])
    await settled()
    expect(next).toEqual({})
  })

  it('answers the older of two questions with nothing, and every question when it is closed', async () => {
    const { views, city, ask } = openViews(feature('1', 1))
    const view = views.open(city(), 'devices', 'blob:1', null)
    const [first, second] = [ask(view), ask(view)]
    await settled()
    expect([first, second]).toEqual([{ diff: null }, {}])
    views.close(view)
    const third = ask(view)
    await settled()
    expect([second, third]).toEqual([{ diff: null }, { diff: null }])
  })
})

describe('what the map read at first', () => {
  it('is not held for the life of the page: what is lost is taken away and drawn whole', async () => {
    setFlagsFromString('--expose_gc')
    const collect: () => void = runInNewContext('gc')
    const first = openViews(feature('1', 1), feature('2', 2))
    const lost = first.replaceAll(feature('1', 10), feature('2', 20))
    await settled()
    collect()
    expect(lost.deref()).toBeUndefined()
    const answer = first.ask(first.views.open(first.city(), 'devices', 'blob:1', new Set(['other'])))
    await settled()
    expect(idsOf(answer)).toEqual([[1, 2], [], [1, 2]])
  })

  it('of a feed that is only read anew is known as it was', async () => {
    const { views, city, ask, put, read } = openViews()
    const [one, two] = [feature('1', 1), feature('2', 2)]
    put(one, two)
    read('blob:2', [one, two])
    const answer = ask(views.open(city(), 'devices', 'blob:2', null))
    put(feature('2', 20))
    views.touch('devices', ['2'])
    await settled()
    expect(answer.diff?.update).toMatchObject([{ id: 2 }])
  })
})
