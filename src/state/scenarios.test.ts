import { beforeEach, expect, test, vi } from 'vitest'
import type { Edit } from '#core/model/world.ts'
import {
  addScenario,
  goToStep,
  leaveOut,
  makeEdits,
  openScenario,
  openScenarioOf,
  removeScenario,
  renameScenario,
  showScenario,
  tryEdit,
  useScenarios,
} from './scenarios'

const drop = (id: string): Edit => ({ feed: 'sites', id, drop: true })
const made = () => openScenarioOf(useScenarios.getState())?.edits.map((edit) => ('id' in edit ? edit.id : ''))
const undone = () => openScenarioOf(useScenarios.getState())?.undone.length

beforeEach(() => {
  useScenarios.setState({ scenarios: [], open: null, shown: false, trial: null })
  addScenario({ title: '试', city: '1', edits: [] })
})

test('edits are undone and made again without end, and a new one ends what was undone', () => {
  for (const id of ['a', 'b', 'c', 'd']) makeEdits([drop(id)])
  goToStep(1)
  expect([made(), undone()]).toEqual([['a'], 3])
  goToStep(3)
  expect([made(), undone()]).toEqual([['a', 'b', 'c'], 1])
  goToStep(4)
  expect(made()).toEqual(['a', 'b', 'c', 'd'])
  goToStep(2)
  makeEdits([drop('e')])
  expect([made(), undone()]).toEqual([['a', 'b', 'e'], 0])
  leaveOut(1)
  expect(made()).toEqual(['a', 'e'])
})

test('what is tried goes with the next edit, and with the look at the city as it is', () => {
  tryEdit(drop('a'))
  makeEdits([drop('a')])
  expect(useScenarios.getState().trial).toBeNull()
  tryEdit(drop('b'))
  showScenario(false)
  expect(useScenarios.getState()).toMatchObject({ trial: null, shown: false })
})

test('another name is no step: the city stays on show as it was', () => {
  showScenario(false)
  renameScenario('新名')
  expect(openScenarioOf(useScenarios.getState())?.title).toBe('新名')
  expect(useScenarios.getState().shown).toBe(false)
})

test('they are kept by this browser, and one that cannot be is said to last for the page', () => {
  const stored = new Map<string, string>()
  vi.stubGlobal('localStorage', { setItem: (key: string, value: string) => stored.set(key, value) })
  makeEdits([drop('a')])
  expect(JSON.parse([...stored.values()][0] ?? '')).toMatchObject([{ title: '试', edits: [{ id: 'a' }] }])
  vi.stubGlobal('localStorage', {
    setItem: () => {
      throw new DOMException('full', 'QuotaExceededError')
    },
  })
  makeEdits([drop('b')])
  expect(useScenarios.getState().kept).toBe(false)
  expect(made()).toEqual(['a', 'b'])
  vi.unstubAllGlobals()
})

test('the one that is removed is no longer worked on; another stays', () => {
  const first = useScenarios.getState().open ?? ''
  addScenario({ title: '另', city: '1', edits: [] })
  removeScenario(first)
  expect(openScenarioOf(useScenarios.getState())?.title).toBe('另')
  removeScenario(useScenarios.getState().open ?? '')
  expect(useScenarios.getState()).toMatchObject({ scenarios: [], open: null, shown: false })
  openScenario('gone')
  expect(openScenarioOf(useScenarios.getState())).toBeNull()
})
