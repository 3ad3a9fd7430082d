import { expose, wrap } from 'comlink'
import { expect, test } from 'vitest'
import { failureReason } from '#core/model/failureReason.ts'
import { WorldFault } from '../world/editFaults'
import { carryReasons } from './carryReasons'

const REASON = { code: 'no-id', zh: '缺少 id', en: 'it has no id' }

test('an error of another thread keeps its words in both languages; one without says its message', async () => {
  carryReasons()
  const { port1, port2 } = new MessageChannel()
  expose(
    {
      fault() {
        throw new WorldFault([{ number: 2, feed: 'sites', id: 's1', field: null, reason: REASON }])
      },
      bare() {
        throw new RangeError('too long')
      },
    },
    port1,
  )
  const remote = wrap<{ fault: () => void; bare: () => void }>(port2)
  const reasonOf = (answer: Promise<unknown>) => answer.then(() => null, failureReason)
  try {
    expect(await reasonOf(remote.fault())).toEqual({
      zh: '第 2 项改动（sites s1）：缺少 id',
      en: 'change 2 (sites s1): it has no id',
    })
    expect(await reasonOf(remote.bare())).toEqual({ zh: 'too long', en: 'too long' })
  } finally {
    port1.close()
    port2.close()
  }
})
