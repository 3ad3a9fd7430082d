import { pathText, syntaxFault } from '#catalog/fault.ts'
import { DEEPEST } from '#catalog/json/deeperThan.ts'
import { readJson } from '#catalog/json/readJson.ts'
import { scanJson } from '#catalog/json/scanJson.ts'
import { zodFaults } from '#catalog/zodFaults.ts'
import { EVIDENCE_FORMAT, EVIDENCE_VERSION } from '#core/evidence/evidence.ts'
import { isObject } from '#core/model/values.ts'
import { evidenceSchema, type ReadEvidence } from './evidenceSchema'

/** A sentence in both languages. */
export interface Said {
  readonly zh: string
  readonly en: string
}

type Tree = Readonly<Record<string, unknown>>

/** `tree` is the file as it stands, for comparing; `evidence` the same with what a new computation needs, typed. */
export type EvidenceReading =
  | { readonly ok: true; readonly tree: Tree; readonly evidence: ReadEvidence }
  | { readonly ok: false; readonly fault: Said }

/** A JSON object whose every key stands once, or the one line that says why not. */
export function readTree(
  bytes: Uint8Array,
): { readonly ok: true; readonly tree: Tree } | { readonly ok: false; readonly fault: Said } {
  const reading = readJson(bytes, { deepest: DEEPEST })
  if (!reading.ok) {
    const { zh, en } = syntaxFault(reading.problem)
    const cut = reading.problem.kind === 'truncated'
    return refuse(`不是完整的 JSON：${zh}`, `${cut ? 'the file is cut off' : 'not JSON'}: ${en}`)
  }
  const { value, text } = reading
  const twice: string[] = []
  scanJson(text, { duplicate: (path) => twice.push(pathText(path)) })
  if (twice[0] !== undefined) {
    return refuse(`键出现两次，读法不定：${twice[0]}`, `a key stands twice, which can be read two ways: ${twice[0]}`)
  }
  return isObject(value) ? { ok: true, tree: value } : notEvidence()
}

/** An evidence file of a version this program knows, or the one line that says why it is none. */
export function readEvidence(bytes: Uint8Array): EvidenceReading {
  const read = readTree(bytes)
  if (!read.ok) return read
  const { tree } = read
  if (tree.format !== EVIDENCE_FORMAT) return notEvidence()
  const { version } = tree
  if (typeof version === 'number' && version > EVIDENCE_VERSION) {
    return refuse(
      `凭证格式为第 ${version} 版，本程序只认到第 ${EVIDENCE_VERSION} 版，请用更新的程序核对`,
      `evidence format ${version}; this program knows up to ${EVIDENCE_VERSION}: verify it with a newer one`,
    )
  }
  const parsed = evidenceSchema.safeParse(tree)
  if (parsed.success) return { ok: true, tree, evidence: parsed.data }
  const [first] = zodFaults(parsed.error.issues, tree)
  return refuse(`凭证残缺：${first?.zh ?? ''}`, `evidence with a part missing or spoilt: ${first?.en ?? ''}`)
}

const refuse = (zh: string, en: string): { readonly ok: false; readonly fault: Said } => ({
  ok: false,
  fault: { zh, en },
})

const notEvidence = () =>
  refuse(
    `不是指标凭证：没有 "format": "${EVIDENCE_FORMAT}"`,
    `not an evidence file: it has no "format": "${EVIDENCE_FORMAT}"`,
  )
