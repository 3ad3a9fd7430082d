/** Bytes at a time: a multiple of three, so that only the last piece is padded, and few enough to pass as arguments. */
const PIECE = 3 * 8192

/** Base64 (RFC 4648, with padding) of bytes. */
export function toBase64(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += PIECE) {
    text += btoa(String.fromCharCode(...bytes.subarray(at, at + PIECE)))
  }
  return text
}
