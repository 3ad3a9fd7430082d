import { decodeText } from '#catalog/json/decodeText.ts'
import type { Reason } from '#core/model/feedReport.ts'
import { FAILURES } from '../door/reasons'
import type { FeedFailure, Remark } from './protocol'

export type ToldText =
  | { readonly ok: true; readonly text: string; readonly remarks: readonly Remark[] }
  | { readonly ok: false; readonly failure: FeedFailure }

const READ_AS_GB18030: Reason = {
  code: 'read-as-gb18030',
  zh: '不是 UTF-8,已按 GB18030 读入',
  en: 'is not UTF-8 and was read as GB18030',
}

/** Text of a table or a list of lines: UTF-8, or GB18030 where it is that, with a remark. Anything else is refused by name. */
export function tellText(bytes: Uint8Array): ToldText {
  const decoded = decodeText(bytes)
  if (decoded.ok) return { ok: true, text: decoded.text, remarks: [] }
  const { byte, looksLike } = decoded
  if (looksLike === 'GB18030') {
    const text = new TextDecoder('gb18030', { fatal: true }).decode(bytes)
    return { ok: true, text, remarks: [{ id: null, reason: READ_AS_GB18030 }] }
  }
  if (looksLike === 'cut') {
    const line = decoded.text.split('\n').length
    return { ok: false, failure: { reason: FAILURES.truncated(line, byte), line, byte } }
  }
  return { ok: false, failure: { reason: FAILURES.notUtf8(byte, looksLike), byte } }
}
