import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { CATALOG, COVERAGE, printed, run, runScript, type ServedFolder, serveFolder } from './commandLineFixture'

// Each run starts Node anew: a second alone, many more on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let served: ServedFolder
beforeAll(async () => {
  served = await serveFolder()
})
afterAll(() => served.stop())

/** What is said of the areas, the newest of which are of 08:00 of 1 September 2026. */
async function areas(catalog: string, ...options: string[]) {
  const result = printed(await run('--catalog', served.file(catalog), '--only', COVERAGE, '--lang', 'en', ...options))
  const feed = result.feeds.find(({ id }) => id === 'areas')
  const notices = feed?.notices as readonly { readonly ids: readonly string[]; readonly reason: string }[]
  return { asOf: feed?.asOf, named: notices.flatMap(({ ids }) => ids), notices }
}

it('the moment of a run is given, and times more than ten minutes ahead of it do not count', async () => {
  const before = await areas('catalog.json', '--now', '2026-09-01 07:49')
  expect(before).toMatchObject({ asOf: null, named: ['inside', 'half', 'away'] })
  expect(JSON.stringify(before.notices)).toContain('GXSJ is more than ten minutes ahead of now and does not count')
  expect(await areas('catalog.json', '--now', '2026-09-01 07:50')).toMatchObject({
    asOf: '2026-09-01T08:00:00+08:00',
    named: [],
  })
  const { code, out, err } = await run('--catalog', served.file('catalog.json'), '--now', '1/9/2026')
  expect([code, out]).toEqual([2, ''])
  expect(err).toContain('--now: expected a time such as 2026-11-30T08:00:00+08:00, found 1/9/2026')
})

it('the clock of the catalog goes before the one given, and evidence is computed again as of the moment it records', async () => {
  await served.write('clocked.json', {
    ...CATALOG,
    city: { ...CATALOG.city, clock: { start: '2026-09-01T07:00:00+08:00' } },
  })
  const folder = served.file('evidence')
  const clocked = await areas('clocked.json', '--now', '2026-09-02', '--evidence', folder)
  expect(clocked.asOf).toBeNull()
  const row = join(folder, `${COVERAGE}.json`)
  expect(JSON.parse(await readFile(row, 'utf8'))).toMatchObject({ now: '2026-09-01T07:00:00+08:00' })
  const given = served.file('given')
  await areas('catalog.json', '--now', '2026-09-01 07:30', '--evidence', given)
  const verified = await runScript('evidence', 'verify', row, join(given, `${COVERAGE}.json`), '--lang', 'en')
  expect([verified.code, verified.err]).toEqual([0, ''])
  expect(verified.out.match(/^equal: /gm)).toHaveLength(2)
})
