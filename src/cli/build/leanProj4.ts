import { access } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Plugin } from 'vite'

/** PROJ's names of the projections that a catalog's coordinate reference systems use, and those they are made with. */
export const PROJECTIONS = ['tmerc', 'etmerc', 'utm'] as const

const require = createRequire(import.meta.url)
const folder = dirname(require.resolve('proj4/package.json'))
const LIST = join(folder, 'projs.js')
/** Military grid references, which nothing here reads. */
const MGRS = /\/mgrs\/mgrs\.js$/
const NO_MGRS = `
const left = () => { throw new Error('grid references are not built in') }
export { left as forward, left as inverse, left as toPoint }
export default { forward: left, inverse: left, toPoint: left }`

/** The module of proj4 that lists its projections, with those of `PROJECTIONS` alone. */
export const leanList = (): string =>
  [
    ...PROJECTIONS.map(
      (name) => `import ${name} from ${JSON.stringify(join(folder, 'lib/projections', `${name}.js`))}`,
    ),
    `export default (proj4) => { for (const each of [${PROJECTIONS.join(', ')}]) proj4.Proj.projections.add(each) }`,
  ].join('\n')

/**
 * Builds proj4 with the projections that a catalog can name and no others: the whole list is a tenth of the engine's
 * worker. Only the build does so; development, tests and the command line use proj4 as it is published.
 */
export function leanProj4(): Plugin {
  return {
    name: 'lean-proj4',
    apply: 'build',
    enforce: 'pre',
    async buildStart() {
      await access(LIST)
    },
    load(id) {
      const [path = ''] = id.split('?')
      if (path === LIST) return leanList()
      return MGRS.test(path) ? NO_MGRS : null
    },
  }
}
