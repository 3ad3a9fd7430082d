import { cp } from 'node:fs/promises'
import { join } from 'node:path'
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
      await cp(join(config.root, 'geodata'), join(config.root, config.build.outDir, 'geodata'), { recursive: true })
    },
  }
}
