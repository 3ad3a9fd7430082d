import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'
import { beginEvaluation, setEvaluationProgress } from '#city/evaluationProgress.ts'
import type { EvaluationView } from '#city/useEvaluation.ts'
import { initialView, useView } from '#state/view.ts'
import { evaluationFixture, renderInCity } from '#tests/city/cityFixture.tsx'
import { EvaluationNotice } from './EvaluationNotice'

const view = (parts: Partial<EvaluationView>): EvaluationView => ({
  evaluation: null,
  busy: false,
  stopped: false,
  fault: null,
  feeds: { settled: true, loaded: 2, unreadable: [], total: 2, stamp: '', readings: '', revisions: '' },
  cancel: () => {},
  again: () => {},
  ...parts,
})

beforeEach(() => {
  useView.setState({ ...initialView, workspace: 'plan' })
  beginEvaluation()
})

test('a computation under way shows how far it has come and can be stopped', async () => {
  setEvaluationProgress(7, 43)
  const cancel = vi.fn()
  renderInCity(<EvaluationNotice now={view({ busy: true, cancel })} />)
  expect(screen.getByRole('status').textContent).toBe('正在测算')
  expect(screen.getByRole('progressbar', { name: '已算 7 / 43 项指标' })).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: '停止' }))
  expect(cancel).toHaveBeenCalledTimes(1)
})

test('feeds still loading cannot be stopped: nothing is computed yet', () => {
  const feeds = { settled: false, loaded: 1, unreadable: [], total: 2, stamp: '', readings: '', revisions: '' }
  renderInCity(<EvaluationNotice now={view({ busy: true, feeds })} />)
  expect(screen.getByRole('status').textContent).toBe('正在载入数据源 1/2')
  expect(screen.queryByRole('button')).toBeNull()
})

test('a wall has no button to press, and says in words how far it is', () => {
  useView.setState({ workspace: 'screen' })
  setEvaluationProgress(7, 43)
  renderInCity(<EvaluationNotice now={view({ busy: true })} />)
  expect(screen.getByRole('status').textContent).toBe('正在测算指标 7/43')
  expect(screen.queryByRole('button')).toBeNull()
})

test('stopped: says what is shown, and computes again when wanted', async () => {
  const again = vi.fn()
  renderInCity(<EvaluationNotice now={view({ stopped: true, evaluation: evaluationFixture({}), again })} />)
  expect(screen.getByRole('status').textContent).toBe('测算已停止；现显示上次算出的结果')
  await userEvent.click(screen.getByRole('button', { name: '重新测算' }))
  expect(again).toHaveBeenCalledTimes(1)
})

test('stopped before the first result: there is none, and none is made up', () => {
  renderInCity(<EvaluationNotice now={view({ stopped: true })} />)
  expect(screen.getByRole('status').textContent).toBe('测算已停止，还没有可显示的结果')
})
