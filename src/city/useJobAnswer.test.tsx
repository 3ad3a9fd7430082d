import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { expect, test } from 'vitest'
import { catalogFixture, NOW, readingFixture, renderInCity } from '#tests/city/cityFixture.tsx'
import { useJobAnswer } from './useJobAnswer'

const FEEDS = ['areas'] as const
const catalog = catalogFixture({
  feeds: [{ id: 'areas', record: 'zone', source: { type: 'geojson', url: 'areas.geojson' } }],
})

/** Told what is asked; answers when let to. */
function long() {
  const asked: { readonly row: string; readonly answer: (text: string) => void; readonly job: string }[] = []
  const ask = (row: string, job: string) =>
    new Promise<string>((answer) => {
      asked.push({ row, job, answer })
    })
  return { asked, ask }
}

function Asking({ row, ask }: { readonly row: string; readonly ask: ReturnType<typeof long>['ask'] }) {
  const { answer, busy, stopped, stop, again } = useJobAnswer({
    feeds: FEEDS,
    verb: 'gapList',
    key: [row],
    ask: (_engine, job) => ask(row, job),
  })
  return (
    <>
      <output>{`${answer ?? 'nothing'} ${busy ? 'busy' : 'still'} ${stopped ? 'stopped' : ''}`.trim()}</output>
      <button type="button" onClick={stop}>
        stop
      </button>
      <button type="button" onClick={again}>
        again
      </button>
    </>
  )
}
const said = () => screen.getByRole('status').textContent

test('a job is stopped in the engine, has no answer, and is asked anew when wanted', async () => {
  const { asked, ask } = long()
  const cancelled: string[] = []
  renderInCity(<Asking row="a" ask={ask} />, {
    catalog,
    readings: [readingFixture('areas', NOW)],
    engine: { cancel: async (job: string) => void cancelled.push(job) },
  })
  await waitFor(() => expect(asked).toHaveLength(1))
  const user = userEvent.setup()
  await user.click(screen.getByRole('button', { name: 'stop' }))
  await waitFor(() => expect(said()).toBe('nothing still stopped'))
  expect(cancelled).toEqual([asked[0]?.job])
  asked[0]?.answer('late')
  await user.click(screen.getByRole('button', { name: 'again' }))
  await waitFor(() => expect(asked).toHaveLength(2))
  asked[1]?.answer('new')
  await waitFor(() => expect(said()).toBe('new still'))
})

test('the answer about another row never stands under this one', async () => {
  const { asked, ask } = long()
  function Switched() {
    const [row, setRow] = useState('a')
    return (
      <>
        <Asking row={row} ask={ask} />
        <button type="button" onClick={() => setRow('b')}>
          other
        </button>
      </>
    )
  }
  renderInCity(<Switched />, {
    catalog,
    readings: [readingFixture('areas', NOW)],
  })
  await waitFor(() => expect(asked).toHaveLength(1))
  asked[0]?.answer('of a')
  await waitFor(() => expect(said()).toBe('of a still'))
  await userEvent.setup().click(screen.getByRole('button', { name: 'other' }))
  expect(said()).toBe('nothing busy')
  await waitFor(() => expect(asked.map(({ row }) => row)).toEqual(['a', 'b']))
})
