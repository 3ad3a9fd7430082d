import { act, render, renderHook, screen } from '@testing-library/react'
import { StrictMode } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { i18next } from '#i18n/i18n.ts'
import { loadWords } from '#i18n/words.ts'
import { useSketchBook } from '#state/sketches.ts'
import { useDescription } from './useDescription'
import { type OwnSketch, useSketch, useSketches } from './useSketches'

const sketch = (id: string, change: Partial<OwnSketch> = {}): OwnSketch => ({
  id,
  title: id,
  group: 'gap',
  source: { kind: 'url', url: `blob:${id}` },
  style: [],
  legend: [],
  pickable: true,
  ...change,
})
const shown = () => useSketchBook.getState().sketches.map(({ id, source }) => [id, source.kind === 'url' && source.url])

beforeEach(async () => {
  await i18next.changeLanguage('zh-CN')
})
afterEach(() => {
  vi.restoreAllMocks()
})

test('a component shows its sketch while it lives, beside those of others, and is read without its functions', () => {
  const gaps = sketch('gaps', { describe: () => ({ title: '', lines: [] }) })
  const one = renderHook(({ own }) => useSketch(own), {
    initialProps: { own: gaps as OwnSketch | null },
    wrapper: StrictMode,
  })
  const other = renderHook(() => useSketches(OTHERS))
  expect(shown()).toEqual([
    ['gaps', 'blob:gaps'],
    ['reach', 'blob:reach'],
    ['route', 'blob:route'],
  ])
  const { sketches } = useSketchBook.getState()
  expect(JSON.parse(JSON.stringify(sketches))).toEqual(sketches)
  one.rerender({ own: null })
  expect(shown()).toEqual([
    ['reach', 'blob:reach'],
    ['route', 'blob:route'],
  ])
  other.unmount()
  expect(shown()).toEqual([])
})
const OTHERS = [sketch('reach'), sketch('route')]

test('bytes are an address for as long as they are shown, the same one when only words change', () => {
  const made: string[] = []
  vi.stubGlobal('URL', {
    createObjectURL: (blob: Blob) => `blob:${blob.size} bytes`,
    revokeObjectURL: (url: string) => made.push(url),
  })
  const source = { kind: 'bytes', bytes: new TextEncoder().encode('{}') } as const
  const own = (title: string, of: OwnSketch['source'] = source) => ({ own: sketch('drawn', { title, source: of }) })
  const { rerender, unmount } = renderHook(({ own: given }) => useSketch(given), { initialProps: own('区域') })
  rerender(own('Area'))
  expect(shown()).toEqual([['drawn', 'blob:2 bytes']])
  expect(made).toEqual([])
  rerender(own('Area', { kind: 'bytes', bytes: new TextEncoder().encode('[{}]') }))
  expect(shown()).toEqual([['drawn', 'blob:4 bytes']])
  expect(made).toEqual(['blob:2 bytes'])
  unmount()
  expect(made).toEqual(['blob:2 bytes', 'blob:4 bytes'])
  vi.unstubAllGlobals()
})

test('what its owner says of a feature is said in the language on show, until the owner leaves', async () => {
  await loadWords('en')
  const own = sketch('gaps', {
    title: '缺口',
    describe: ({ area }, { language }) => ({ title: language === 'en' ? 'Gap' : '缺口', lines: [`${area} m²`] }),
  })
  function Said() {
    const { kind, said } = useDescription(FEATURE)
    return <p>{said ? [kind, said.title, ...said.lines].join(' / ') : 'nothing'}</p>
  }
  render(<Said />)
  expect(screen.getByText('nothing')).toBeTruthy()
  const { unmount } = renderHook(() => useSketch(own))
  expect(screen.getByText('缺口 / 缺口 / 40 m²')).toBeTruthy()
  await act(() => i18next.changeLanguage('en'))
  expect(screen.getByText('缺口 / Gap / 40 m²')).toBeTruthy()
  unmount()
  expect(screen.getByText('nothing')).toBeTruthy()
})
const FEATURE = { sketch: 'gaps', mapId: 0, properties: { area: 40 } }
