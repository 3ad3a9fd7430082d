import { QueryClient } from '@tanstack/react-query'
import { act, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { setConnection } from '#city/connections.ts'
import { setEvaluationProgress } from '#city/evaluationProgress.ts'
import { NOW as PRESENT } from '#core/model/world.ts'
import { initialView, useView } from '#state/view.ts'
import { showWorld } from '#state/world.ts'
import { catalogFixture, NOW, readingFixture, renderInCity } from '#tests/city/cityFixture.tsx'
import { DebugPanel } from './DebugPanel'

const feed = (id: string, title: string) => ({
  id,
  title,
  record: 'case',
  source: { type: 'geojson', url: `${id}.geojson` },
})
const catalog = catalogFixture({ feeds: [feed('cases', '案件'), feed('teams', '队伍'), feed('unread', '没读过')] })
const channel = {
  since: NOW,
  attempt: 0,
  retryAt: null,
  reason: null,
  lastMessage: NOW,
  bad: 0,
  unusable: 0,
  lastBad: null,
  waitingChanges: 0,
  dropped: 0,
}

function show(onClose = () => {}) {
  const client = new QueryClient()
  client.setQueryData([PRESENT, 'total'], 1)
  client.setQueryData([{ kind: 'past', at: NOW, axis: 'known' }, 'total'], 1)
  void client.prefetchQuery({ queryKey: [PRESENT, 'rows'], queryFn: () => new Promise(() => {}) })
  const cases = readingFixture('cases', NOW)
  const readings = [
    { ...cases, report: { ...cases.report, sha256: `0123456789${'a'.repeat(54)}`, revision: 7 } },
    readingFixture('teams', NOW),
  ]
  return renderInCity(<DebugPanel onClose={onClose} />, { catalog, readings, client })
}

/** The value beside a label. */
const said = (label: string) => screen.getByText(label, { selector: 'dt' }).nextElementSibling?.textContent

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  useView.setState({ ...initialView, workspace: 'plan' })
  showWorld(PRESENT)
})
afterEach(() => {
  vi.useRealTimers()
  showWorld(PRESENT)
})

test('questions are counted in all and by world, and the world on show is named', () => {
  setEvaluationProgress(12, 43)
  show()
  // Two readings, two answers, and one question that waits.
  expect(said('进行中 / 全部')).toBe('1 / 5')
  expect(said('正在显示')).toBe('现在')
  expect(said('现在')).toBe('1 / 2')
  expect(said('2026年9月1日 08:00（当时已知）')).toBe('0 / 1')
  expect(said('指标计算')).toBe('12 / 43 行')
  act(() => showWorld({ kind: 'plan', base: PRESENT, title: '新站', edits: [] }))
  expect(said('正在显示')).toBe('方案“新站”（现在）')
})

test('feeds say the reading they hold and how often it has changed, channels how they stand', () => {
  setConnection('cases', { ...channel, kind: 'live', received: 31 })
  show()
  expect(screen.getByText('数据源（2）')).toBeTruthy()
  const [ofChannel, ofFeed] = screen.getAllByText('案件', { selector: 'dt' }).map((label) => label.nextElementSibling)
  expect(ofChannel?.textContent).toBe('实时接收已收 31 条变化')
  expect(ofFeed?.textContent).toContain('01234567第 7 版')
  expect(said('队伍')).toContain('aaaaaaaa第 0 版')
  expect(screen.queryByText('没读过')).toBeNull()
})

test('it folds, opens folded on a wall, and closes', async () => {
  const user = userEvent.setup()
  const close = vi.fn()
  const { unmount } = show(close)
  const panel = () => screen.getByRole('region', { name: '调试' })
  await user.click(within(panel()).getByRole('button', { name: '收起调试面板' }))
  expect(screen.queryByText('主线程')).toBeNull()
  await user.click(within(panel()).getByRole('button', { name: '展开调试面板' }))
  expect(screen.getByText('主线程')).toBeTruthy()
  await user.click(within(panel()).getByRole('button', { name: '关闭调试面板' }))
  expect(close).toHaveBeenCalledOnce()
  unmount()
  useView.setState({ workspace: 'screen' })
  show()
  expect(screen.queryByText('主线程')).toBeNull()
})
