import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { verifyEvidence } from '#cli/evidence/verifyEvidence.ts'
import { computeIndicators } from '#cli/indicators/computeIndicators.ts'
import { parseArguments } from '#cli/indicators/parseArguments.ts'
import { readSource, sourceUrl } from '#cli/readSource.ts'
import { evidenceDigest } from '#core/evidence/evidence.ts'
import { CHECKLIST, COVERAGE, REPORTED, type ServedFolder, serveFolder } from './commandLineFixture'

// Some hundred computations of one row each.
vi.setConfig({ testTimeout: 120_000 })

type Path = readonly (string | number)[]

let served: ServedFolder
beforeAll(async () => {
  served = await serveFolder()
})
afterAll(() => served.stop())

const hash = (text: string): string => createHash('sha256').update(text).digest('hex')

async function exported(row: string, ...options: string[]): Promise<string> {
  const wanted = parseArguments([
    '--catalog',
    served.file('catalog.json'),
    '--only',
    row,
    '--evidence',
    'x',
    ...options,
  ])
  if (!wanted.ok) throw new Error(wanted.faults.join())
  const computed = await computeIndicators(wanted.value, sourceUrl(wanted.value.catalog), readSource)
  if (!computed.ok) throw new Error(computed.faults.join())
  return computed.evidence?.[0]?.text ?? ''
}

/** Who made the file, where and with which program: what no computation can know. The digest is made anew each time. */
const isProvenance = ([top, name]: Path): boolean =>
  top === 'digest' || top === 'madeBy' || top === 'program' || (top === 'catalog' && name === 'location')

/** The paths of all members and elements, containers included. */
function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path]
  const inner = Array.isArray(value)
    ? value.flatMap((each, index) => pathsOf(each, [...path, index]))
    : Object.entries(value).flatMap(([key, each]) => pathsOf(each, [...path, key]))
  return path.length === 0 ? inner : [path, ...inner]
}

const other = (value: unknown): unknown => {
  if (typeof value === 'number') return value + 1e-6 * Math.max(1, Math.abs(value))
  if (typeof value === 'boolean') return !value
  if (typeof value === 'string') return `${value}x`
  return value === null ? 0 : null
}

/** The evidence with one member changed or taken out, sealed anew; the holder of the member is an object or a list. */
function without(text: string, path: Path, change: 'changed' | 'removed'): string {
  const file = JSON.parse(text)
  let holder = file
  for (const key of path.slice(0, -1)) holder = holder[key]
  const last = path.at(-1)
  if (last === undefined) throw new Error('no path')
  if (change === 'changed') holder[last] = other(holder[last])
  else if (Array.isArray(holder)) holder.splice(Number(last), 1)
  else delete holder[last]
  file.digest = evidenceDigest(file, hash)
  return JSON.stringify(file)
}

it.each<[string, string[]]>([
  [COVERAGE, ['--scope', 'core', '--set', `${COVERAGE}.threshold=0.7`]],
  [REPORTED, []],
  [CHECKLIST, []],
])(
  'no value of the evidence of %s can be changed or taken out unseen, even with a new digest',
  async (row, options) => {
    const text = await exported(row, ...options)
    const paths = pathsOf(JSON.parse(text)).filter((path) => !isProvenance(path))
    expect(paths.length).toBeGreaterThan(80)
    const unseen: string[] = []
    for (const path of paths) {
      for (const change of ['changed', 'removed'] as const) {
        const verdict = await verifyEvidence(new TextEncoder().encode(without(text, path, change)), 'en')
        // Files of before 0.4 do not say by which moment their times were judged, and are verified all the same.
        if (path[0] === 'now' && change === 'removed') continue
        if (verdict.kind !== 'differs' && verdict.kind !== 'fault') unseen.push(`${path.join('.')} ${change}`)
      }
    }
    expect(unseen).toEqual([])
  },
)
