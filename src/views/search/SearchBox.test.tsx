import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { useSelection } from '#state/selection.ts'
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
