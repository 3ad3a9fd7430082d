import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readEventStream } from './eventStream'

function heard(pieces: readonly string[]): string[] {
  const all: string[] = []
  const stream = readEventStream(
    (type, data) => void all.push(`${type}=${data}`),
    () => void all.push('comment'),
  )
  for (const piece of pieces) stream.push(piece)
  return all
}

describe('event stream', () => {
  it('reads types, several lines of data, and comments', () => {
    expect(heard(['data: a\n\n'])).toEqual(['message=a'])
    expect(heard(['data: a\ndata:b\ndata:  c\n\n'])).toEqual(['message=a\nb\n c'])
    expect(heard(['event: ping\ndata\n\ndata: x\n\n'])).toEqual(['ping=', 'message=x'])
    expect(heard([': still here\n\n'])).toEqual(['comment'])
    expect(heard(['id: 7\nretry: 10\nunknown: x\ndata: a\n\n'])).toEqual(['message=a'])
  })

  it('says nothing of an event without data, nor of one that the end cut off', () => {
    expect(heard(['event: x\n\n'])).toEqual([])
    expect(heard(['data: a\n'])).toEqual([])
  })

  it('reads the same however the stream is cut and lines end', () => {
    const lines = ['event: x', 'data: 一张图', 'data: b', '', ': c', 'data: {"id": 1}', '', '', 'data: z', '']
    const want = ['x=一张图\nb', 'comment', 'message={"id": 1}', 'message=z']
    fc.assert(
      fc.property(
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.infiniteStream(fc.integer({ min: 1, max: 7 })),
        (end, sizes) => {
          const text = lines.map((line) => line + end).join('')
          const pieces: string[] = []
          for (let at = 0; at < text.length; ) {
            const size = sizes.next().value ?? 1
            pieces.push(text.slice(at, at + size))
            at += size
          }
          expect(heard(pieces)).toEqual(want)
        },
      ),
    )
  })

  it('does not grow without bound', () => {
    const stream = readEventStream(
      () => {},
      () => {},
    )
    const piece = 'x'.repeat(1_000_000)
    stream.push('data: ')
    expect(() => {
      for (let megabyte = 0; megabyte < 20; megabyte += 1) stream.push(piece)
    }).toThrow(RangeError)
  })
})
