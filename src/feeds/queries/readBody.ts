import { LARGEST_FILE } from '../protocols/largestFile'
import { FeedFault } from './FeedFault'

/**
 * The bytes of a response, unpacked. One that says it is larger than a feed may be, or turns out to be, is given up at
 * that point: what is read of it is not kept.
 * @throws FeedFault `too-large`.
 */
export async function readBody(response: Response, url: string): Promise<Uint8Array> {
  const tooLarge = async (): Promise<never> => {
    await response.body?.cancel().catch(() => {})
    throw FeedFault.tooLarge(url)
  }
  if (Number(response.headers.get('content-length') ?? 0) > LARGEST_FILE) return tooLarge()
  if (!response.body) return new Uint8Array(await response.arrayBuffer())
  const pieces: Uint8Array[] = []
  let length = 0
  const reader = response.body.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    length += value.length
    if (length > LARGEST_FILE) {
      await reader.cancel().catch(() => {})
      throw FeedFault.tooLarge(url)
    }
    pieces.push(value)
  }
  const bytes = new Uint8Array(length)
  let at = 0
  for (const piece of pieces) {
    bytes.set(piece, at)
    at += piece.length
  }
  return bytes
}
