import { fileURLToPath } from 'node:url'
import { viteBuild } from '../viteBuild'

/** Builds the app into a new temporary folder and returns that folder. */
export const buildForBench = (): Promise<string> =>
  viteBuild(fileURLToPath(new URL('../../../', import.meta.url)), 'page-bench')
