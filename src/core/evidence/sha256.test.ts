import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { hashBytes, hashText } from './sha256'

it('is the hash that other programs compute, of bytes and of text in UTF-8', () => {
  // FIPS 180-4, of nothing at all.
  expect(hashBytes(new Uint8Array())).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  for (const text of ['abc', '邹城市', '😀', 'a'.repeat(1_000)]) {
    expect(hashText(text)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'))
  }
})
