import type { StartCheapest } from '../cheapest/cheapestRequest'
import { startSearch } from './startSearch'

export const startCheapest: StartCheapest = (task, settings, hear = () => {}) =>
  startSearch(
    new Worker(new URL('./cheapest.worker.ts', import.meta.url), { type: 'module', name: 'cheapest' }),
    task,
    settings,
    hear,
  )
