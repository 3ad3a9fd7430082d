import { readFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'

const GEOMETRY = ['geos-wasm', 'clipper2-wasm', '@turf/turf', 'flatbush']

/** Where and with what a bench was run. */
export function machine(versions: Readonly<Record<string, string>>, packages = GEOMETRY): Record<string, unknown> {
  return {
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    date: new Date().toISOString(),
    peers: { ...installed(packages), ...versions },
  }
}

/** Versions as installed, which for the peers are those pinned in package.json. */
function installed(names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.map((name) => {
      const url = new URL(`../../node_modules/${name}/package.json`, import.meta.url)
      return [name, String(JSON.parse(readFileSync(url, 'utf8')).version)]
    }),
  )
}
