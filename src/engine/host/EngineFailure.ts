import type { FailureReason } from '#core/model/failureReason.ts'

/** The engine's thread died or answered nothing in time. Callers see it as a failing, never as an empty answer. */
export class EngineFailure extends Error {
  readonly reason: FailureReason

  constructor(reason: FailureReason, options?: ErrorOptions) {
    super(reason.en, options)
    this.name = 'EngineFailure'
    this.reason = reason
  }
}

/** Why a thread of the engine gives no answer, in words. */
export const ENGINE_FAILURES = {
  noAnswer: (seconds: number) => ({ zh: `数据引擎 ${seconds} 秒内没有回答`, en: `no answer in ${seconds} s` }),
  failed: (detail: string) =>
    detail
      ? { zh: `数据引擎出错：${detail}`, en: `the engine failed: ${detail}` }
      : { zh: '数据引擎无法启动', en: 'the engine could not start' },
  unread: () => ({ zh: '数据引擎的消息无法读取', en: 'a message of the engine could not be read' }),
  gone: () => ({ zh: '数据引擎的线程已不在', en: 'the engine is gone' }),
  silent: (seconds: number) => ({
    zh: `数据引擎 ${seconds} 秒没有回应`,
    en: `the engine was not heard for ${seconds} s`,
  }),
  closed: () => ({ zh: '数据引擎已关闭', en: 'the engine was closed' }),
  searchUnended: () => ({ zh: '计算没有结束', en: 'the search did not end' }),
  searchFailed: (detail: string) =>
    detail
      ? { zh: `计算出错：${detail}`, en: `the search failed: ${detail}` }
      : { zh: '计算出错', en: 'the search failed' },
  searchClosed: () => ({ zh: '计算已取消', en: 'the search was closed' }),
} as const
