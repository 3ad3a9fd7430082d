import type { DrawnLook, DrawnMark } from '#core/drawing/drawMap.ts'
import { isMoment, type OutCell, type OutFacts, type OutTable } from '#core/table/outTable.ts'
import type { Drawing } from '#engine/drawing/drawingRequest.ts'
import { formatNumber } from '#i18n/formatNumber.ts'
import { formatTime } from '#i18n/formatTime.ts'
import type { Words } from '#i18n/useWords.ts'
import { type Html, html, ownMarkup } from './html'

/** A cell as people read it; unknown is a dash. */
function cellWords(cell: OutCell, { language }: Words): string {
  if (cell === null || cell === '') return '—'
  if (isMoment(cell)) return formatTime(cell.moment, language).replace(cell.day ? / \d\d:\d\d$/ : /^$/, '')
  if (typeof cell === 'number') return formatNumber(cell, language)
  return String(cell)
}

export function factsHtml(facts: OutFacts, words: Words): Html {
  return html`<dl>${facts.map(([name, cell]) => html`<dt>${name}</dt><dd>${cellWords(cell, words)}</dd>`)}</dl>`
}

/** A table whose head stands on each page; columns of figures are set to the right. */
export function tableHtml({ head, rows }: OutTable, words: Words): Html {
  const figures = head.map(
    (_, at) => rows.length > 0 && rows.every((row) => row[at] === null || typeof row[at] === 'number'),
  )
  const look = (at: number) => (figures[at] ? 'figure' : '')
  return html`<table><thead><tr>${head.map((name, at) => html`<th scope="col" class="${look(at)}">${name}</th>`)}</tr></thead><tbody>${rows.map(
    (row) => html`<tr>${row.map((cell, at) => html`<td class="${look(at)}">${cellWords(cell, words)}</td>`)}</tr>`,
  )}</tbody></table>`
}

const SWATCHES = {
  cover: '<rect width="15" height="10" fill="#1f8a5f" fill-opacity="0.15" stroke="#1f8a5f"/>',
  covered: '<circle cx="7.5" cy="5" r="3.4" fill="#1f8a5f"/>',
  uncovered: '<circle cx="7.5" cy="5" r="3.4" fill="#fff" stroke="#b86a00" stroke-width="1.8"/>',
  excluded: '<circle cx="7.5" cy="5" r="3.4" fill="#fff" stroke="#66758a"/>',
  gap: '<rect width="15" height="10" fill="#f3dfc0" stroke="#b86a00"/><path d="M0 10L10 0M5 10L15 0" stroke="#b86a00"/>',
  site: '<circle cx="7.5" cy="5" r="2" fill="#16202c"/>',
  road: '<path d="M0 5H15" stroke="#c3ccd8" stroke-width="2"/>',
  outline: '<path d="M0 5H15" stroke="#8798ab" stroke-width="1.6" stroke-dasharray="4 2"/>',
  put: '<path d="M3.5 5h8M7.5 1v8" stroke="#0078c2" stroke-width="2"/>',
  changed: '<circle cx="7.5" cy="5" r="3.6" fill="none" stroke="#0078c2" stroke-width="1.6"/>',
  gone: '<path d="M4 1.5l7 7m0 -7l-7 7" stroke="#c9231c" stroke-width="1.8"/>',
} satisfies Partial<Record<DrawnLook | DrawnMark['look'], string>>

interface Legend {
  readonly look: keyof typeof SWATCHES
  readonly word: string
}

/** A drawn map with its legend, and what the law and honesty want under it. */
export function mapHtml({ svg }: Pick<Drawing, 'svg'>, legend: readonly Legend[], under: readonly string[]): Html {
  return html`<figure>${ownMarkup(svg)}<figcaption>${legend.map(
    ({ look, word }) =>
      html`<span class="key"><svg viewBox="0 0 15 10" aria-hidden="true">${ownMarkup(SWATCHES[look])}</svg>${word}</span>`,
  )}${under.map((line) => html`<span>${line}</span>`)}</figcaption></figure>`
}
