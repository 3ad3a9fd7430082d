import { cp } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Plugin, ResolvedConfig } from 'vite'

/** Copies `geodata/` beside the built app, where another city's files replace it without a rebuild. */
export function copyGeodata(): Plugin {
  let config: ResolvedConfig
  return {
    name: 'copy-geodata',
    apply: 'build',
    configResolved(resolved) {
      config = resolved
    },
    async closeBundle() {
      const { root, build } = config
      await cp(join(root, 'geodata'), resolve(root, build.outDir, 'geodata'), { recursive: true })
    },
  }
}
