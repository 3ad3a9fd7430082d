import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeAll, describe, expect, it } from 'vitest'
import { palettes } from '#layers/palettes.ts'
import { useSelection } from '#state/selection.ts'
import { setTable, setView, useView } from '#state/view.ts'
import { renderWithCity } from '#tests/city/renderWithCity.tsx'
import { FeatureTable } from './FeatureTable'

const COLUMNS = ['name', 'pupils']

// jsdom lays nothing out; the virtual rows need a height to fill.
beforeAll(() => {
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, get: () => 600 })
  Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, get: () => 800 })
})

const firstCells = () =>
  screen
    .getAllByRole('row')
    .slice(1)
    .map((row) => within(row).getAllByRole('cell')[0]?.textContent)

describe('feature table', () => {
  it('sorts by a column, figures by size, and says so', async () => {
    const user = userEvent.setup()
    await renderWithCity(<FeatureTable feed="schools" columns={COLUMNS} scope={null} />)
    await screen.findByText('第一小学')
    const head = screen.getByRole('button', { name: '按 学生数 排序' })
    await user.click(head)
    // 1200, 900, 300: a first click on figures sorts the largest to the top.
    await waitFor(() => expect(firstCells()).toEqual(['第二小学', '第一小学', '<img src=x onerror=alert(1)>']))
    expect(head.closest('th')).toHaveProperty('ariaSort', 'descending')
    await user.click(head)
    await waitFor(() => expect(firstCells()).toEqual(['<img src=x onerror=alert(1)>', '第一小学', '第二小学']))
  })

  it('takes its order and filter from the view, as a link gave them, and leaves them there', async () => {
    const user = userEvent.setup()
    await renderWithCity(<FeatureTable feed="schools" columns={COLUMNS} scope={null} />)
    await screen.findByText('第一小学')
    setTable('schools', { sort: { column: 'pupils', descending: true }, filter: { kind: ['小学'] } })
    await waitFor(() => expect(firstCells()).toEqual(['第二小学', '第一小学']))
    await user.click(screen.getByRole('button', { name: '按 学生数 排序' }))
    expect(useView.getState().tables.schools).toEqual({
      sort: { column: 'pupils', descending: false },
      filter: { kind: ['小学'] },
    })
  })

  it('is one stop for Tab; arrows move, Enter selects the feature', async () => {
    const user = userEvent.setup()
    await renderWithCity(<FeatureTable feed="schools" columns={COLUMNS} scope={null} />)
    const first = (await screen.findByText('第一小学')).closest('tr')!
    first.focus()
    await user.keyboard('{ArrowDown}')
    await waitFor(() => expect(document.activeElement?.textContent).toContain('第二小学'))
    expect(screen.getAllByRole('row').filter((row) => row.tabIndex === 0)).toHaveLength(1)
    await user.keyboard('{Enter}')
    await waitFor(() =>
      expect(useSelection.getState().selection).toMatchObject({ kind: 'feature', feature: { id: 's2' } }),
    )
  })

  it('names features in English where they have such a name', async () => {
    await renderWithCity(<FeatureTable feed="schools" columns={COLUMNS} scope={null} />, { language: 'en' })
    expect(await screen.findByText('First School')).toBeTruthy()
    expect(screen.getByText('第二小学')).toBeTruthy()
    expect(screen.queryByText('第一小学')).toBeNull()
  })

  it('has the colours of the map: none of its own while a row of the planner is open', async () => {
    const colours = () =>
      new Set([...document.querySelectorAll('td svg path')].map((mark) => mark.getAttribute('fill')))
    await renderWithCity(<FeatureTable feed="sites" columns={['id', 'operator']} scope={null} />)
    await screen.findAllByText('移动')
    const { op1, text3 } = palettes.dark
    expect(colours()).toEqual(new Set([op1]))
    act(() => setView({ workspace: 'plan', indicator: 'ipv6-support' }))
    expect(colours()).toEqual(new Set([text3]))
    act(() => setView({ workspace: 'respond' }))
    expect(colours()).toEqual(new Set([op1]))
  })

  it('says why there is nothing when the feed cannot be read', async () => {
    await renderWithCity(<FeatureTable feed="gone" columns={COLUMNS} scope={null} />)
    expect(await screen.findByRole('alert')).toHaveProperty('textContent', expect.stringContaining('503'))
  })
})
