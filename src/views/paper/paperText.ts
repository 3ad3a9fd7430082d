import { hashText } from '#core/evidence/sha256.ts'
import type { Language } from '#i18n/language.ts'
import { type Html, html, ownMarkup } from './html'
import { PAPER_LOOK } from './paperLook'

/** Something to be printed, or kept as one file: pages of plain markup. */
export interface Paper {
  readonly title: string
  readonly language: Language
  readonly body: Html
}

/** Whole bytes of a hash as a policy writes them. */
const base64 = (hex: string): string =>
  btoa(String.fromCharCode(...(hex.match(/../g) ?? []).map((byte) => Number.parseInt(byte, 16))))

/**
 * The file of a paper: one HTML document that opens from a memory stick. Its own policy allows its one style and pictures
 * within it, no script and nothing from elsewhere.
 */
export function paperText({ title, language, body }: Paper): string {
  const policy = `default-src 'none'; style-src 'sha256-${base64(hashText(PAPER_LOOK))}'; img-src data:`
  const page = html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${ownMarkup(PAPER_LOOK)}</style>
</head>
<body>
${body}
</body>
</html>
`
  return page.html
}
