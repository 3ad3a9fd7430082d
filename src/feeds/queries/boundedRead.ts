import type { Reason } from '#core/model/feedReport.ts'
import { withoutSecrets } from '#core/model/withoutSecrets.ts'
import { platformTimers, type Timers } from '../live/transport'

/** The most bytes of one source that page and command line read, unpacked. */
export const MOST_BYTES = 256 * 1024 * 1024

/** How long one attempt to read may take, milliseconds. */
export interface ReadLimits {
  /** Until the answer begins, connecting included. */
  readonly answerMs: number
  /** Between two pieces of it. */
  readonly silenceMs: number
  readonly totalMs: number
}

/** A read that was ended here: it took too long, or brought too much. */
export class ReadStopped extends Error {
  readonly reason: Reason

  constructor({ code, zh, en }: Reason) {
    super(withoutSecrets(en))
    this.name = 'ReadStopped'
    this.reason = { code, zh: withoutSecrets(zh), en: withoutSecrets(en) }
  }

  static noAnswer(url: string, ms: number): ReadStopped {
    return timedOut(`${ms / 1000} 秒没有回应(${url})`, `no answer in ${ms / 1000} s (${url})`)
  }

  static silent(url: string, ms: number, bytes: number): ReadStopped {
    return timedOut(
      `收到 ${bytes} 字节后 ${ms / 1000} 秒没有下文(${url})`,
      `nothing for ${ms / 1000} s after ${bytes} bytes (${url})`,
    )
  }

  static tooSlow(url: string, ms: number, bytes: number): ReadStopped {
    return timedOut(
      `${ms / 1000} 秒没有读完,只收到 ${bytes} 字节(${url})`,
      `not complete in ${ms / 1000} s, ${bytes} bytes had come (${url})`,
    )
  }

  static tooLarge(url: string, most: number): ReadStopped {
    const size = most / 1024 / 1024
    return new ReadStopped({
      code: 'too-large',
      zh: `超过 ${size} MB,不读取;请拆分(${url})`,
      en: `is larger than ${size} MB and is not read; split it (${url})`,
    })
  }
}

const timedOut = (zh: string, en: string): ReadStopped =>
  new ReadStopped({ code: 'timeout', zh: `读取失败 · 超时:${zh}`, en: `reading failed · timeout: ${en}` })

export interface BoundedRead {
  readonly url: string
  readonly limits: ReadLimits
  /** The most bytes, unpacked; `MOST_BYTES` when absent. */
  readonly most?: number
  readonly signal?: AbortSignal
  readonly timers?: Timers
  /** Heard with every piece: bytes so far. */
  onBytes?(bytes: number): void
  /** Gives the answer, whose status the caller looks at: what it throws ends the read. */
  ask(signal: AbortSignal): Promise<Response>
}

/**
 * The answer to one request with its bytes, within limits: whatever the server does, it ends. What is packed is counted as
 * it unpacks, so that a small answer cannot fill the memory.
 * @throws ReadStopped at a limit; what `ask` throws; the reason of `signal`
 */
export async function boundedRead(
  read: BoundedRead,
): Promise<{ readonly response: Response; readonly bytes: Uint8Array }> {
  const { url, limits, most = MOST_BYTES, signal, timers = platformTimers, onBytes, ask } = read
  const stopping = new AbortController()
  const stop = (why: unknown): void => stopping.abort(why)
  const ended = new Promise<never>((_, reject) => {
    stopping.signal.addEventListener('abort', () => reject(stopping.signal.reason), { once: true })
  })
  ended.catch(() => {})
  const abandon = (): void => stop(signal?.reason)
  if (signal?.aborted) abandon()
  signal?.addEventListener('abort', abandon, { once: true })
  let received = 0
  const total = timers.set(() => stop(ReadStopped.tooSlow(url, limits.totalMs, received)), limits.totalMs)
  let quiet = timers.set(() => stop(ReadStopped.noAnswer(url, limits.answerMs)), limits.answerMs)
  const heard = (): void => {
    timers.clear(quiet)
    quiet = timers.set(() => stop(ReadStopped.silent(url, limits.silenceMs, received)), limits.silenceMs)
  }
  try {
    const response = await Promise.race([ask(stopping.signal), ended])
    heard()
    if (Number(response.headers.get('content-length')) > most) throw ReadStopped.tooLarge(url, most)
    const pieces: Uint8Array[] = []
    const reader = response.body?.getReader()
    for (;;) {
      const piece = reader && (await Promise.race([reader.read(), ended]))
      if (!piece || piece.done) return { response, bytes: joined(pieces, received) }
      received += piece.value.length
      if (received > most) throw ReadStopped.tooLarge(url, most)
      pieces.push(piece.value)
      heard()
      onBytes?.(received)
    }
  } catch (error) {
    const why = stopping.signal.aborted ? stopping.signal.reason : error
    stop(why)
    throw why
  } finally {
    timers.clear(total)
    timers.clear(quiet)
    signal?.removeEventListener('abort', abandon)
  }
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length)
  let at = 0
  for (const piece of pieces) {
    bytes.set(piece, at)
    at += piece.length
  }
  return bytes
}
