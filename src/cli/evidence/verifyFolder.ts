import { z } from 'zod'
import { evidenceDigest } from '#core/evidence/evidence.ts'
import { hashText } from '#core/evidence/sha256.ts'
import { MANIFEST } from '../indicators/evidenceFiles'
import type { Language } from '../indicators/parseArguments'
import { readTree, type Said } from './readEvidence'
import { type Verdict, verifyEvidence } from './verifyEvidence'

/** What of a manifest must be there to verify the rows it lists. */
const manifestSchema = z.looseObject({
  digest: z.string(),
  hashes: z.looseObject({ catalog: z.string() }),
  scope: z.string().nullable(),
  feeds: z.array(z.looseObject({ id: z.string(), sha256: z.string().nullable() })),
  rows: z.array(z.looseObject({ id: z.string(), file: z.string(), sha256: z.string() })),
})

type Manifest = z.output<typeof manifestSchema>

/** A folder of evidence: names of its files, and the bytes of one. */
export interface EvidenceFolder {
  readonly names: readonly string[]
  readonly read: (name: string) => Promise<Uint8Array>
}

export type FolderVerdict =
  | { readonly ok: false; readonly fault: Said }
  | {
      readonly ok: true
      readonly rows: readonly { readonly file: string; readonly verdict: Verdict }[]
      /** What does not fit together between the manifest and its rows. */
      readonly findings: readonly Said[]
    }

/** Verifies every row that the manifest of a folder lists, and that manifest and rows belong together. */
export async function verifyFolder(folder: EvidenceFolder, language: Language): Promise<FolderVerdict> {
  const read = readTree(await folder.read(MANIFEST))
  if (!read.ok) return read
  const parsed = manifestSchema.safeParse(read.tree)
  if (!parsed.success) {
    return {
      ok: false,
      fault: { zh: '不是凭证清单，或清单残缺', en: 'not a manifest of evidence, or one with a part missing' },
    }
  }
  const manifest = parsed.data
  const findings: Said[] = []
  if (evidenceDigest(read.tree, hashText) !== manifest.digest) {
    findings.push({
      zh: '清单生成后被改动：内容与摘要不符',
      en: 'the manifest was edited: it does not match its digest',
    })
  }
  const listed = new Set(manifest.rows.map(({ file }) => file))
  for (const name of folder.names) {
    if (name === MANIFEST || listed.has(name) || !name.endsWith('.json')) continue
    findings.push({ zh: `${name} 不在清单里`, en: `${name} is not in the manifest` })
  }
  const rows: { file: string; verdict: Verdict }[] = []
  for (const row of manifest.rows) {
    if (!folder.names.includes(row.file)) {
      findings.push({ zh: `缺少 ${row.file}`, en: `${row.file} is missing` })
      continue
    }
    const bytes = await folder.read(row.file)
    if (hashText(new TextDecoder().decode(bytes)) !== row.sha256) {
      findings.push({
        zh: `${row.file} 的 SHA-256 与清单不符`,
        en: `the SHA-256 of ${row.file} is not that of the manifest`,
      })
    }
    const verdict = await verifyEvidence(bytes, language)
    if (verdict.kind !== 'fault') findings.push(...unlike(manifest, row, verdict.evidence))
    rows.push({ file: row.file, verdict })
  }
  return { ok: true, rows, findings }
}

type Evidence = Exclude<Verdict, { kind: 'fault' }>['evidence']

function unlike(manifest: Manifest, { id, file }: Manifest['rows'][number], evidence: Evidence): Said[] {
  const found: Said[] = []
  const check = (what: Said, one: unknown, other: unknown): void => {
    if (one === other) return
    found.push({ zh: `${file} 的${what.zh}与清单不符`, en: `${what.en} of ${file} is not that of the manifest` })
  }
  check({ zh: '指标', en: 'the row' }, evidence.indicator.id, id)
  check({ zh: '范围', en: 'the scope' }, evidence.scope, manifest.scope)
  check({ zh: '目录', en: 'the catalog' }, evidence.catalog.sha256, manifest.hashes.catalog)
  for (const feed of evidence.feeds) {
    const listed = manifest.feeds.find((each) => each.id === feed.id)
    check({ zh: `数据源 ${feed.id} `, en: `feed ${feed.id}` }, feed.sha256, listed?.sha256)
  }
  return found
}
