import type { StartSiting } from '../siting/sitingSearch'
import { startSearch } from './startSearch'

export const startSiting: StartSiting = (task, settings, hear = () => {}) =>
  startSearch(
    new Worker(new URL('./siting.worker.ts', import.meta.url), { type: 'module', name: 'siting' }),
    task,
    settings,
    hear,
  )
