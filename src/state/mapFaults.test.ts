import { expect, test } from 'vitest'
import { noteMapFault, renewMapSource, settleMapFaults, useMapFaults } from './mapFaults'

const said = () => useMapFaults.getState().faults.map(({ source, message }) => `${source}: ${message}`)

test('a fault stands once until its source has been drawn from other data without it', () => {
  noteMapFault({ source: 'cases', message: 'varint' })
  noteMapFault({ source: 'cases', message: 'varint' })
  noteMapFault({ source: 'towns', message: 'ring' })
  expect(said()).toEqual(['cases: varint', 'towns: ring'])
  // Drawn again from the same data: nothing has been mended.
  settleMapFaults()
  expect(said()).toEqual(['cases: varint', 'towns: ring'])
  // Other data, and the fault comes again.
  renewMapSource('cases')
  noteMapFault({ source: 'cases', message: 'varint' })
  settleMapFaults()
  expect(said()).toEqual(['towns: ring', 'cases: varint'])
  renewMapSource('cases')
  settleMapFaults()
  expect(said()).toEqual(['towns: ring'])
})

test('a fault without a source stays, and no more than twenty are held', () => {
  useMapFaults.setState({ faults: [] })
  for (let index = 0; index < 30; index += 1) noteMapFault({ source: null, message: `${index}` })
  settleMapFaults()
  expect(said()).toHaveLength(20)
  expect(said().at(-1)).toBe('null: 29')
})
