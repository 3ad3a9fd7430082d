import type { FailureReason } from '#core/model/failureReason.ts'
import type { Reason } from '#core/model/feedReport.ts'
import { withoutSecrets } from '#core/model/withoutSecrets.ts'

const define =
  <Parts extends unknown[]>(code: string, words: (...parts: Parts) => { zh: string; en: string }) =>
  (...parts: Parts): Reason => {
    const { zh, en } = words(...parts)
    return { code, zh: withoutSecrets(zh), en: withoutSecrets(en) }
  }

const because = (why: string): { zh: string; en: string } =>
  why === '' ? { zh: '', en: '' } : { zh: `:${why}`, en: `: ${why}` }

/** Why a living feed is not live. */
export const LIVE_REASONS = {
  noUrl: define('live-no-url', () => ({ zh: '目录没有写实时地址(live.url)', en: 'the catalog names no live.url' })),
  refused: define('live-refused', (where: string) => ({
    zh: `连不上 ${where}`,
    en: `could not connect to ${where}`,
  })),
  cannotOpen: define('live-cannot-open', (why: string) => ({
    zh: `无法建立连接:${why}`,
    en: `no connection can be opened: ${why}`,
  })),
  connectTimeout: define('live-connect-timeout', (seconds: number) => ({
    zh: `${seconds} 秒内没有连上`,
    en: `not connected within ${seconds} s`,
  })),
  status: define('live-http-status', (status: number) => ({
    zh: `服务器返回 ${status}`,
    en: `the server answered ${status}`,
  })),
  notEventStream: define('live-not-event-stream', (found: string) => ({
    zh: `服务器返回的不是事件流(text/event-stream),而是 ${found}`,
    en: `the server answered ${found}, not an event stream (text/event-stream)`,
  })),
  ended: define('live-ended', (why: string) => ({
    zh: `服务器断开了连接${because(why).zh}`,
    en: `the server ended the connection${because(why).en}`,
  })),
  silent: define('live-silent', (seconds: number) => ({
    zh: `连接 ${seconds} 秒没有任何消息,视为中断`,
    en: `nothing was heard for ${seconds} s; the connection counts as broken`,
  })),
  brokerRefused: define('live-broker-refused', (why: string) => ({
    zh: `MQTT 服务器拒绝连接:${why}`,
    en: `the MQTT broker refused the connection: ${why}`,
  })),
  topicRefused: define('live-topic-refused', (topic: string) => ({
    zh: `MQTT 服务器不允许订阅主题 ${topic}`,
    en: `the MQTT broker does not allow the topic ${topic}`,
  })),
  snapshotLate: define('live-snapshot-late', (seconds: number) => ({
    zh: `全量数据 ${seconds} 秒内没有取到`,
    en: `no snapshot came within ${seconds} s`,
  })),
  overflow: define('live-overflow', (features: number) => ({
    zh: `积压的变更超过 ${features} 个要素,重新取全量数据`,
    en: `changes of more than ${features} features were kept back; a snapshot is fetched again`,
  })),
  full: define('live-full', (most: number, keep: 'newest' | 'oldest') =>
    keep === 'newest'
      ? {
          zh: `实时数据只保留最新的 ${most} 个要素,较早的已不再保留`,
          en: `only the newest ${most} features of the stream are kept; older ones were let go`,
        }
      : {
          zh: `实时数据最多保留 ${most} 个要素,已满,新的标识没有收下`,
          en: `at most ${most} features of the stream are kept; there is no room for new ids`,
        },
  ),
  unreadable: define('live-unreadable', (messages: number, why: Reason | null) => ({
    zh: `实时通道已连上,但最近 ${messages} 条消息都不能用${because(why?.zh ?? '').zh}`,
    en: `the stream is connected, but none of its last ${messages} messages can be used${because(why?.en ?? '').en}`,
  })),
  notTaken: define('live-not-taken', (why: FailureReason) => ({
    zh: `一批变更没有收下(${why.zh}),重新取全量数据`,
    en: `a batch of changes was not taken in (${why.en}); a snapshot is fetched again`,
  })),
} as const

/** Why a message is no change. */
export const BAD_MESSAGES = {
  notJson: define('message-not-json', (begins: string) => ({
    zh: `消息不是 JSON,开头是 ${begins}`,
    en: `the message is not JSON; it begins ${begins}`,
  })),
  notChange: define('message-not-change', (found: string) => ({
    zh: `消息应为带标识的 Feature 或 {"id": …, "deleted": true},实为 ${found}`,
    en: `a message should be a Feature with an id or {"id": …, "deleted": true}, found ${found}`,
  })),
  noId: define('message-no-id', () => ({ zh: '消息没有标识', en: 'the message has no id' })),
} as const
