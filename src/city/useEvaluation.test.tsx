import { useQueryClient } from '@tanstack/react-query'
import { act, screen } from '@testing-library/react'
import { useState } from 'react'
import { beforeEach, expect, test, vi } from 'vitest'
import type { Evaluation } from '#core/model/evaluation.ts'
import type { EvaluateRequest } from '#engine/engineApi.ts'
import { JobCancelled } from '#engine/jobs/jobs.ts'
import { catalogFixture, NOW, readingFixture, renderInCity } from '#tests/city/cityFixture.tsx'
import { beginEvaluation } from './evaluationProgress'
import { useEvaluation } from './useEvaluation'

beforeEach(beginEvaluation)

const catalog = catalogFixture({
  feeds: [{ id: 'schools', record: 'place', source: { type: 'geojson', url: 'schools.geojson' } }],
})
const city = {
  catalog,
  feedsByIndicator: { 'smart-campus-coverage': ['schools'] },
  readings: [readingFixture('schools', NOW)],
}

/** An engine whose answers are numbered through `dataTime`. */
function countingEngine() {
  let count = 0
  return vi.fn(async ({ scope }: EvaluateRequest): Promise<Evaluation> => {
    count += 1
    return { scope, dataTime: count, indicators: [] }
  })
}

function Shown({ scope, name }: { readonly scope: string | null; readonly name: string }) {
  const { evaluation, fault, stopped, busy, cancel, again } = useEvaluation(scope)
  return (
    <>
      <p>
        {name} {evaluation ? `${evaluation.scope}:${evaluation.dataTime}` : 'none'} {fault}
      </p>
      {busy && (
        <button type="button" onClick={cancel}>
          cancel {name}
        </button>
      )}
      {stopped && (
        <button type="button" onClick={again}>
          again {name}
        </button>
      )}
    </>
  )
}

/** Another reading of the feed comes in. */
function Reread() {
  const client = useQueryClient()
  const read = () => {
    const reading = readingFixture('schools', NOW)
    client.setQueryData(['feed', 'http://city.test/geodata/catalog.json', 'schools'], {
      ...reading,
      report: { ...reading.report, sha256: 'b'.repeat(64) },
    })
  }
  return (
    <button type="button" onClick={read}>
      read
    </button>
  )
}

test('many components share one computation', async () => {
  const evaluate = countingEngine()
  renderInCity(
    <>
      <Shown scope="town" name="one" />
      <Shown scope="town" name="two" />
    </>,
    { ...city, engine: { evaluate } },
  )
  await screen.findByText('one town:1')
  expect(screen.getByText('two town:1')).toBeTruthy()
  expect(evaluate).toHaveBeenCalledTimes(1)
})

test('a new reading computes again; the earlier result stays until then', async () => {
  const evaluate = countingEngine()
  renderInCity(
    <>
      <Shown scope={null} name="one" />
      <Reread />
    </>,
    { ...city, engine: { evaluate } },
  )
  await screen.findByText('one null:1')
  act(() => screen.getByText('read').click())
  expect(screen.queryByText(/none/)).toBeNull()
  expect(await screen.findByText('one null:2')).toBeTruthy()
})

test('a failure is told', async () => {
  renderInCity(<Shown scope={null} name="one" />, {
    ...city,
    engine: { evaluate: () => Promise.reject(new Error('no answer in 180 s')) },
  })
  expect(await screen.findByText('one none no answer in 180 s')).toBeTruthy()
})

/** An engine whose evaluations end only when told to or cancelled, as the worker's do. */
function heldEngine() {
  const open = new Map<string, { request: EvaluateRequest; end: (stopped: boolean) => void }>()
  const begun: (string | null)[] = []
  const evaluate = vi.fn(
    (request: EvaluateRequest) =>
      new Promise<Evaluation>((resolve, reject) => {
        const { job = 'none', scope } = request
        begun.push(scope)
        const end = (stopped: boolean) => {
          open.delete(job)
          if (stopped) reject(new JobCancelled(job))
          else resolve({ scope, dataTime: begun.length, indicators: [] })
        }
        open.set(job, { request, end })
      }),
  )
  const cancel = vi.fn(async (job: string) => open.get(job)?.end(true))
  const endAll = () => act(async () => [...open.values()].forEach(({ end }) => void end(false)))
  return { engine: { evaluate, cancel }, begun, open, endAll }
}

/** A component whose scope can be changed. */
function Chooser() {
  const [scope, setScope] = useState('town')
  return (
    <>
      <Shown scope={scope} name="one" />
      <button type="button" onClick={() => setScope('port')}>
        port
      </button>
    </>
  )
}

test('another scope cancels the evaluation under way instead of waiting for it', async () => {
  const { engine, begun, endAll } = heldEngine()
  renderInCity(<Chooser />, { ...city, engine })
  await vi.waitFor(() => expect(begun).toEqual(['town']))
  const job = engine.evaluate.mock.calls[0]?.[0].job
  act(() => screen.getByText('port').click())
  // The first never ended by itself: the second begins because the first was cancelled.
  await vi.waitFor(() => expect(begun).toEqual(['town', 'port']))
  expect(engine.cancel.mock.calls).toEqual([[job]])
  expect(engine.evaluate.mock.calls[1]?.[0].job).not.toBe(job)
  await endAll()
  expect(await screen.findByText('one port:2')).toBeTruthy()
})

test('stopped by the user: the earlier result stays, and it computes again when wanted', async () => {
  const { engine, begun, open, endAll } = heldEngine()
  renderInCity(
    <>
      <Shown scope="town" name="one" />
      <Shown scope="town" name="two" />
      <Reread />
    </>,
    { ...city, engine },
  )
  await vi.waitFor(() => expect(begun).toHaveLength(1))
  await endAll()
  await screen.findByText('one town:1')
  act(() => screen.getByText('read').click())
  await vi.waitFor(() => expect(begun).toHaveLength(2))
  act(() => screen.getByText('cancel one').click())
  // All components share the computation, so it is stopped for all.
  expect(await screen.findByText('again one')).toBeTruthy()
  expect(screen.getByText('again two')).toBeTruthy()
  expect(screen.getByText('one town:1')).toBeTruthy()
  expect(screen.queryByText('cancel one')).toBeNull()
  expect(open.size).toBe(0)
  expect(begun).toHaveLength(2)
  act(() => screen.getByText('again two').click())
  await vi.waitFor(() => expect(begun).toHaveLength(3))
  await endAll()
  expect(await screen.findByText('two town:3')).toBeTruthy()
  expect(screen.queryByText('again one')).toBeNull()
})
