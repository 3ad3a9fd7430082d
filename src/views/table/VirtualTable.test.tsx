import { createColumnHelper, getCoreRowModel, useReactTable } from '@tanstack/react-table'
import { act, fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeAll, describe, expect, it } from 'vitest'
import type { TableRow } from '#engine/engineApi.ts'
import { VirtualTable } from './VirtualTable'

// jsdom lays nothing out; the virtual rows need a height to fill: 600 pixels are 18 rows of 32 under the head.
beforeAll(() => {
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, get: () => 600 })
  Object.defineProperty(HTMLElement.prototype, 'offsetHeight', { configurable: true, get: () => 600 })
  Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, get: () => 800 })
  Object.defineProperty(HTMLElement.prototype, 'offsetWidth', { configurable: true, get: () => 200 })
})

const helper = createColumnHelper<TableRow>()
const COLUMNS = ['name', 'kind'].map((name, index) =>
  helper.accessor((row) => row.cells[index] ?? null, { id: name, header: name }),
)

function Living({ ids }: { readonly ids: readonly string[] }) {
  const table = useReactTable({
    data: ids.map((id, at): TableRow => ({ mapId: at, id, cells: [`名 ${id}`, null] })),
    columns: COLUMNS,
    getCoreRowModel: getCoreRowModel(),
    getRowId: (row) => row.id,
  })
  return <VirtualTable table={table} label="表" selectedId={null} onPick={() => {}} />
}

const rowOf = (id: string) => screen.getByText(`名 ${id}`).closest('tr')!
const focused = () => document.activeElement?.querySelector('td')?.textContent ?? document.activeElement?.tagName
const scroller = () => screen.getByRole('table').parentElement!
const stops = () => screen.getAllByRole('row').filter(({ tabIndex }) => tabIndex === 0)
const many = (count: number) => Array.from({ length: count }, (_, n) => `r${n}`)

describe('a living table by keyboard', () => {
  it('keeps the focus on the record while rows come before it and change places', () => {
    const view = render(<Living ids={['a', 'b', 'c']} />)
    act(() => rowOf('b').focus())
    view.rerender(<Living ids={['x', 'a', 'b', 'c']} />)
    expect(focused()).toBe('名 b')
    view.rerender(<Living ids={['c', 'b', 'a', 'x', 'y']} />)
    expect(focused()).toBe('名 b')
    expect(stops()).toEqual([rowOf('b')])
  })

  it('goes on from the record wherever it is now', async () => {
    const user = userEvent.setup()
    const view = render(<Living ids={['a', 'b', 'c']} />)
    act(() => rowOf('a').focus())
    view.rerender(<Living ids={['b', 'c', 'a', 'd']} />)
    await user.keyboard('{ArrowDown}')
    expect(focused()).toBe('名 d')
  })

  it('moves to the row in its place when the record is gone, to the last when there is none, and follows that', () => {
    const view = render(<Living ids={['a', 'b', 'c', 'd']} />)
    act(() => rowOf('b').focus())
    view.rerender(<Living ids={['a', 'c', 'd']} />)
    expect(focused()).toBe('名 c')
    view.rerender(<Living ids={['d', 'a', 'c']} />)
    expect(focused()).toBe('名 c')
    view.rerender(<Living ids={['d', 'a']} />)
    expect(focused()).toBe('名 a')
  })

  it('keeps the record where it is on the screen when it moves out of sight', () => {
    const ids = many(500)
    const view = render(<Living ids={ids} />)
    act(() => rowOf('r3').focus())
    view.rerender(<Living ids={[...ids.slice(10), ...ids.slice(0, 10)]} />)
    // From row 3 to row 493: 490 rows of 32 pixels.
    expect(scroller().scrollTop).toBe(490 * 32)
    expect(focused()).toBe('名 r3')
  })

  it('keeps the focused row in the page when it is scrolled away, and leaves the scrolling alone', () => {
    const ids = many(500)
    const view = render(<Living ids={ids} />)
    act(() => rowOf('r3').focus())
    scroller().scrollTop = 9600
    fireEvent.scroll(scroller())
    expect(screen.queryByText('名 r20')).toBeNull()
    expect(screen.getByText('名 r305')).toBeTruthy()
    expect(focused()).toBe('名 r3')
    view.rerender(<Living ids={['x', ...ids]} />)
    expect(scroller().scrollTop).toBe(9600)
    expect(focused()).toBe('名 r3')
  })

  it('takes the focus from nobody', () => {
    const view = render(<Living ids={['a', 'b']} />)
    act(() => rowOf('b').focus())
    const head = screen.getByRole('button', { name: /name/ })
    act(() => head.focus())
    view.rerender(<Living ids={['x', 'a', 'b']} />)
    expect(document.activeElement).toBe(head)
    expect(stops()).toEqual([rowOf('b')])
  })
})

describe('the width of a column', () => {
  const widthOf = (at: number) => document.querySelectorAll('col')[at]?.style.width
  const edge = (at: number) => screen.getAllByRole('separator')[at]!

  it('grows and shrinks by arrow keys within bounds, and goes back', async () => {
    const user = userEvent.setup()
    render(<Living ids={['a']} />)
    act(() => edge(1).focus())
    expect(edge(1).ariaValueNow).toBe('200')
    await user.keyboard('{ArrowRight}')
    expect(widthOf(1)).toBe('216px')
    await user.keyboard('{Shift>}{ArrowLeft}{/Shift}')
    expect(widthOf(1)).toBe('152px')
    await user.keyboard('{ArrowLeft}'.repeat(20))
    expect(widthOf(1)).toBe('60px')
    await user.keyboard('{Home}')
    expect(widthOf(1)).toBe('')
  })

  it('follows the pointer from where it took hold, and goes back by a double click', () => {
    render(<Living ids={['a']} />)
    // jsdom's pointer events have no place.
    const point = (type: string, clientX: number) =>
      fireEvent(edge(0), new MouseEvent(type, { bubbles: true, clientX }))
    point('pointermove', 500)
    expect(widthOf(0)).toMatch(/%$/)
    point('pointerdown', 100)
    point('pointermove', 170)
    point('pointerup', 170)
    point('pointermove', 500)
    expect(widthOf(0)).toBe('270px')
    // Two columns: the one set and the least of the other.
    expect(screen.getByRole('table').style.minWidth).toBe('370px')
    fireEvent.doubleClick(edge(0))
    expect(widthOf(0)).toMatch(/%$/)
  })
})
