import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { readTree } from './readTree'

const LIST = 'src/app/loadBeforehand.ts'
const ROOMS = /^src\/(?:views|board|desks|scenarios|maps|playback|city|map|ui)\//
/** What parts bring is preloaded as their sheets, tools and desks. */
const PART = /Part\.ts$/

/** What a desk can do without while the network is away, and what it shows then. */
const WITHOUT: Readonly<Record<string, string>> = {
  'src/board/gaps/gapChart.ts': 'the list has the same figures',
  'src/maps/sensing/chartsOfDevice.ts': 'the table has the same figures',
  'src/map/deck/deckOverlay.ts': 'the health panel says what the map could not draw',
  'src/map/deck/hexagon.ts': 'the health panel says what the map could not draw',
  'src/map/style/PanelEdges.tsx': 'it comes with the first frame; without it names are cut at panels',
}

it('whatever a desk loads when it is opened is loaded beforehand, or can be done without', () => {
  const modules = readTree(fileURLToPath(new URL('../../', import.meta.url)).replace(/\/$/, ''))
  const loaded = (path: (path: string) => boolean): string[] =>
    modules.flatMap((module) =>
      path(module.path) ? module.links.flatMap(({ kind, to }) => (kind === 'later' ? [to] : [])) : [],
    )
  const beforehand = new Set(loaded((path) => path === LIST || (ROOMS.test(path) && PART.test(path))))
  const lazy = loaded((path) => ROOMS.test(path) && !PART.test(path) && !path.includes('.test.'))
  expect(lazy.filter((path) => !beforehand.has(path) && !Object.hasOwn(WITHOUT, path))).toEqual([])
  // Nothing is excused that is not lazy any more.
  expect(Object.keys(WITHOUT).filter((path) => !lazy.includes(path))).toEqual([])
})
