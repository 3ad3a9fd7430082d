import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyEvidence } from '#cli/evidence/verifyEvidence.ts'
import { computeIndicators } from '#cli/indicators/computeIndicators.ts'
import { parseArguments } from '#cli/indicators/parseArguments.ts'
import { readSource, sourceUrl } from '#cli/readSource.ts'
import { evidenceDigest } from '#core/evidence/evidence.ts'
import { CATALOG, COVERAGE, type ServedFolder, serveFolder } from './commandLineFixture'

let served: ServedFolder
beforeAll(async () => {
  served = await serveFolder()
})
afterAll(() => served.stop())

async function compute(catalog: unknown, options: readonly string[] = [], plan?: string) {
  await served.write('own.json', catalog)
  const wanted = parseArguments(['--catalog', served.file('own.json'), '--lang', 'en', '--only', COVERAGE, ...options])
  if (!wanted.ok) throw new Error(wanted.faults.join())
  return computeIndicators(wanted.value, sourceUrl(wanted.value.catalog), readSource, {
    plan: plan === undefined ? undefined : new TextEncoder().encode(plan),
  })
}

const brackets = (text = '') => `${'['.repeat(5000)}${text}${']'.repeat(5000)}`
/** A text doubled with each of forty variables. */
const GROWN = Array.from({ length: 40 }).reduceRight<unknown>(
  (inner, _, at) => ['let', `v${at + 1}`, ['concat', ['var', `v${at}`], ['var', `v${at}`]], inner],
  ['var', 'v40'],
)
const WHERE = ['==', ['let', 'v0', ['to-string', ['get', 'GXSJ']], GROWN], '']

describe('what has no end is refused in words', () => {
  it('in a catalog, whatever a command does with it', async () => {
    const refused = await compute({ ...CATALOG, scopes: [{ id: 'core', feed: 'core', where: WHERE }] }, ['--partial'])
    expect(refused).toEqual({
      ok: false,
      faults: [expect.stringMatching(/^scopes\[0\]\.where: .*at most 10000 steps/)],
    })
  })

  it.each([
    ['an expression that grows', JSON.stringify(WHERE)],
    ['5,000 brackets', brackets('"!"')],
  ])('in a parameter set on the command line: %s', async (_, where) => {
    const refused = await compute(CATALOG, ['--set', `${COVERAGE}.where=${where}`])
    expect(!refused.ok && refused.faults.map((line) => line.slice(0, 60))).toEqual([
      expect.stringContaining(`--set ${COVERAGE}.where: expected`),
    ])
    expect(!refused.ok && refused.faults[0]?.length).toBeLessThan(400)
  })

  it('in a plan', async () => {
    const plan = `{"format":"one-map/plan","version":1,"title":"t","city":"370883","changes":[${brackets()}]}`
    const refused = await compute(CATALOG, [], plan)
    expect(refused).toEqual({ ok: false, faults: [expect.stringContaining('nesting of at most 200 levels')] })
  })

  it('in a feed, feature by feature, and with --partial as without', async () => {
    const feature = (id: string, at: string) =>
      `{"type":"Feature","id":${id},"properties":{},"geometry":{"type":"Point","coordinates":${at}}}`
    const text = `{"type":"FeatureCollection","crs":${brackets()},"features":[${feature(brackets(), '[116.5,35.3]')},${feature('"b"', brackets())}]}`
    await served.write('sites.geojson', text)
    for (const options of [[], ['--partial']]) {
      const computed = await compute(CATALOG, options)
      if (!computed.ok) throw new Error(computed.faults.join())
      expect(computed.result.feeds[1]).toMatchObject({
        read: 2,
        quarantined: [{ code: 'id-wrong-kind' }, { id: 'b', code: 'bad-nesting' }],
      })
    }
  })

  it('in evidence: verifying it ends', async () => {
    const computed = await compute(CATALOG, ['--evidence', 'unused'])
    const file = JSON.parse(computed.ok ? (computed.evidence?.[0]?.text ?? '') : '')
    file.set = [{ indicator: COVERAGE, metric: null, parameter: 'where', value: WHERE }]
    file.digest = evidenceDigest(file, (text) => createHash('sha256').update(text).digest('hex'))
    const verify = (text: string) => verifyEvidence(new TextEncoder().encode(text), 'en')
    expect(await verify(JSON.stringify(file))).toMatchObject({
      kind: 'differs',
      findings: [{ kind: 'not-computed', why: [expect.stringContaining('10000 steps')] }],
    })
    const deep = JSON.stringify(file).replace('"format"', `"deep":${brackets()},"format"`)
    expect(await verify(deep)).toMatchObject({ kind: 'fault', fault: { en: expect.stringContaining('200 levels') } })
  })
})
