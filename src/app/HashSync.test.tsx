import { act, cleanup, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { FeatureDetail } from '#engine/engineApi.ts'
import { openList, showTool, useLists } from '#state/lists.ts'
import { useLink } from '#state/page.ts'
import { NO_SELECTION, select, useSelection } from '#state/selection.ts'
import { initialView, setView, useView } from '#state/view.ts'
import { catalogFixture, NOW, readingFixture, renderInCity } from '#tests/city/cityFixture.tsx'
import { HashSync } from './HashSync'

const BROKEN = ['==', ['get', 'status'], '故障']
const catalog = catalogFixture({
  feeds: [{ id: 'cams', record: 'camera', source: { type: 'geojson', url: 'cams.geojson' } }],
  maps: [
    { id: 'panorama', layers: [], cards: [] },
    { id: 'sensing', layers: [], cards: [{ kind: 'total', feed: 'cams', title: { zh: '几台坏了?' }, where: BROKEN }] },
  ],
})
const MAP_IDS: Readonly<Record<string, number>> = { A: 1, B: 2 }

function open(hash: string) {
  // A new entry: what an earlier test could go forward to is gone.
  window.history.pushState(null, '', hash)
  renderInCity(<HashSync />, {
    catalog,
    readings: [readingFixture('cams', NOW)],
    engine: {
      find: async (feed, id): Promise<FeatureDetail | null> => {
        const mapId = MAP_IDS[id]
        if (!mapId) return null
        const at = [117, 35] as const
        return { feed, id, mapId, at, record: 'camera', name: null, properties: {}, time: null, bounds: null }
      },
    },
  })
}
const pick = (id: string) =>
  select({ kind: 'feature', feature: { feed: 'cams', mapId: MAP_IDS[id] ?? 0, id }, at: [117, 35] })
const picked = () => {
  const { selection } = useSelection.getState()
  return selection.kind === 'feature' ? selection.feature.id : null
}
/** One act of the user. */
const does = (what: () => void) => act(async () => what())
const entries = () => window.history.length
const hash = () => decodeURIComponent(window.location.hash)

beforeEach(() => {
  setView({ ...initialView })
  select(NO_SELECTION)
  useLists.setState(useLists.getInitialState(), true)
})
// Later tests must not hear of the history of an earlier page.
afterEach(cleanup)

describe('browser history', () => {
  it('has a step for workspace, map, row and selection, and Back takes each back', async () => {
    open('#/plan/panorama')
    const before = entries()
    await does(() => setView({ map: 'sensing' }))
    await does(() => setView({ workspace: 'respond' }))
    await does(() => pick('A'))
    await does(() => pick('B'))
    await does(() => setView({ workspace: 'plan', indicator: 'ipv6-support' }))
    expect(entries()).toBe(before + 5)

    const back = async () => act(async () => window.history.back())
    await back()
    await waitFor(() => expect(useView.getState()).toMatchObject({ workspace: 'respond', indicator: null }))
    expect(picked()).toBe('B')
    await back()
    await waitFor(() => expect(picked()).toBe('A'))
    // What was selected after it has not been written over the step gone back to.
    expect(hash()).toBe('#/respond/sensing?v=1&sel=cams:A')
    await back()
    await waitFor(() => expect(picked()).toBeNull())
    await back()
    await waitFor(() => expect(useView.getState().workspace).toBe('plan'))
    await back()
    await waitFor(() => expect(useView.getState().map).toBe('panorama'))
    await act(async () => window.history.go(4))
    await waitFor(() => expect(picked()).toBe('B'))
    expect(useView.getState()).toMatchObject({ workspace: 'respond', map: 'sensing' })
    expect(entries()).toBe(before + 5)
  })

  it('has one step for what one act changes, and none for the camera', async () => {
    open('#/screen/sensing')
    const before = entries()
    await does(() => {
      setView({ workspace: 'plan', indicator: 'ipv6-support' })
      pick('A')
      setView({ map: 'panorama' })
    })
    expect(entries()).toBe(before + 1)
    await does(() => setView({ camera: { longitude: 117, latitude: 35, zoom: 12, bearing: 0, pitch: 0 } }))
    await does(() => setView({ scope: null, lens: null, buildings3d: true }))
    expect(entries()).toBe(before + 1)
    expect(hash()).toContain('at=117,35,12,0,0')
    await act(async () => window.history.back())
    await waitFor(() => expect(hash()).toBe('#/screen/sensing'))
    expect(picked()).toBeNull()
  })

  it('has a step for a selection taken back at a desk, and none for one that a wall lets go', async () => {
    open('#/respond/sensing?v=1&sel=cams:A')
    await waitFor(() => expect(picked()).toBe('A'))
    const before = entries()
    await does(() => select(NO_SELECTION))
    expect(entries()).toBe(before + 1)
    await act(async () => window.history.back())
    await waitFor(() => expect(picked()).toBe('A'))

    await does(() => setView({ workspace: 'screen' }))
    const wall = entries()
    await does(() => select(NO_SELECTION))
    expect(entries()).toBe(wall)
    expect(hash()).toBe('#/screen/sensing')
  })

  it('says what a link selects and is not there, and leaves it out of the address without a step', async () => {
    open('#/respond/sensing?v=1&sel=cams:Z')
    const before = entries()
    await waitFor(() => expect(useLink.getState().missing).toEqual({ feed: 'cams', id: 'Z' }))
    await does(() => setView({ buildings3d: true }))
    expect(hash()).toBe('#/respond/sensing?v=1&3d=1')
    expect(entries()).toBe(before)
  })
})

describe('lists that a figure opened', () => {
  const part = { where: BROKEN, title: { zh: '几台坏了?' } }

  it('are in the address with their part, filter, order and reach, and come back from it', async () => {
    open('#/plan/sensing')
    await does(() =>
      openList({
        feed: 'cams',
        part,
        filter: { kind: ['球机'] },
        sort: { column: 'time', descending: true },
        everywhere: true,
      }),
    )
    const link = window.location.hash
    expect(hash()).toBe('#/plan/sensing?v=1&table=cams&sort=cams:-time&filter=cams:kind:球机&part=cams:几台坏了?&all=1')
    cleanup()
    useLists.setState(useLists.getInitialState(), true)
    setView({ ...initialView })
    open(link)
    expect(useLists.getState()).toEqual({ part: { feed: 'cams', ...part }, everywhere: true, tool: null })
    expect(useView.getState().tables.cams).toEqual({
      filter: { kind: ['球机'] },
      sort: { column: 'time', descending: true },
    })
    await does(() => showTool('alarms'))
    expect(hash()).toContain('tool=alarms')
  })

  it('of a part that no card of the city lists are all of the feed: a link names it and gives no expression', async () => {
    open('#/plan/sensing')
    await does(() => openList({ feed: 'cams', part: { where: ['has', 'name'], title: { zh: '几台坏了?' } } }))
    expect(hash()).toBe('#/plan/sensing?v=1&table=cams')
    cleanup()
    open('#/plan/sensing?v=1&table=cams&part=cams:别的')
    expect(useLists.getState().part).toBeNull()
    expect(useLink.getState().unknown).toEqual(['part=cams:别的'])
  })
})
