import type { Reason } from '#core/model/feedReport.ts'

const LONGEST = 300

/** Why a server refused, in its own words where it gives any: problem details, `{reason}`, `{message}` or plain text. */
export function serverReason(status: number, contentType: string, body: string): Reason {
  const code = `http-${status}`
  const said = contentType.includes('json') ? fromJson(body) : contentType.startsWith('text/plain') ? body : null
  if (typeof said === 'object' && said !== null) return { code, ...said }
  const text = said?.trim().slice(0, LONGEST)
  if (text) return { code, zh: text, en: text }
  return { code, zh: `服务器拒绝（${status}），未说明原因`, en: `the server refused (${status}) and gave no reason` }
}

type Said = string | { readonly zh: string; readonly en: string } | null

function fromJson(body: string): Said {
  try {
    const parsed: unknown = JSON.parse(body)
    if (typeof parsed === 'string') return parsed
    if (typeof parsed !== 'object' || parsed === null) return null
    const fields = parsed as Readonly<Record<string, unknown>>
    for (const name of ['reason', 'detail', 'message', 'error', 'title']) {
      const said = fields[name]
      if (typeof said === 'string' && said !== '') return said
      if (typeof said !== 'object' || said === null) continue
      const { zh, en } = said as { readonly zh?: unknown; readonly en?: unknown }
      if (typeof zh === 'string') return { zh, en: typeof en === 'string' ? en : zh }
    }
    return null
  } catch {
    return null
  }
}
