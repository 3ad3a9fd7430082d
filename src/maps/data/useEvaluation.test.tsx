import { useQueryClient } from '@tanstack/react-query'
import { act, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import type { Evaluation } from '../../core/model/evaluation'
import type { EvaluateRequest } from '../../workers/engineApi'
import { catalogFixture, NOW, readingFixture, renderInCity } from './cityFixture'
import { useEvaluation } from './useEvaluation'

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
  const { evaluation, fault } = useEvaluation(scope)
  return (
    <p>
      {name} {evaluation ? `${evaluation.scope}:${evaluation.dataTime}` : 'none'} {fault}
    </p>
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
