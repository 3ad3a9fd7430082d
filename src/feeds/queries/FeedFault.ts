import { failureReason } from '#core/model/failureReason.ts'
import type { Reason } from '#core/model/feedReport.ts'
import { withoutSecrets } from '#core/model/withoutSecrets.ts'
import { ReadStopped } from './boundedRead'

/** A feed that could not be read, with the reason in words. */
export class FeedFault extends Error {
  readonly feed: string
  readonly reason: Reason

  constructor(feed: string, { code, zh, en }: Reason) {
    super(withoutSecrets(`${feed}: ${en}`))
    this.name = 'FeedFault'
    this.feed = withoutSecrets(feed)
    this.reason = { code, zh: withoutSecrets(zh), en: withoutSecrets(en) }
  }

  /** Any error as a fault of this feed. */
  static from(feed: string, error: unknown): FeedFault {
    if (error instanceof FeedFault) return error
    if (error instanceof ReadStopped) return new FeedFault(feed, error.reason)
    const { zh, en } = failureReason(error)
    return new FeedFault(feed, { code: 'unreadable', zh: `读取失败:${zh}`, en: `could not be read: ${en}` })
  }

  /** The server answered, but not with the feed. */
  static status(url: string, status: number): FeedFault {
    return new FeedFault(url, {
      code: `http-${status}`,
      zh: `服务器返回 ${status}(${url})`,
      en: `the server answered ${status} (${url})`,
    })
  }

  /** The server sends on to what is not read from there, such as a file of this machine. */
  static redirectRefused(url: string, to: string): FeedFault {
    return new FeedFault(url, {
      code: 'redirect-refused',
      zh: `服务器转向 ${to},只跟随到 http 与 https 地址,没有读取`,
      en: `the server redirects to ${to}; only http and https addresses are followed, so it was not read`,
    })
  }

  static tooManyRedirects(url: string, most: number): FeedFault {
    return new FeedFault(url, {
      code: 'redirect-refused',
      zh: `转向超过 ${most} 次,没有读取`,
      en: `more than ${most} redirects; it was not read`,
    })
  }

  /** No answer at all. */
  static unreachable(url: string): FeedFault {
    return new FeedFault(url, { code: 'unreachable', zh: `无法连接(${url})`, en: `could not be reached (${url})` })
  }

  /** The content security policy of this deployment does not list the origin. */
  static originRefused(url: string): FeedFault {
    const { origin } = new URL(url)
    return new FeedFault(url, {
      code: 'origin-refused',
      zh: `本部署不允许从 ${origin} 读取数据;请在内容安全策略的 connect-src 中列出该来源`,
      en: `this deployment does not allow ${origin}; list it in connect-src of the content security policy`,
    })
  }
}
