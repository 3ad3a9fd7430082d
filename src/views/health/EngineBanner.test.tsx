import { act, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import { type EngineHealth, WELL } from '#core/model/engineHealth.ts'
import { setEngineHealth } from '#state/engine.ts'
import { renderWithCity } from '#tests/city/renderWithCity.tsx'
import { Banners } from './Banners'
import { FreshnessLine } from './FreshnessLine'
import { HealthTable } from './HealthPanel'

const AT = Date.parse('2026-09-01T10:05:00+08:00')
const LAST: EngineHealth['last'] = { at: AT, fault: { kind: 'error', detail: 'x is undefined' } }

afterEach(() => act(() => setEngineHealth(WELL)))

const become = (health: Partial<EngineHealth>) => act(() => setEngineHealth({ ...WELL, ...health }))
const headerTone = () => screen.getByText(/数据源正常/).className

it('the header is not green over an engine that is not well, and says what it is', async () => {
  await renderWithCity(<FreshnessLine />)
  await become({ state: 'busy', since: AT })
  expect(screen.getByText('数据引擎正忙')).toBeTruthy()
  expect(headerTone()).toContain('warn')
  await become({ state: 'silent', since: AT })
  expect(screen.getByText('数据引擎没有回应').className).toContain('bad')
  await become({ state: 'down', since: AT, failures: 1, last: LAST })
  expect(screen.getByText('数据引擎重启中').className).toContain('bad')
  expect(headerTone()).toContain('warn')
  await become({ failures: 1, last: LAST })
  expect(screen.queryByText(/数据引擎/)).toBeNull()
})

it('a banner says why it stopped, and afterwards that it was started again, until somebody has read it', async () => {
  const user = userEvent.setup()
  await renderWithCity(<Banners />)
  expect(screen.queryByText(/数据引擎/)).toBeNull()
  await become({ state: 'down', since: AT, failures: 1, last: LAST })
  expect(screen.getByText('数据引擎已停止，正在重新启动：出错（x is undefined）')).toBeTruthy()
  await become({ failures: 1, last: LAST })
  expect(screen.getByText(/数据引擎于 .*10:05.* 停止后自动重新启动：出错（x is undefined）/)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: '收起' }))
  expect(screen.queryByText(/数据引擎/)).toBeNull()
  // The next time is another.
  await become({ failures: 2, last: { at: AT + 60_000, fault: { kind: 'silent', seconds: 15 } } })
  expect(screen.getByText(/15 秒没有回应/)).toBeTruthy()
})

it('data health keeps when and why', async () => {
  await renderWithCity(<HealthTable />)
  await become({ failures: 1, last: { at: AT, fault: { kind: 'gone' } } })
  expect(screen.getByText(/停止后自动重新启动：线程已不在/)).toBeTruthy()
})
