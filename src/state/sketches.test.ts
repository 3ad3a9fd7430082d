import { beforeEach, expect, test } from 'vitest'
import type { Sketch } from '#layers/sketch.ts'
import { NO_SELECTION, type SketchRef, select, useSelection } from './selection'
import { putSketches, useSketchBook } from './sketches'

const sketch = (id: string, url = id): Sketch => ({
  id,
  title: id,
  group: 'gap',
  source: { kind: 'url', url },
  style: [],
  legend: [],
  pickable: true,
})
const ids = () => useSketchBook.getState().sketches.map(({ id }) => id)
const ref = (id: string): SketchRef => ({ sketch: id, mapId: 0, properties: {} })
const kind = () => useSelection.getState().selection.kind

beforeEach(() => {
  useSketchBook.setState({ byOwner: {}, sketches: [] })
  select(NO_SELECTION)
})

test('sketches of several owners stand side by side; one that changes keeps its place, one that leaves takes only its own', () => {
  putSketches('a', [sketch('gaps'), sketch('reach')])
  putSketches('b', [sketch('route')])
  putSketches('a', [sketch('gaps', 'newer'), sketch('reach')])
  expect(ids()).toEqual(['gaps', 'reach', 'route'])
  putSketches('a', [])
  expect(ids()).toEqual(['route'])
})

test('of two with one id the later owner shows its own, and the earlier again when that leaves', () => {
  const shownUrl = () => useSketchBook.getState().sketches.map(({ source }) => source.kind === 'url' && source.url)
  putSketches('a', [sketch('gaps', 'of a')])
  putSketches('b', [sketch('gaps', 'of b')])
  expect(shownUrl()).toEqual(['of b'])
  putSketches('b', [])
  expect(shownUrl()).toEqual(['of a'])
})

test('an owner that shows nothing changes nothing', () => {
  const before = useSketchBook.getState()
  putSketches('a', [])
  expect(useSketchBook.getState()).toBe(before)
})

test('what is selected of a sketch stays while only its words change, and goes when its features or it itself do', () => {
  putSketches('a', [sketch('gaps')])
  select({ kind: 'sketch', feature: ref('gaps'), at: [117, 35] })
  putSketches('a', [{ ...sketch('gaps'), title: 'Gaps' }])
  expect(kind()).toBe('sketch')
  putSketches('a', [sketch('gaps', 'newer')])
  expect(kind()).toBe('none')
  select({ kind: 'stack', features: [{ feed: 'areas', mapId: 1, id: 'a1' }, ref('gaps')], at: [117, 35] })
  putSketches('b', [sketch('route')])
  expect(kind()).toBe('stack')
  putSketches('a', [])
  expect(kind()).toBe('none')
})
