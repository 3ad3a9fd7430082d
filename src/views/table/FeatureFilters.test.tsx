import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeAll, describe, expect, it } from 'vitest'
import { setFeedFilter, useFilters } from '#state/filters.ts'
import { renderWithCity } from '#tests/city/renderWithCity.tsx'
import { SMALL_FEEDS } from '#tests/city/smallFeatures.ts'
import { FeatureTable } from './FeatureTable'

beforeAll(() => {
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, get: () => 600 })
  Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, get: () => 800 })
})

const SCHOOLS = SMALL_FEEDS['schools.geojson'].length
const COLUMNS = ['name', 'kind']

async function openFilters() {
  const user = userEvent.setup()
  const view = await renderWithCity(<FeatureTable feed="schools" columns={COLUMNS} scope={null} />)
  await screen.findByText('第一小学')
  await user.click(screen.getByRole('button', { name: '筛选' }))
  return { user, view }
}
const names = () =>
  screen
    .getAllByRole('row')
    .slice(1)
    .map((row) => within(row).getAllByRole('cell')[0]?.textContent)

describe('filters of a table', () => {
  it('offer the properties that have kinds, each kind with its count', async () => {
    await openFilters()
    const kinds = await screen.findByRole('group', { name: '类别' })
    expect(
      within(kinds)
        .getAllByRole('button')
        .map(({ textContent }) => textContent),
    ).toEqual(['小学 2', '<b>中学</b> 1'])
    // Pupils are another number for each school: nothing to choose from.
    expect(screen.queryByRole('button', { name: '学生数' })).toBeNull()
  })

  it('narrow the rows, say how many of how many, and stand in the slice the map reads', async () => {
    const { user } = await openFilters()
    await user.click(await screen.findByRole('button', { name: '小学 2' }))
    await waitFor(() => expect(names()).toEqual(['第一小学', '第二小学']))
    expect(screen.getByText(`显示 2 / ${SCHOOLS}`)).toBeTruthy()
    expect(useFilters.getState().byFeed).toEqual({ schools: { kind: ['小学'] } })
  })

  it('take another value beside the first, drop one by its chip, and all at once', async () => {
    const { user } = await openFilters()
    await user.click(await screen.findByRole('button', { name: '小学 2' }))
    expect(screen.getByRole('button', { name: '小学 2' }).ariaPressed).toBe('true')
    await user.click(screen.getByRole('button', { name: '<b>中学</b> 1' }))
    await waitFor(() => expect(names()).toHaveLength(3))
    await user.click(screen.getByRole('button', { name: '取消筛选 类别：小学' }))
    await waitFor(() => expect(names()).toEqual(['<img src=x onerror=alert(1)>']))
    await user.click(screen.getByRole('button', { name: '清除筛选' }))
    await waitFor(() => expect(names()).toHaveLength(3))
    expect(useFilters.getState().byFeed).toEqual({})
  })

  it('say so when nothing matches', async () => {
    await openFilters()
    setFeedFilter('schools', { kind: ['大学'] })
    expect(await screen.findByText('没有同时符合这些筛选的要素')).toBeTruthy()
    expect(screen.getByText(`显示 0 / ${SCHOOLS}`)).toBeTruthy()
  })

  it('go with their table: the map leaves nothing out unseen', async () => {
    const { user, view } = await openFilters()
    await user.click(await screen.findByRole('button', { name: '小学 2' }))
    view.unmount()
    expect(useFilters.getState().byFeed).toEqual({})
  })
})
