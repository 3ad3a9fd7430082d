/** What bytes that are not UTF-8 look like. */
export type Encoding = 'GB18030' | 'UTF-16' | 'gzip' | 'zip' | 'unknown'

export type DecodedText =
  | { readonly ok: true; readonly text: string; readonly bom: boolean }
  | { readonly ok: false; readonly byte: number; readonly looksLike: Encoding }

/**
 * Text of UTF-8 bytes, with or without byte order mark (which is taken off). Anything else is refused with the offset
 * of the first byte that is not UTF-8, from 0, and what the bytes look like instead; nothing is guessed at silently.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const wide =
    bytes.length > 1 && ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
  if (wide) return { ok: false, byte: 0, looksLike: 'UTF-16' }
  const bom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  try {
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), bom }
  } catch {
    return { ok: false, byte: firstInvalidByte(bytes), looksLike: encodingOf(bytes) }
  }
}

function encodingOf(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return 'gzip'
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return 'zip'
  try {
    new TextDecoder('gb18030', { fatal: true }).decode(bytes)
    return 'GB18030'
  } catch {
    return 'unknown'
  }
}

/** Halving: the longest prefix that is UTF-8 (a cut character at its end counts as good) ends at the first bad byte. */
function firstInvalidByte(bytes: Uint8Array): number {
  const good = (length: number): boolean => {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, length), { stream: true })
      return true
    } catch {
      return false
    }
  }
  if (good(bytes.length)) return bytes.length
  let low = 0
  let high = bytes.length
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (good(middle)) low = middle
    else high = middle
  }
  return low
}
