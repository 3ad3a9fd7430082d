/** The channels of live feeds. */
export const live = {
  connecting: '正在连接',
  unreadable: '消息都不能用',
  'catching-up': '正在补齐',
  live: '实时接收',
  waiting: '已断开',
  closed: '已关闭',
  retryIn: '{{seconds}} 秒后第 {{attempt}} 次重连',
  retryNow: '立即重连',
  received: '已收 {{count}} 条变化',
  bad: '{{count}} 条读不懂',
  broken: '{{count}} 路实时数据断开',
}
