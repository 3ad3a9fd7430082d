import type { CDPSession, Page } from 'playwright-core'

/** Script heap in use after a collection, bytes: of the page's own thread, of the engine's worker, of all other workers. */
export interface Heaps {
  readonly page: number
  /** Null: a page without one. */
  readonly engine: number | null
  readonly others: number
}

const ANSWER_MS = 30_000

/** Collects the garbage of the page and of its workers and reads their heaps. */
export async function heapsOf(page: Page): Promise<Heaps> {
  const session = await page.context().newCDPSession(page)
  try {
    await session.send('HeapProfiler.collectGarbage')
    const { usedSize } = await session.send('Runtime.getHeapUsage')
    const workers: { readonly id: string; readonly name: string }[] = []
    session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
      workers.push({ id: sessionId, name: targetInfo.title })
    })
    // Attaches to the workers there are before it answers.
    await session.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: false })
    let engine: number | null = null
    let others = 0
    for (const { id, name } of workers) {
      const used = await workerHeap(session, id)
      if (name === 'city-engine') engine = used
      else others += used
    }
    return { page: usedSize, engine, others }
  } finally {
    await session.detach()
  }
}

async function workerHeap(session: CDPSession, worker: string): Promise<number> {
  await askWorker(session, worker, 1, 'HeapProfiler.collectGarbage')
  const { usedSize } = await askWorker(session, worker, 2, 'Runtime.getHeapUsage')
  if (usedSize === undefined) throw new Error('a worker did not say how large its heap is')
  return usedSize
}

/** The protocol's older way of speaking to a worker, by messages in messages: the newer one needs sessions of its own. */
function askWorker(session: CDPSession, sessionId: string, id: number, method: string): Promise<{ usedSize?: number }> {
  return new Promise((done, fail) => {
    const timer = setTimeout(() => fail(new Error(`a worker did not answer ${method}`)), ANSWER_MS)
    session.on('Target.receivedMessageFromTarget', (event) => {
      const answer: { id?: number; result?: { usedSize?: number } } = JSON.parse(event.message)
      if (event.sessionId !== sessionId || answer.id !== id) return
      clearTimeout(timer)
      done(answer.result ?? {})
    })
    session.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method }) }).catch(fail)
  })
}
