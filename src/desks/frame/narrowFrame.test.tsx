import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { beforeEach, expect, test } from 'vitest'
import { markFirstFrame } from '#state/page.ts'
import { initialView, useView } from '#state/view.ts'
import { catalogFixture, renderInCity } from '#tests/city/cityFixture.tsx'
import { Dock } from './Dock'
import { frameLayout } from './frameLayout'
import { PaneTabs } from './PaneTabs'
import { TopBar } from './TopBar'
import type { Frame, Side } from './useFrame'

const OPEN = { left: false, right: false, bottom: false }

beforeEach(() => {
  useView.setState({ ...initialView, workspace: 'respond', map: 'events' })
  markFirstFrame()
})

function Desk({ width, opened = null }: { readonly width: number; readonly opened?: string | null }) {
  const [pane, show] = useState<Side | null>('left')
  const layout = frameLayout('respond', width, 844, OPEN, false, pane !== null)
  const frame: Frame = { layout, folded: OPEN, fold: () => {}, pane, show }
  return (
    <>
      <Dock side="left" frame={frame} title="列表">
        一
      </Dock>
      <Dock side="right" frame={frame} title="处置单">
        二
      </Dock>
      <PaneTabs
        frame={frame}
        panes={[
          { side: 'left', title: '列表' },
          { side: 'right', title: '处置单' },
        ]}
        opened={opened}
      />
    </>
  )
}
const docks = () => screen.queryAllByRole('complementary').map((dock) => dock.textContent)

test('a narrow desk has one panel over the map at a time, or none', async () => {
  const user = userEvent.setup()
  renderInCity(<Desk width={390} />)
  expect(docks()).toEqual(['列表一'])
  await user.click(screen.getByRole('button', { name: '处置单' }))
  expect(docks()).toEqual(['处置单二'])
  expect(screen.getByRole('button', { name: '处置单' }).getAttribute('aria-pressed')).toBe('true')
  await user.click(screen.getByRole('button', { name: '地图' }))
  expect(docks()).toEqual([])
})

test('what was just chosen brings its panel up', () => {
  renderInCity(<Desk width={390} opened="cases 7" />)
  expect(docks()).toEqual(['处置单二'])
})

test('a wide desk has all its panels, and no tabs for them', () => {
  renderInCity(<Desk width={1440} opened="cases 7" />)
  expect(docks()).toEqual(['列表一', '处置单二'])
  expect(screen.queryByRole('navigation')).toBeNull()
})

test('the bar of a narrow page says where one is, and its menu leads elsewhere and closes', async () => {
  const user = userEvent.setup()
  renderInCity(<TopBar narrow />, { catalog: catalogFixture({ maps: [{ id: 'events' }, { id: 'hazards' }] }) })
  expect(screen.queryAllByRole('tab')).toEqual([])
  await user.click(screen.getByRole('button', { name: /应急 · 事件态势/ }))
  const tab = await screen.findByRole('tab', { name: '规划', hidden: true })
  await user.click(tab)
  expect(useView.getState().workspace).toBe('plan')
  expect(screen.queryAllByRole('tab', { hidden: true })).toEqual([])
})

test('the key ? explains stars, ribbon, quarantine, old data and keys, but not while something is written', async () => {
  const user = userEvent.setup()
  renderInCity(<TopBar narrow={false} />)
  await user.type(await screen.findByRole('combobox', { name: '搜索' }), '?')
  expect(screen.queryByRole('heading', { name: '按键', hidden: true })).toBeNull()
  await user.click(document.body)
  await user.keyboard('?')
  await screen.findByRole('heading', { name: '星级是什么', hidden: true })
  for (const name of ['星级带是什么', '“隔离”是什么', '“旧数据”是什么', '按键']) {
    expect(screen.getByRole('heading', { name, hidden: true })).toBeTruthy()
  }
  expect(screen.getByText(/DB37\/T 3890-2020/)).toBeTruthy()
})
