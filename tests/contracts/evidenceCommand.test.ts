import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type Run, run, runScript, type ServedFolder, serveFolder } from './commandLineFixture'

// Each run starts Node anew: a second alone, many more on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const DISCS = '5g-key-area-coverage'
const LAST = 'institutional-mechanism'
/** Areas combined, reported by a unit, coverage by discs, a checklist; in the order of the standard. */
const ROWS = ['environment-monitoring-coverage', 'gov-cloud-migration-rate', DISCS, LAST]
const GEODATA = new URL('../../geodata/catalog.json', import.meta.url).pathname

let served: ServedFolder
let folder: string
let exported: Run
const verify = (...options: string[]): Promise<Run> => runScript('evidence', 'verify', ...options)
const linesOf = (text: string): string[] => text.split('\n').filter((line) => line !== '')

beforeAll(async () => {
  served = await serveFolder()
  folder = served.file('evidence')
  exported = await run('--catalog', GEODATA, '--scope', 'built-up', '--only', ROWS.join(), '--evidence', folder)
})
afterAll(() => served.stop())

/** A copy of the exported folder, to lay hands on. */
async function copyOf(name: string): Promise<string> {
  const copy = served.file(name)
  await mkdir(copy)
  for (const file of await readdir(folder)) await copyFile(join(folder, file), join(copy, file))
  return copy
}

async function rewrite(path: string, change: (text: string) => string): Promise<void> {
  await writeFile(path, change(await readFile(path, 'utf8')))
}

describe('evidence of the demonstration city', () => {
  it('is verified row by row, or all of a folder at once, in two languages', async () => {
    expect(exported.code).toBe(0)
    expect((await readdir(folder)).sort()).toEqual([...ROWS.map((id) => `${id}.json`), 'manifest.json'].sort())
    const [all, one, byManifest] = await Promise.all([
      verify(folder),
      verify(join(folder, `${DISCS}.json`), '--lang', 'en'),
      verify(join(folder, 'manifest.json'), '--lang', 'en'),
    ])
    expect([all.code, all.err, one.code, one.err, byManifest.code]).toEqual([0, '', 0, '', 0])
    expect(linesOf(all.out).length).toBe(ROWS.length)
    for (const id of ROWS) expect(all.out).toContain(`相等：${id}（范围 built-up）`)
    expect(one.out).toMatch(/^equal: 5g-key-area-coverage \(scope built-up\): computed again, all \d+ values agree\n$/)
    expect(linesOf(byManifest.out).length).toBe(ROWS.length)
  })

  it('holds the same numbers as the result', async () => {
    const result: { indicators: { id: string; star: unknown; metrics: Record<string, object> }[] } = JSON.parse(
      exported.out,
    )
    expect(result.indicators.map(({ id }) => id).sort()).toEqual([...ROWS].sort())
    for (const { id, star, metrics } of result.indicators) {
      const evidence = JSON.parse(await readFile(join(folder, `${id}.json`), 'utf8'))
      expect(evidence).toMatchObject({ format: 'one-map-evidence', version: 1, star, metrics })
      expect(evidence.feeds.length).toBeGreaterThan(0)
    }
  })

  it('that was edited differs: exit 1, and a line for each place', async () => {
    const copy = await copyOf('edited')
    await rewrite(join(copy, `${DISCS}.json`), (text) => text.replace('"state": "uncovered"', '"state": "covered"'))
    const done = await verify(copy, '--lang', 'en')
    expect([done.code, done.err]).toEqual([1, ''])
    const lines = linesOf(done.out)
    expect(lines).toContain(`differs: ${DISCS} (scope built-up): 2 findings`)
    expect(lines.find((line) => line.includes('subject'))).toMatch(
      /^ {2}subject key-areas\/\S+ \(metric value\) state: recorded "covered", computed "uncovered" \(the evidence was edited/,
    )
    expect(lines.at(-1)).toBe(`differs: the SHA-256 of ${DISCS}.json is not that of the manifest`)
    expect(lines.filter((line) => line.startsWith('equal: ')).length).toBe(3)
  })

  it('of which a file is gone, or put in, or whose manifest was edited, differs', async () => {
    const copy = await copyOf('incomplete')
    await rm(join(copy, `${LAST}.json`))
    await copyFile(join(copy, `${DISCS}.json`), join(copy, 'more.json'))
    await rewrite(join(copy, 'manifest.json'), (text) => text.replace('"scope": "built-up"', '"scope": "dev-zone"'))
    const done = await verify(copy, '--lang', 'en')
    expect(done.code).toBe(1)
    expect(linesOf(done.out).filter((line) => line.startsWith('differs: '))).toEqual([
      'differs: the manifest was edited: it does not match its digest',
      'differs: more.json is not in the manifest',
      ...ROWS.slice(0, 3).map((id) => `differs: the scope of ${id}.json is not that of the manifest`),
      `differs: ${LAST}.json is missing`,
    ])
  })
})

describe('what cannot be judged', () => {
  it('exits 2 with one clear line each', async () => {
    await served.write('cut.json', (await readFile(join(folder, `${DISCS}.json`), 'utf8')).slice(0, 3000))
    await served.write('text.json', 'Dear all,')
    await served.write('newer.json', { format: 'one-map-evidence', version: 3 })
    const names = ['cut.json', 'text.json', 'newer.json', 'catalog.json', 'nothing.json']
    const done = await verify(...names.map(served.file), '--lang', 'en')
    expect([done.code, done.out]).toEqual([2, ''])
    const lines = linesOf(done.err)
    expect(lines.length).toBe(names.length)
    for (const [at, name] of names.entries()) expect(lines[at]).toContain(served.file(name))
    expect(lines[0]).toContain('cut off')
    expect(lines[2]).toContain('evidence format 3')
    expect(lines[4]).toBe(`there is no file or folder ${served.file('nothing.json')}`)
  })

  it('a folder without a manifest, or no file at all', async () => {
    await mkdir(served.file('bare'))
    expect((await verify(served.file('bare'))).code).toBe(2)
    const nothing = await verify()
    expect(nothing.code).toBe(2)
    expect(nothing.err).toContain('verify FILE_OR_FOLDER')
    expect((await runScript('evidence', 'look', 'x')).code).toBe(2)
  })
})
