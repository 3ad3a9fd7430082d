/**
 * Characters that a terminal obeys instead of showing them: controls, and formats such as those
 * that turn the direction of what stands around them. Data may hold them, and whoever reads the output must not be led by data.
 */
const OBEYED = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu

const escaped = (char: string): string =>
  [...Array(char.length).keys()].map((at) => `\\u${char.charCodeAt(at).toString(16).padStart(4, '0')}`).join('')

/** A text as one line for a terminal, controls written as `\u001b`. */
export const terminalLine = (text: string): string => `${text.replace(/\s*\n\s*/g, ' ').replace(OBEYED, escaped)}\n`

/** A value as JSON for a terminal or a file: nothing in it is obeyed, and it reads back the same. */
export const terminalJson = (value: unknown): string =>
  `${JSON.stringify(value, null, 2).replace(OBEYED, (char) => (char === '\n' ? char : escaped(char)))}\n`

/** Lines on standard error. */
export function say(lines: readonly string[]): void {
  for (const line of lines) process.stderr.write(terminalLine(line))
}
