import { beforeEach, describe, expect, it } from 'vitest'
import { useLists, useRowsListed } from '#state/lists.ts'
import { initialView, setView, useView } from '#state/view.ts'
import { catalogFixture } from '#tests/city/cityFixture.tsx'
import { openDoor } from './door'

const feed = (id: string, record: string) => ({ id, record, source: { type: 'geojson', url: `${id}.geojson` } })
const layer = (id: string) => ({ id, feed: id, group: 'point', style: [{ type: 'circle' }] })
const catalog = catalogFixture({
  feeds: [feed('cases', 'case'), feed('teams', 'team'), feed('cameras', 'camera'), feed('towns', 'zone')],
  layers: [layer('cases'), layer('teams'), layer('cameras')],
  maps: [
    { id: 'events', layers: ['cases'] },
    { id: 'sensing', layers: ['cameras'] },
  ],
})
const LATE = { where: ['==', ['get', 'clock'], '超期'], title: { zh: '哪些要超时了？' } } as const
const view = () => useView.getState()

beforeEach(() => {
  useLists.setState(useLists.getInitialState(), true)
  useRowsListed.setState(useRowsListed.getInitialState(), true)
  setView({ ...initialView, map: 'events' })
})

describe('a door to a list', () => {
  it('leads from a wall to the desk of its record, with exactly what was counted', () => {
    setView({ tables: { cases: { filter: { unit: ['甲'] }, sort: null } } })
    openDoor(catalog, { to: 'list', feed: 'cases', part: LATE, filter: { class: ['市容环境'] }, everywhere: true })
    expect(view()).toMatchObject({ workspace: 'respond', map: 'events', table: 'cases' })
    // What the list was filtered by before is no part of the figure.
    expect(view().tables.cases).toEqual({ filter: { class: ['市容环境'] } })
    expect(useLists.getState()).toMatchObject({ part: { feed: 'cases', ...LATE }, everywhere: true })
    openDoor(catalog, { to: 'list', feed: 'cases' })
    expect(view().tables.cases?.filter).toBeUndefined()
    expect(useLists.getState()).toMatchObject({ part: null, everywhere: false })
  })

  it('of a feed that the response desk has no list of leads to the planner, on a map that draws it', () => {
    for (const workspace of ['screen', 'respond'] as const) {
      setView({ workspace, map: 'events' })
      openDoor(catalog, { to: 'list', feed: 'cameras' })
      expect(view()).toMatchObject({ workspace: 'plan', map: 'sensing', table: 'cameras' })
    }
  })

  it('stays at the desk at work where that can show it, and on the map where no other has the feed', () => {
    for (const workspace of ['plan', 'respond'] as const) {
      setView({ workspace })
      openDoor(catalog, { to: 'list', feed: 'teams' })
      expect(view()).toMatchObject({ workspace, map: 'events', table: 'teams' })
    }
  })

  it('takes the place of a tool', () => {
    openDoor(catalog, { to: 'tool', tool: 'alarms', desk: 'respond' })
    expect(view().workspace).toBe('respond')
    expect(useLists.getState().tool).toBe('alarms')
    openDoor(catalog, { to: 'list', feed: 'cases' })
    expect(useLists.getState().tool).toBeNull()
  })
})

describe('a door to the standard', () => {
  it('lists rows of a standing, and none is open over them', () => {
    setView({ indicator: 'ipv6-support', metric: 'value' })
    useRowsListed.setState({ category: '基础设施' })
    openDoor(catalog, { to: 'rows', standing: 'notFour' })
    expect(view()).toMatchObject({ workspace: 'plan', indicator: null, metric: null })
    expect(useRowsListed.getState()).toEqual({ standing: 'notFour', category: null })
  })

  it('opens a row at a metric', () => {
    openDoor(catalog, { to: 'row', indicator: 'ipv6-support', metric: 'value' })
    expect(view()).toMatchObject({ workspace: 'plan', indicator: 'ipv6-support', metric: 'value' })
  })
})
