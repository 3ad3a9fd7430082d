import { describe, expect, it } from 'vitest'
import type { CityFeature, MapDiff } from '#core/model/feature.ts'
import { deepFreeze } from '#tests/city/deepFreeze.ts'
import { createMapViews } from './createMapViews'

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
  const feeds = new Map([['devices', new Map(features.map((one) => [one.id, one]))]])
  const state = { held: false }
  const of = (feed: string) => feeds.get(feed) ?? new Map<string, CityFeature>()
  const views = createMapViews({
    find: (feed, id) => of(feed).get(id),
    features: (feed) => [...of(feed).values()],
    held: () => state.held,
  })
  views.published('blob:1', features)
  /** What a question has been answered so far. */
  const ask = (view: number) => {
    const answer: { diff?: MapDiff | null } = {}
    void views.next(view).then((diff) => Object.assign(answer, { diff }))
    return answer
  }
  const put = (...changed: readonly CityFeature[]) => {
    for (const one of changed) of('devices').set(one.id, one)
  }
  return { views, state, ask, put, drop: (id: string) => of('devices').delete(id) }
}
const settled = () => new Promise((done) => setImmediate(done))
const idsOf = ({ diff }: { diff?: MapDiff | null }) =>
  diff && [diff.add.map(({ id }) => id), diff.update.map(({ id }) => id), diff.remove]

describe('a view of the map', () => {
  it('is answered at once with what has changed since it read its URL', async () => {
    const { views, ask, put, drop } = openViews(feature('1', 1), feature('2', 2), feature('3', 3))
    put(feature('2', 20), feature('4', 4))
    drop('3')
    const answer = ask(views.open('devices', 'blob:1', null))
    await settled()
    expect(idsOf(answer)).toEqual([[4], [2], [3]])
  })

  it('of a URL that is not known is given everything', async () => {
    const { views, ask } = openViews(feature('1', 1))
    const unknown = ask(views.open('devices', 'blob:9', null))
    views.withdrawn('blob:1')
    const again = ask(views.open('devices', 'blob:1', null))
    await settled()
    expect([idsOf(unknown), idsOf(again)]).toEqual([
      [[1], [], []],
      [[1], [], []],
    ])
  })

  it('waits until something changes, and is told each change once', async () => {
    const { views, ask, put } = openViews(feature('1', 1), feature('2', 2))
    const view = views.open('devices', 'blob:1', null)
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
    const { views, ask, put, drop } = openViews(feature('1', 1), feature('2', 2))
    const view = views.open('devices', 'blob:1', null)
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
    const { views, ask, put } = openViews(feature('1', 1))
    const view = views.open('devices', 'blob:1', new Set(['other']))
    const answer = ask(view)
    put(feature('1', 10))
    views.touch('devices', ['1'])
    await settled()
    expect(answer).toEqual({})
  })

  it('is not answered while the feed is held, but by the first touch after', async () => {
    const { views, state, ask, put } = openViews(feature('1', 1))
    const answer = ask(views.open('devices', 'blob:1', null))
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

  it('is compared anew when another moment is looked at', async () => {
    const { views, ask, put, drop } = openViews(feature('1', 1), feature('2', 2))
    const answer = ask(views.open('devices', 'blob:1', null))
    drop('2')
    put(feature('1', 5), feature('3', 3))
    views.touchAll('devices')
    await settled()
    expect(idsOf(answer)).toEqual([[3], [1], [2]])
  })

  it('answers the older of two questions with nothing, and every question when it is closed', async () => {
    const { views, ask } = openViews(feature('1', 1))
    const view = views.open('devices', 'blob:1', null)
    const [first, second] = [ask(view), ask(view)]
    await settled()
    expect([first, second]).toEqual([{ diff: null }, {}])
    views.close(view)
    const third = ask(view)
    await settled()
    expect([second, third]).toEqual([{ diff: null }, { diff: null }])
  })
})
