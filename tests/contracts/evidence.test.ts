import { createHash } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verdictLines } from '#cli/evidence/verdictLines.ts'
import { type Finding, type Verdict, verifyEvidence } from '#cli/evidence/verifyEvidence.ts'
import { computeIndicators } from '#cli/indicators/computeIndicators.ts'
import { parseArguments } from '#cli/indicators/parseArguments.ts'
import { readSource, sourceUrl } from '#cli/readSource.ts'
import { evidenceDigest } from '#core/evidence/evidence.ts'
import { CATALOG, CHECKLIST, COVERAGE, REPORTED, type ServedFolder, serveFolder } from './commandLineFixture'

interface Embedded {
  role: string
  id?: string
  data: string
}
/** As much of an evidence file as the tests lay hands on. */
interface File {
  [key: string]: unknown
  version: number
  digest: string
  program: { version: string }
  catalog: { location: string; sha256: string }
  indicator: { id: string; formula: { zh: string } }
  scope: string | null
  set: { value: unknown }[]
  star: number | null
  items?: Record<string, boolean | null>
  metrics: Record<
    string,
    {
      value: unknown
      numerator: number
      parameters: Record<string, unknown>
      definition: Record<string, unknown>
      subjects: { feed: string; id: string; state: string; value: number | null }[]
    }
  >
  feeds: { id: string; sha256: string | null; quarantined: unknown[] }[]
  embedded: Embedded[]
}

const hash = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('hex')
let served: ServedFolder

beforeAll(async () => {
  served = await serveFolder()
})
afterAll(() => served.stop())

/** The text of the evidence of one row of the fixture. */
async function exported(row: string, ...options: string[]): Promise<string> {
  const catalog = options.includes('--catalog') ? [] : ['--catalog', served.file('catalog.json')]
  const wanted = parseArguments([...catalog, '--only', row, '--evidence', 'unused', ...options])
  if (!wanted.ok) throw new Error(wanted.faults.join())
  const computed = await computeIndicators(wanted.value, sourceUrl(wanted.value.catalog), readSource)
  if (!computed.ok) throw new Error(computed.faults.join())
  return computed.evidence?.[0]?.text ?? ''
}

const verify = (text: string): Promise<Verdict> => verifyEvidence(new TextEncoder().encode(text), 'en')

/** The text with something changed; `sealed`: by someone who computes the digest anew. */
function tampered(text: string, change: (file: File) => void, { sealed = false } = {}): string {
  const file: File = JSON.parse(text)
  change(file)
  if (sealed) file.digest = evidenceDigest(file, hash)
  return JSON.stringify(file)
}

function findingsOf(verdict: Verdict): readonly Finding[] {
  expect(verdict.kind).toBe('differs')
  return verdict.kind === 'fault' ? [] : verdict.findings
}
/** Where the differences are, as `kind member` and what names it. */
const differencesOf = (findings: readonly Finding[]): string[] =>
  findings.flatMap((finding) => {
    if (finding.kind !== 'difference') return []
    const { kind, member, ...names } = finding.difference.place
    return [[kind, ...Object.values(names), member].join(' ')]
  })
const subjects = (file: File) => file.metrics.value!.subjects

describe('untouched evidence', () => {
  it.each<[string, string, string[]]>([
    ['a measured row', COVERAGE, []],
    ['a measured row in a scope', COVERAGE, ['--scope', 'core']],
    [
      'a row with a parameter set',
      COVERAGE,
      ['--set', `${COVERAGE}.threshold=0.1`, '--set', `${COVERAGE}.where=["has","inCore"]`],
    ],
    ['a reported row', REPORTED, []],
    ['a row that nobody reported', 'mobile-avg-download-rate', []],
    ['a checklist', CHECKLIST, []],
  ])('is equal: %s', async (_, row, options) => {
    const text = await exported(row, ...options)
    const verdict = await verify(text)
    expect(verdict).toMatchObject({ kind: 'equal', findings: [], largest: 0 })
    expect(verdict.kind !== 'fault' && verdict.compared).toBeGreaterThan(20)
    expect(verdictLines('x', verdict, 'zh')[0]).toContain(`相等：${row}`)
    // Laid out otherwise, with Windows line ends, it is the same evidence.
    expect(await verify(JSON.stringify(JSON.parse(text), null, 4).replaceAll('\n', '\r\n'))).toMatchObject({
      kind: 'equal',
    })
  })

  it('needs nothing but itself: the feeds are inside, byte for byte, with their hashes', async () => {
    const file: File = JSON.parse(await exported(COVERAGE, '--scope', 'core'))
    expect(file.embedded.map(({ role, id }) => id ?? role)).toEqual(['catalog', 'areas', 'sites', 'core'])
    for (const { role, id, data } of file.embedded) {
      const recorded = role === 'catalog' ? file.catalog.sha256 : file.feeds.find((feed) => feed.id === id)?.sha256
      const bytes = gunzipSync(Buffer.from(data, 'base64'))
      expect(hash(bytes)).toBe(recorded)
      expect(bytes).toEqual(
        Buffer.from(await readSource(sourceUrl(served.file(`${id === undefined ? 'catalog.json' : `${id}.geojson`}`)))),
      )
    }
  })

  it('is equal with a standard of its own, and with feeds that could not be read', async () => {
    const standard = {
      source: '自定',
      indicators: [
        {
          id: 'ours',
          name_zh: '自定',
          kind: 'ratio',
          metrics: [{ id: 'value', name_zh: '率' }],
          stars: [null, null, null, null, { op: '>=', value: 0.5 }],
        },
      ],
    }
    const metric = (by: string) => ({ id: 'ours', metrics: { value: { method: 'covered', subjects: 'areas', by } } })
    const feeds = [...CATALOG.feeds, { id: 'torn', record: 'zone', source: { type: 'geojson', url: 'torn.geojson' } }]
    await served.write('ours.json', standard)
    await served.write('torn.geojson', '{"type":"FeatureCollection","features":[')
    for (const by of ['sites', 'torn', 'unused']) {
      await served.write(`by-${by}.json`, { ...CATALOG, feeds, standard: 'ours.json', indicators: [metric(by)] })
      const text = await exported('ours', '--catalog', served.file(`by-${by}.json`), '--partial')
      const file: File = JSON.parse(text)
      expect(file.embedded.map(({ role }) => role).slice(0, 2)).toEqual(['catalog', 'standard'])
      expect([by, (await verify(text)).kind]).toEqual([by, 'equal'])
      // A hash that is not there cannot be put there, nor an altered standard.
      const other = tampered(text, ({ embedded }) =>
        Object.assign(embedded[1]!, { data: gzipSync('{}').toString('base64') }),
      )
      expect(findingsOf(await verify(other))[0]).toMatchObject({
        kind: 'embedded',
        problem: 'altered',
        role: 'standard',
      })
    }
  })

  it('made by another version of the program says so, and is equal all the same', async () => {
    const text = tampered(await exported(COVERAGE), ({ program }) => Object.assign(program, { version: '0.0.1' }), {
      sealed: true,
    })
    const verdict = await verify(text)
    expect(verdict.kind).toBe('equal')
    expect(verdictLines('x', verdict, 'en')[1]).toContain('made by version 0.0.1')
    const changed = tampered(text, (file) => Object.assign(file, { star: 1 }), { sealed: true })
    expect(findingsOf(await verify(changed))).toMatchObject([{ kind: 'difference', cause: 'version' }])
  })

  it('whose numbers differ in the last bits is within 1e-9', async () => {
    const text = tampered(
      await exported(COVERAGE),
      (file) => {
        const half = subjects(file).find(({ id }) => id === 'half')
        if (half?.value) half.value += 4e-10
      },
      { sealed: true },
    )
    const verdict = await verify(text)
    expect(verdict.kind).toBe('within')
    expect(verdictLines('x', verdict, 'en')[0]).toContain('the largest difference 4.0e-10')
  })
})

describe('tampering is found and named', () => {
  it.each<[string, string, (file: File) => void, string]>([
    ['a value', COVERAGE, (file) => (file.metrics.value!.value = 0.9), 'metric value value'],
    ['a numerator', COVERAGE, (file) => (file.metrics.value!.numerator = 2), 'metric value numerator'],
    ["a subject's state", COVERAGE, (file) => (subjects(file)[0]!.state = 'covered'), 'subject value areas/away state'],
    ["a subject's value", COVERAGE, (file) => (subjects(file)[0]!.value = 0.5), 'subject value areas/away value'],
    ['a dropped subject', COVERAGE, (file) => subjects(file).splice(0, 1), 'subject value areas/away '],
    [
      'an added subject',
      COVERAGE,
      (file) => subjects(file).push({ feed: 'areas', id: 'new', state: 'covered', value: 1 }),
      'subject value areas/new ',
    ],
    ['a star', COVERAGE, (file) => (file.star = 5), 'result star'],
    ['a parameter', COVERAGE, (file) => (file.metrics.value!.parameters.threshold = 0.5), 'parameter value threshold'],
    [
      'a definition',
      COVERAGE,
      (file) => (file.metrics.value!.definition.threshold = 0.5),
      'definition value threshold',
    ],
    ['the formula', COVERAGE, (file) => (file.indicator.formula.zh = '一'), 'standard indicator.formula.zh'],
    ['what was quarantined', COVERAGE, (file) => (file.feeds[0]!.quarantined = []), 'feed areas quarantined.3'],
    ['the hash of the catalog', COVERAGE, (file) => (file.catalog.sha256 = hash('')), ''],
    ['a reported value', REPORTED, (file) => (file.metrics.value!.value = 0.99), 'metric value value'],
    ['a checklist item', CHECKLIST, (file) => (file.items!.led_by_gov_head = true), 'result items.led_by_gov_head'],
  ])('%s', async (_, row, change, place) => {
    const text = await exported(row)
    const findings = findingsOf(await verify(tampered(text, change)))
    expect(findings).toContainEqual({ kind: 'edited' })
    const resealed = findingsOf(await verify(tampered(text, change, { sealed: true })))
    expect(resealed).not.toContainEqual({ kind: 'edited' })
    if (place === '') expect(resealed[0]).toMatchObject({ kind: 'embedded', problem: 'altered', role: 'catalog' })
    else {
      expect(differencesOf(findings)).toEqual([place])
      expect(findings.at(-1)).toMatchObject({ cause: 'edited' })
      expect(differencesOf(resealed)).toEqual([place])
      expect(resealed.at(-1)).toMatchObject({ cause: 'unknown' })
    }
  })

  it('an override or a scope other than the one computed with', async () => {
    const set = await exported(COVERAGE, '--set', `${COVERAGE}.threshold=0.8`)
    const lowered = tampered(set, (file) => Object.assign(file.set[0]!, { value: 0.1 }), { sealed: true })
    expect(differencesOf(findingsOf(await verify(lowered)))).toEqual(
      expect.arrayContaining(['parameter value threshold', 'metric value numerator', 'subject value areas/half state']),
    )
    const unknown = tampered(set, (file) => Object.assign(file.set[0]!, { value: 'much' }), { sealed: true })
    expect(findingsOf(await verify(unknown))).toMatchObject([{ kind: 'not-computed' }])
    const moved = tampered(await exported(COVERAGE), (file) => Object.assign(file, { scope: 'core' }), { sealed: true })
    expect(findingsOf(await verify(moved)).length).toBeGreaterThan(0)
  })

  it('what no computation can know, by the digest alone: where the catalog was, who made the file', async () => {
    const text = await exported(COVERAGE)
    for (const change of [
      (file: File) => Object.assign(file.catalog, { location: 'https://city/catalog.json' }),
      (file: File) => Object.assign(file, { madeBy: 'page' }),
    ]) {
      expect(findingsOf(await verify(tampered(text, change)))).toEqual([{ kind: 'edited' }])
    }
  })
})

describe('the files inside', () => {
  const repack = (file: File, id: string, change: (text: string) => string): void => {
    const embedded = file.embedded.find((each) => each.id === id)!
    embedded.data = gzipSync(change(gunzipSync(Buffer.from(embedded.data, 'base64')).toString())).toString('base64')
  }

  it('a feed whose bytes were altered is named with both hashes, and with what follows from it', async () => {
    const altered = tampered(
      await exported(COVERAGE),
      (file) => repack(file, 'sites', (text) => text.replace('"range_m":500', '"range_m":900')),
      { sealed: true },
    )
    const findings = findingsOf(await verify(altered))
    expect(findings[0]).toMatchObject({ kind: 'embedded', problem: 'altered', role: 'feed', id: 'sites' })
    // With 900 m the half-covered area, whose far side is 551 m away, is covered.
    expect(differencesOf(findings)).toContain('subject value areas/half state')
    expect(findings.at(-1)).toMatchObject({ cause: 'embedded' })
    const [, line] = verdictLines(
      'x',
      { kind: 'differs', findings, evidence: JSON.parse(altered), compared: 0, largest: 0 },
      'zh',
    )
    expect(line).toMatch(/内嵌的数据源 sites被改动：记录的 SHA-256 为 [0-9a-f]{64}，实为 [0-9a-f]{64}/)
  })

  it('altered without effect on any number, it is found by its hash', async () => {
    const spaced = tampered(await exported(COVERAGE), (file) => repack(file, 'sites', (text) => `${text} `), {
      sealed: true,
    })
    expect(findingsOf(await verify(spaced))).toMatchObject([{ kind: 'embedded', problem: 'altered', id: 'sites' }])
  })

  it.each<[string, (file: File) => void, object]>([
    ['cut', ({ embedded }) => (embedded[1]!.data = embedded[1]!.data.slice(0, 40)), { problem: 'spoilt', id: 'areas' }],
    ['dropped', ({ embedded }) => embedded.splice(1, 1), { problem: 'missing', id: 'areas' }],
    ['added', ({ embedded }) => embedded.push({ ...embedded[1]!, id: 'more' }), { problem: 'extra', id: 'more' }],
    ['twice', ({ embedded }) => embedded.push({ ...embedded[1]! }), { problem: 'extra', id: 'areas' }],
  ])('one that is %s', async (_, change, finding) => {
    const findings = findingsOf(await verify(tampered(await exported(COVERAGE), change, { sealed: true })))
    expect(findings).toMatchObject([{ kind: 'embedded', ...finding }])
  })

  it('a feed with its recorded hash put right is another feed, and the numbers no longer follow from it', async () => {
    const consistent = tampered(
      await exported(COVERAGE),
      (file) => {
        repack(file, 'sites', (text) => text.replace('"range_m":500', '"range_m":900'))
        const { data } = file.embedded.find(({ id }) => id === 'sites')!
        file.feeds.find(({ id }) => id === 'sites')!.sha256 = hash(gunzipSync(Buffer.from(data, 'base64')))
      },
      { sealed: true },
    )
    expect(differencesOf(findingsOf(await verify(consistent)))).toContain('subject value areas/half state')
  })
})

describe('what is no evidence gets one line that says why', () => {
  it.each<[string, (text: string) => string, RegExp]>([
    ['empty', () => '', /empty/],
    ['not JSON', () => 'Dear all,', /not JSON/],
    ['cut off', (text) => text.slice(0, text.length / 2), /cut off/],
    ['another JSON', () => '{"type":"FeatureCollection","features":[]}', /not an evidence file/],
    ['a list', () => '[]', /not an evidence file/],
    ['a newer format', (text) => tampered(text, (file) => Object.assign(file, { version: 3 })), /evidence format 3/],
    ['without its files', (text) => tampered(text, (file) => Reflect.deleteProperty(file, 'embedded')), /embedded/],
    ['a key twice', (text) => text.replace('"star": ', '"star": 5,\n "star": '), /stands twice.*star/],
  ])('%s', async (_, make, said) => {
    const verdict = await verify(make(await exported(COVERAGE)))
    expect(verdict.kind).toBe('fault')
    const lines = verdictLines('x.json', verdict, 'en')
    expect(lines.length).toBe(1)
    expect(lines[0]).toMatch(said)
    expect(lines[0]).not.toContain('\n')
  })
})
