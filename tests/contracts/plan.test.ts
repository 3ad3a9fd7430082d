import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { verifyEvidence } from '#cli/evidence/verifyEvidence.ts'
import { computeIndicators } from '#cli/indicators/computeIndicators.ts'
import { parseArguments } from '#cli/indicators/parseArguments.ts'
import { readSource, sourceUrl } from '#cli/readSource.ts'
import { COVERAGE, REPORTED, type Run, run, type ServedFolder, serveFolder } from './commandLineFixture'

// Each run of the command starts Node anew: a second alone, many more on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

let served: ServedFolder
beforeAll(async () => {
  served = await serveFolder()
})
afterAll(() => served.stop())

const HEAD = { format: 'one-map/plan', version: 1, title: '试', city: '370883' }
const plan = (...changes: readonly object[]) => ({ ...HEAD, changes })
const siteAt = (id: string, at: readonly number[], metres: number) => ({
  feed: 'sites',
  put: { type: 'Feature', id, geometry: { type: 'Point', coordinates: at }, properties: { range_m: metres } },
})

/** The rows of the small city with a plan, or the faults of the plan. */
async function withPlan(given: object | string, ...options: string[]) {
  const wanted = parseArguments(['--catalog', served.file('catalog.json'), '--lang', 'en', ...options])
  if (!wanted.ok) throw new Error(wanted.faults.join('\n'))
  const text = typeof given === 'string' ? given : JSON.stringify(given)
  return computeIndicators(wanted.value, sourceUrl(wanted.value.catalog), readSource, {
    plan: new TextEncoder().encode(text),
  })
}
async function computed(given: object, ...options: string[]) {
  const result = await withPlan(given, ...options)
  if (!result.ok) throw new Error(result.faults.join('\n'))
  return result.result
}
async function refused(given: object | string, ...options: string[]): Promise<readonly string[]> {
  const result = await withPlan(given, ...options)
  return result.ok ? ['nothing was refused'] : result.faults
}

// Of the three areas one is covered by 80 % or more, half of the next, none of the one that lies kilometres away.
const BEFORE = { star: 3, status: 'ok', metrics: { value: { value: 0.333333333, numerator: 1, denominator: 3 } } }

describe('a plan laid over the city', () => {
  it('changes the rows it touches, and says of those alone what they were before', async () => {
    const result = await computed(plan(siteAt('new', [116.6005, 35.3005], 200)))
    const rows = new Map(result.indicators.map((row) => [row.id, row]))
    expect(rows.get(COVERAGE)).toMatchObject({
      star: 4,
      metrics: { value: { value: 0.666666667, numerator: 2, denominator: 3 } },
      before: BEFORE,
    })
    expect(rows.get(REPORTED)).toMatchObject({ status: 'ok' })
    expect(result.indicators.filter((row) => 'before' in row).map(({ id }) => id)).toEqual([COVERAGE])
    expect(result).toMatchObject({ plan: { title: '试', changes: [{ feed: 'sites', put: { id: 'new' } }] } })
  })

  it('says nothing of before where the outcome is the same', async () => {
    const result = await computed(plan({ feed: 'sites', id: 's', patch: { note: 'seen' } }))
    expect(result.indicators.some((row) => 'before' in row)).toBe(false)
  })

  it.each([
    // The half-covered area lies 60 m nearer to the site: whole within its 500 m.
    ['move', [{ feed: 'sites', id: 's', move: [116.5015, 35.3005] }], 2],
    ['patch', [{ feed: 'sites', id: 's', patch: { range_m: 600 } }], 2],
    ['drop', [{ feed: 'sites', id: 's', drop: true }], 0],
    ['a footprint beside put', [{ ...siteAt('new', [116.6005, 35.3005], 0), footprint: { radius: 200 } }], 2],
  ])('%s', async (_, changes, covered) => {
    const [row] = (await computed(plan(...changes), '--only', COVERAGE)).indicators
    expect(row).toMatchObject({ metrics: { value: { numerator: covered, denominator: 3 } }, before: BEFORE })
  })

  it('makes its changes in order: what one puts another can move and drop', async () => {
    const made = siteAt('new', [116.7, 35.3005], 200)
    const moved = { feed: 'sites', id: 'new', move: [116.6005, 35.3005] }
    const [there] = (await computed(plan(made, moved), '--only', COVERAGE)).indicators
    expect(there).toMatchObject({ metrics: { value: { numerator: 2 } } })
    const gone = await computed(plan(made, moved, { feed: 'sites', id: 'new', drop: true }), '--only', COVERAGE)
    expect(gone.indicators[0]).toMatchObject({ metrics: { value: { numerator: 1 } } })
    expect(gone.indicators[0]).not.toHaveProperty('before')
  })
})

describe('evidence of a plan', () => {
  it('is equal when computed again, though the plan also changes feeds that the row does not rest on', async () => {
    const elsewhere = { feed: 'core', id: 'core', patch: { note: 'seen' } }
    const given = plan(elsewhere, siteAt('new', [116.6005, 35.3005], 200))
    const result = await withPlan(given, '--only', COVERAGE, '--evidence', 'unwritten')
    const [file] = (result.ok && result.evidence) || []
    expect(JSON.parse(file?.text ?? '')).toMatchObject({ version: 2, plan: given, star: 4 })
    expect(await verifyEvidence(new TextEncoder().encode(file?.text), 'en')).toMatchObject({ kind: 'equal' })
  })
})

describe('faults of a plan', () => {
  const good = siteAt('new', [116.6005, 35.3005], 200)

  it('a feed or an id that is not there, and what the door refuses: by number, feed and id, all at once', async () => {
    expect(
      await refused(
        plan(
          good,
          { feed: 'lamps', id: 'x', drop: true },
          { feed: 'sites', id: 'nobody', move: [116.6, 35.3] },
          siteAt('far', [10, 35.3], 200),
          siteAt('less', [116.6, 35.3], -1),
          { feed: 'areas', id: 'away', move: [116.6, 35.3] },
        ),
      ),
    ).toEqual([
      '--plan change 2 (lamps x): the catalog has no feed lamps',
      '--plan change 3 (sites nobody): there is no feature with id nobody',
      expect.stringMatching(/^--plan change 4 \(sites far geometry\): /),
      expect.stringMatching(/^--plan change 5 \(sites less footprint\.radius\): /),
      '--plan change 6 (areas away geometry): only a point can be moved',
    ])
  })

  it('a change of another shape: by number, feed and id, with the place in the file', async () => {
    expect(
      await refused(plan(good, { feed: 'sites', id: 's', move: [116.6] }, { feed: 'sites', id: 's', drop: false })),
    ).toEqual([
      expect.stringMatching(/^--plan change 2 \(sites s\): changes\[1\]\.move/),
      expect.stringMatching(/^--plan change 3 \(sites s\): changes\[2\]\.drop/),
    ])
    expect(await refused(plan({ ...good, drop: true }))).toEqual([expect.stringContaining('change 1 (sites new)')])
  })

  it('is told by the number in the file, though changes of a feed that cannot be read are passed over', async () => {
    const unread = { feed: 'unused', id: 'x', drop: true }
    expect(await refused(plan(unread, good))).toEqual([expect.stringMatching(/^unused: /)])
    expect(await withPlan(plan(unread, good), '--partial')).toMatchObject({ ok: true })
    expect(await refused(plan(unread, { feed: 'sites', id: 'y', drop: true }), '--partial')).toEqual([
      '--plan change 2 (sites y): there is no feature with id y',
    ])
    expect(await refused(plan(unread, { feed: 'lamps', id: 'y', drop: true }), '--partial')).toEqual([
      '--plan change 2 (lamps y): the catalog has no feed lamps',
    ])
  })

  it('another city, another format, another version', async () => {
    expect(await refused({ ...plan(), city: '370811' })).toEqual(['--plan city: expected 370883, found "370811"'])
    expect(await refused({ ...plan(), format: 'plan' })).toEqual(['--plan format: expected one-map/plan, found "plan"'])
    expect(await refused({ ...plan(), version: 2 })).toEqual(['--plan version: expected 1, found 2'])
  })

  it('a text that is no JSON', async () => {
    expect(await refused('{"format":')).toHaveLength(1)
  })
})

describe('the command', () => {
  const DEMONSTRATION = ['--catalog', 'geodata/catalog.json', '--plan', 'docs/examples/plan.json']
  interface Row {
    readonly id: string
    readonly metrics: object
    readonly before?: { readonly metrics: object }
  }
  const beforeIn = ({ out }: Run) => {
    const { indicators }: { readonly indicators: readonly Row[] } = JSON.parse(out)
    return indicators.flatMap(({ id, metrics, before }) => (before ? [[id, before.metrics, metrics]] : []))
  }

  it('computes the example plan on the demonstration city', async () => {
    const done = await run(...DEMONSTRATION, '--only', 'video-surveillance-completeness,5g-key-area-coverage')
    expect(done.code).toBe(0)
    expect(beforeIn(done)).toMatchObject([
      [
        'video-surveillance-completeness',
        { camera_intact_rate: { numerator: 617 } },
        { camera_intact_rate: { numerator: 618 } },
      ],
      ['5g-key-area-coverage', { value: { numerator: 107 } }, { value: { numerator: 109 } }],
    ])
  })

  it('ends with 2, a line for each fault, and nothing on standard output', async () => {
    await served.write('plan.json', plan({ feed: 'sites', id: 'x', drop: true }, { feed: 'y', id: 'z', drop: true }))
    const { code, out, err } = await run(
      ...['--catalog', served.file('catalog.json'), '--plan', served.file('plan.json')],
    )
    expect([code, out, err.trimEnd().split('\n')]).toEqual([
      2,
      '',
      ['--plan 第 1 项改动 (sites x): 没有 id 为 x 的要素', '--plan 第 2 项改动 (y z): 目录中没有数据源 y'],
    ])
  })

  it('ends with 2 where there is no such file', async () => {
    const { code, out, err } = await run('--catalog', served.file('catalog.json'), '--plan', served.file('none.json'))
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(`没有 ${served.file('none.json')} 这个文件或文件夹`)
  })
})
