/** What bytes that are not UTF-8 look like. */
export type Encoding = 'GB18030' | 'Big5' | 'Latin-1' | 'UTF-16' | 'UTF-32' | 'gzip' | 'zip' | 'unknown'

export type DecodedText =
  | { readonly ok: true; readonly text: string; readonly bom: boolean }
  | { readonly ok: false; readonly byte: number; readonly looksLike: Encoding }
  /** UTF-8 that stops inside a character: `text` is what came before, `byte` where the character begins. */
  | { readonly ok: false; readonly byte: number; readonly looksLike: 'cut'; readonly text: string }

/**
 * Text of UTF-8 bytes, with or without byte order mark (which is taken off). Anything else is refused with the offset
 * of the first byte that is not UTF-8, from 0, and what the bytes look like instead; nothing is guessed at silently.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const wide = wideEncoding(bytes)
  if (wide !== null) return { ok: false, byte: 0, looksLike: wide }
  const bom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  try {
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), bom }
  } catch {
    const byte = firstInvalidByte(bytes)
    if (byte < bytes.length) return { ok: false, byte, looksLike: encodingOf(bytes) }
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    const whole = new TextEncoder().encode(text).length + (bom ? 3 : 0)
    return { ok: false, byte: whole, looksLike: 'cut', text }
  }
}

/** Text of two or four bytes a character: by its byte order mark, or by the zeros beside the two ASCII characters that JSON and XML begin with. */
function wideEncoding(bytes: Uint8Array): 'UTF-16' | 'UTF-32' | null {
  if (bytes.length < 2) return null
  const [a = 1, b = 1, c = 1, d = 1] = bytes
  if ((a === 0xff && b === 0xfe && c === 0 && d === 0) || (a === 0 && b === 0 && c === 0xfe && d === 0xff))
    return 'UTF-32'
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return 'UTF-16'
  if ((a === 0 && b === 0 && c === 0 && d !== 0) || (a !== 0 && b === 0 && c === 0 && d === 0)) return 'UTF-32'
  return (a === 0) !== (b === 0) ? 'UTF-16' : null
}

function encodingOf(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return 'gzip'
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return 'zip'
  const { pairs, gb, big5, alone } = countPairs(bytes)
  if (alone > pairs && isIn('windows-1252', bytes)) return 'Latin-1'
  if (big5 > gb && big5 >= 0.9 * pairs && isIn('big5', bytes)) return 'Big5'
  return isIn('gb18030', bytes) ? 'GB18030' : 'unknown'
}

/** So many bytes tell one encoding from another. */
const SAMPLE = 1_000_000

/**
 * Bytes beyond ASCII, two by two as Chinese encodings write a character: how many pairs there are, how many of them are
 * common characters of GB 2312, and of Big5; and how many bytes stand alone between ASCII, as accented letters do.
 */
function countPairs(bytes: Uint8Array): { pairs: number; gb: number; big5: number; alone: number } {
  const counts = { pairs: 0, gb: 0, big5: 0, alone: 0 }
  const isLetter = (byte: number): boolean => (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a
  const end = Math.min(bytes.length, SAMPLE) - 1
  for (let at = 0; at < end; at += 1) {
    const lead = bytes[at] ?? 0
    const trail = bytes[at + 1] ?? 0
    if (lead < 0x80) continue
    const before = at > 0 ? (bytes[at - 1] ?? 0) : 0
    // Accented letters begin at C0 and stand in a word of ASCII letters.
    if (lead >= 0xc0 && trail < 0x80 && before < 0x80 && (isLetter(before) || !isPairTrail(trail))) {
      counts.alone += 1
      continue
    }
    counts.pairs += 1
    if (lead >= 0xa1 && lead <= 0xf7 && trail >= 0xa1) counts.gb += 1
    if (lead >= 0xa1 && lead <= 0xc6 && isPairTrail(trail) && (trail < 0x7f || trail >= 0xa1)) counts.big5 += 1
    at += 1
  }
  return counts
}

const isPairTrail = (byte: number): boolean => byte >= 0x40 && byte !== 0x7f && byte !== 0xff

function isIn(encoding: string, bytes: Uint8Array): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
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
