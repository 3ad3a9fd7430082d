import { existsSync, readFileSync } from 'node:fs'
import { SourceMap } from 'node:module'
import { join } from 'node:path'

/** Where a place of a built script comes from: `path` is relative to the project, as `src/…` or `node_modules/…`. */
interface SourcePlace {
  readonly path: string
  /** From 1. */
  readonly line: number
}

export type FindSource = (url: string, line: number, column: number) => SourcePlace | null

/**
 * Finds places of the scripts served from a built folder in their sources, by the source maps beside them; null where there is none.
 * `line` and `column` count from 0, as in profiles.
 */
export function readSources(folder: string): FindSource {
  const maps = new Map<string, SourceMap | null>()
  const mapOf = (url: string): SourceMap | null => {
    const known = maps.get(url)
    if (known !== undefined) return known
    const file = join(folder, `${new URL(url).pathname}.map`)
    const map = existsSync(file) ? new SourceMap(JSON.parse(readFileSync(file, 'utf8'))) : null
    maps.set(url, map)
    return map
  }
  return (url, line, column) => {
    if (!/^https?:/.test(url)) return null
    const entry = mapOf(url)?.findEntry(line, column)
    if (!entry || !('originalSource' in entry)) return null
    const path = /(?:^|\/)((?:src|node_modules)\/.*)$/.exec(entry.originalSource)?.[1]
    return path === undefined ? null : { path, line: entry.originalLine + 1 }
  }
}
