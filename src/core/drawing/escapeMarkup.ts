/** Characters that markup obeys, and controls and turns of direction that would lead a reader. */
const OBEYED = /[&<>"'`]|(?![\n\t])[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu

/** A text as it may stand in HTML or SVG, between tags or in a quoted attribute: whatever it holds, it is only read. */
export const escapeMarkup = (text: string): string =>
  text.replace(OBEYED, (char) => (/[&<>"'`]/.test(char) ? `&#${char.charCodeAt(0)};` : '\ufffd'))
