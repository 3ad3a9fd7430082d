import { gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

const KB = 1024

/** Most JavaScript, gzipped, that the page may load. Workers are not counted; charts load when first used. */
const BUDGET = {
  /** Up to the first map frame: the entry, what it imports, and the map. */
  first: 450 * KB,
  /** Every chunk but charts. */
  all: 1200 * KB,
}

const CHARTS = /^(echarts|charts)/

/** Prints the gzipped sizes of the built page's JavaScript and fails the build over budget. */
export function bundleBudget(): Plugin {
  return {
    name: 'bundle-budget',
    apply: 'build',
    writeBundle(_, bundle) {
      const sizes = new Map<string, number>()
      const reach = new Map<string, readonly string[]>()
      let entry: string | undefined
      for (const item of Object.values(bundle)) {
        if (item.type !== 'chunk') continue
        sizes.set(item.fileName, gzipSync(item.code).length)
        reach.set(item.fileName, item.imports)
        if (item.isEntry) entry = item.fileName
      }
      if (!entry) return
      const first = new Set<string>()
      const follow = (file: string): void => {
        if (first.has(file) || !sizes.has(file)) return
        first.add(file)
        for (const next of reach.get(file) ?? []) follow(next)
      }
      follow(entry)

      const total = (files: Iterable<string>): number =>
        [...files].reduce((sum, file) => sum + (sizes.get(file) ?? 0), 0)
      const counted = [...sizes.keys()].filter((file) => !CHARTS.test(file.replace(/^.*\//, '')))
      const rows: readonly (readonly [string, number, number])[] = [
        ['JavaScript before the first map frame', total(first), BUDGET.first],
        ['JavaScript in all, without charts', total(counted), BUDGET.all],
      ]
      for (const [what, size, budget] of rows) {
        this.info(`${what}: ${(size / KB).toFixed(0)} KB gzip of ${budget / KB} KB`)
      }
      const over = rows.filter(([, size, budget]) => size > budget)
      if (over.length > 0) {
        const largest = [...sizes].sort((a, b) => b[1] - a[1]).slice(0, 8)
        const list = largest.map(([file, size]) => `  ${(size / KB).toFixed(0)} KB ${file}`).join('\n')
        this.error(`over budget: ${over.map(([what]) => what).join('; ')}\n${list}`)
      }
    },
  }
}
