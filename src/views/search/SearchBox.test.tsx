import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { useSelection } from '#state/selection.ts'
import { useSketchBook } from '#state/sketches.ts'
import { useView } from '#state/view.ts'
import { renderWithCity } from '#tests/city/renderWithCity.tsx'
import { SearchBox } from './SearchBox'

describe('search box', () => {
  it('lists what is found; arrows move, Enter selects it and closes the list', async () => {
    const user = userEvent.setup()
    await renderWithCity(<SearchBox />)
    const box = screen.getByRole('combobox', { name: '搜索' })
    await user.type(box, '小学')
    const list = await screen.findByRole('listbox')
    await waitFor(() => expect(within(list).getAllByRole('option')).toHaveLength(2))
    const options = within(list).getAllByRole('option')
    expect(options[0]!.getAttribute('aria-selected')).toBe('true')
    await user.keyboard('{ArrowDown}')
    const chosen = within(list).getAllByRole('option')[1]!
    expect(chosen.getAttribute('aria-selected')).toBe('true')
    expect(box.getAttribute('aria-activedescendant')).toBe(chosen.id)
    await user.keyboard('{Enter}')
    await waitFor(() => {
      const { selection } = useSelection.getState()
      expect(selection.kind === 'feature' && ['s1', 's2'].includes(selection.feature.id)).toBe(true)
    })
    expect(box.getAttribute('aria-expanded')).toBe('false')
  })

  it('finds a long id, and says when there is nothing', async () => {
    const user = userEvent.setup()
    await renderWithCity(<SearchBox />)
    const box = screen.getByRole('combobox')
    await user.type(box, '37088300000000000001')
    expect(await screen.findByRole('option', { name: /钟楼/ })).toBeTruthy()
    await user.clear(box)
    await user.type(box, '没有的地方')
    expect(await screen.findByText(/没有找到“没有的地方”/)).toBeTruthy()
  })

  it('finds an English name and shows it', async () => {
    const user = userEvent.setup()
    await renderWithCity(<SearchBox />, { language: 'en' })
    await user.type(screen.getByRole('combobox'), 'first')
    expect(await screen.findByRole('option', { name: /First School/ })).toBeTruthy()
  })

  it('leaves Enter, arrows and Escape to an input method while it composes', async () => {
    const user = userEvent.setup()
    await renderWithCity(<SearchBox />)
    const box = screen.getByRole('combobox')
    await user.type(box, '小学')
    await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(2))
    for (const composing of [{ isComposing: true }, { keyCode: 229 }]) {
      for (const key of ['ArrowDown', 'Enter', 'Escape']) {
        // True: nobody took the key for something of the page.
        expect(fireEvent.keyDown(box, { key, ...composing }), key).toBe(true)
      }
    }
    expect(box.getAttribute('aria-expanded')).toBe('true')
    expect(screen.getAllByRole('option')[0]!.ariaSelected).toBe('true')
    expect(useSelection.getState().selection.kind).toBe('none')
    await user.keyboard('{Enter}')
    await waitFor(() => expect(useSelection.getState().selection.kind).toBe('feature'))
  })

  it('takes an Enter that comes before the answer for the answer, never for what was listed before', async () => {
    const user = userEvent.setup()
    await renderWithCity(<SearchBox />)
    const box = screen.getByRole('combobox')
    await user.type(box, '第一小学')
    await screen.findByRole('option', { name: /第一小学/ })
    // In one go, with no time to look anything up in between.
    fireEvent.change(box, { target: { value: '第二小学' } })
    fireEvent.keyDown(box, { key: 'Enter' })
    await waitFor(() =>
      expect(useSelection.getState().selection).toMatchObject({ kind: 'feature', feature: { id: 's2' } }),
    )
    expect(box.getAttribute('aria-expanded')).toBe('false')
  })

  it('opens a row of the standard by its name', async () => {
    const user = userEvent.setup()
    await renderWithCity(<SearchBox />)
    await user.type(screen.getByRole('combobox'), 'spjklw')
    expect(await screen.findByRole('option', { name: /视频监控联网率.*指标/ })).toBeTruthy()
    await user.keyboard('{Enter}')
    await waitFor(() =>
      expect(useView.getState()).toMatchObject({ workspace: 'plan', indicator: 'video-surveillance-networking' }),
    )
  })

  it('says how coordinates were read, marks the place on the map and takes it away with the text', async () => {
    const user = userEvent.setup()
    await renderWithCity(<SearchBox />)
    const box = screen.getByRole('combobox')
    await user.type(box, '35.51N 117.5E')
    expect(await screen.findByRole('option', { name: '117.50000, 35.51000 按“纬度, 经度”读 · WGS84' })).toBeTruthy()
    await user.keyboard('{Enter}')
    await waitFor(() => expect(useSketchBook.getState().sketches).toHaveLength(1))
    expect(useSketchBook.getState().sketches[0]).toMatchObject({
      legend: [{ word: '搜索的位置 117.50000, 35.51000' }],
      source: { features: [{ geometry: { coordinates: [117.5, 35.51] } }] },
    })
    await user.clear(box)
    await waitFor(() => expect(useSketchBook.getState().sketches).toHaveLength(0))
  })

  it('shows the English name in the Chinese page where that was searched for, and the id', async () => {
    const user = userEvent.setup()
    await renderWithCity(<SearchBox />)
    const box = screen.getByRole('combobox')
    await user.type(box, 'first school')
    expect(await screen.findByRole('option', { name: '第一小学 First School 学校' })).toBeTruthy()
    await user.clear(box)
    await user.type(box, '0001')
    expect(await screen.findByRole('option', { name: '钟楼 37088300000000000001 基站' })).toBeTruthy()
  })

  it('closes on Escape', async () => {
    const user = userEvent.setup()
    await renderWithCity(<SearchBox />)
    const box = screen.getByRole('combobox')
    await user.type(box, '小学')
    await screen.findAllByRole('option')
    await user.keyboard('{Escape}')
    expect(box.getAttribute('aria-expanded')).toBe('false')
    expect(screen.queryAllByRole('option')).toHaveLength(0)
  })
})
