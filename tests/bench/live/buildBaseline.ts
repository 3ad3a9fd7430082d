import { fileURLToPath } from 'node:url'
import { viteBuild } from '../viteBuild'

/** Builds the baseline page into a new temporary folder and returns that folder. */
export const buildBaseline = (): Promise<string> =>
  viteBuild(fileURLToPath(new URL('./baseline/', import.meta.url)), 'live-baseline')
