/** Reads an event stream piece by piece, however it is cut. */
export interface EventStream {
  /** Throws a RangeError when an event grows beyond the bound. */
  push(text: string): void
}

/** UTF-16 units of one event: more is no message but a stream gone wrong. */
const LONGEST_EVENT = 16_000_000

/**
 * `text/event-stream` as the HTML standard (9.2.6) reads it, but that comments, a server's usual sign of life, are heard
 * too. `event` gets the type (`message` when unnamed) and the data. `id` and `retry` are of no use here: after a reconnect
 * a snapshot is taken, at a time the channel chooses.
 */
export function readEventStream(event: (type: string, data: string) => void, comment: () => void): EventStream {
  let rest = ''
  let afterReturn = false
  let type = ''
  let data: string[] = []
  let length = 0

  function line(text: string): void {
    if (text === '') {
      if (data.length > 0) event(type === '' ? 'message' : type, data.join('\n'))
      type = ''
      data = []
      length = 0
      return
    }
    if (text.startsWith(':')) {
      comment()
      return
    }
    const colon = text.indexOf(':')
    const field = colon < 0 ? text : text.slice(0, colon)
    const value = colon < 0 ? '' : text.slice(text.startsWith(' ', colon + 1) ? colon + 2 : colon + 1)
    if (field === 'event') type = value
    if (field === 'data') {
      data.push(value)
      length += value.length
    }
  }

  return {
    push(text) {
      if (text === '') return
      // The two halves of one line end may come in two pieces.
      const piece = afterReturn && text.startsWith('\n') ? text.slice(1) : text
      afterReturn = text.endsWith('\r')
      const [first = '', ...more] = piece.split(/\r\n|\r|\n/)
      rest += first
      for (const next of more) {
        line(rest)
        rest = next
      }
      if (rest.length + length > LONGEST_EVENT)
        throw new RangeError(`an event of more than ${LONGEST_EVENT} characters`)
    },
  }
}
