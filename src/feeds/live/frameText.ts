const decoder = new TextDecoder('utf-8', { fatal: true })

/** The text of a binary frame. One that is not UTF-8 gives a text that no reader takes for JSON. */
export function frameText(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes)
  } catch {
    return '\uFFFD'
  }
}
