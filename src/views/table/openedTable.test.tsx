import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { useFilters } from '#state/filters.ts'
import { openList, useLists } from '#state/lists.ts'
import { catalogFixture, NOW, readingFixture, renderInCity } from '#tests/city/cityFixture.tsx'
import { renderWithCity } from '#tests/city/renderWithCity.tsx'
import { FeatureTable } from './FeatureTable'
import { OutsideScope } from './OutsideScope'

beforeAll(() => {
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, get: () => 600 })
  Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, get: () => 800 })
})
beforeEach(() => useLists.setState(useLists.getInitialState(), true))

const COLUMNS = ['name', 'pupils']
const LARGE = { where: ['>', ['get', 'pupils'], 500], title: { zh: '大校' } } as const
const names = () =>
  screen
    .getAllByRole('row')
    .slice(1)
    .map((row) => within(row).getAllByRole('cell')[0]?.textContent)

/** Two desks with a table of the same feed each; going to the other, it is opened with a filter and a part. */
function Desks() {
  const [desk, setDesk] = useState('one')
  return (
    <>
      <button
        type="button"
        onClick={() => {
          openList({
            feed: 'schools',
            filter: { kind: ['小学'] },
            part: LARGE,
            sort: { column: 'pupils', descending: true },
          })
          setDesk('two')
        }}
      >
        去
      </button>
      <FeatureTable key={desk} feed="schools" columns={COLUMNS} scope={null} />
    </>
  )
}

describe('a list opened from elsewhere', () => {
  it('shows the part, the filter and the order it was opened with, though the same list stood at another desk', async () => {
    const user = userEvent.setup()
    const view = await renderWithCity(<Desks />)
    await screen.findByText('第一小学')
    await user.click(screen.getByRole('button', { name: '去' }))
    await waitFor(() => expect(names()).toEqual(['第二小学', '第一小学']))
    await user.click(screen.getByRole('button', { name: '取消“大校”' }))
    await user.click(screen.getByRole('button', { name: '取消筛选 类别：小学' }))
    await waitFor(() => expect(names()).toEqual(['第二小学', '第一小学', '<img src=x onerror=alert(1)>']))
    // With the table goes what it leaves out: the map must not leave it out unseen.
    act(() => openList({ feed: 'schools', filter: { kind: ['小学'] }, part: LARGE }))
    view.unmount()
    expect(useFilters.getState()).toEqual({ byFeed: {}, part: null })
  })
})

describe('a list of a scope', () => {
  const catalog = catalogFixture({
    feeds: [
      { id: 'warnings', record: 'warning', source: { type: 'geojson', url: 'warnings.geojson' } },
      { id: 'scopes', record: 'zone', source: { type: 'geojson', url: 'scopes.geojson' } },
    ],
    scopes: [{ id: 'built-up', title: { zh: '建成区' }, feed: 'scopes' }],
  })
  function List() {
    const everywhere = useLists((lists) => lists.everywhere)
    return <OutsideScope feed="warnings" scope="built-up" where={undefined} shown={0} everywhere={everywhere} />
  }

  it('says how many are outside, and one click lists them', async () => {
    renderInCity(<List />, {
      catalog,
      readings: [readingFixture('warnings', NOW)],
      engine: { total: async ({ scope }) => ({ value: scope ? 0 : 3, features: 0 }) },
    })
    await userEvent.setup().click(await screen.findByRole('button', { name: '建成区外还有 3 条' }))
    expect(useLists.getState().everywhere).toBe(true)
    await userEvent.setup().click(screen.getByRole('button', { name: '只看建成区' }))
    expect(useLists.getState().everywhere).toBe(false)
  })
})
