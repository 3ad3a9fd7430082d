import { type CheapestFound, cheapestSearch } from '#core/cheapest/cheapestSearch.ts'
import type { CheapestTask } from '#core/cheapest/cheapestTask.ts'
import type { CheapestSettings, FoundChoices } from '../cheapest/cheapestRequest'
import { type Around, type SearchAsked, searchThread } from './searchThread'

/** A thread that searches what it takes. */
export const cheapestThread = (around: Around<FoundChoices>): ((asked: SearchAsked<CheapestSettings>) => void) =>
  searchThread(around, (task: CheapestTask, settings: CheapestSettings) => {
    const features = new Map(
      task.features.flatMap(({ choices, before, states }) =>
        choices.map((choice) => [choice, before ?? states[0] ?? null] as const),
      ),
    )
    const choices = (found: CheapestFound): FoundChoices => ({
      ...found,
      choices: found.made.map((at) => {
        const { geometry = null, properties = {} } = features.get(at) ?? {}
        return { ...task.choices[at]!, geometry, properties }
      }),
    })
    return [cheapestSearch(task, settings), choices]
  })
