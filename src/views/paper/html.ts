import { escapeMarkup } from '#core/drawing/escapeMarkup.ts'

/** Markup that may stand as it is. */
export interface Html {
  readonly html: string
}

type Part = Html | string | number | null | false | readonly Part[]

/** Markup around texts: whatever a text holds, it is only read. Null and false are nothing. */
export function html(markup: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { html: markup.map((piece, at) => piece + (at < parts.length ? markupOf(parts[at]!) : '')).join('') }
}

/** Markup that this program made itself, such as a drawing. */
export const ownMarkup = (made: string): Html => ({ html: made })

function markupOf(part: Part): string {
  if (part === null || part === false) return ''
  if (typeof part === 'string' || typeof part === 'number') return escapeMarkup(String(part))
  return 'html' in part ? part.html : part.map(markupOf).join('')
}
