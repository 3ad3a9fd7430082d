import type { Words } from '../language'

export const live: Words['live'] = {
  connecting: 'Connecting',
  unreadable: 'No message can be used',
  'catching-up': 'Catching up',
  live: 'Receiving live',
  waiting: 'Disconnected',
  closed: 'Closed',
  retryIn: 'attempt {{attempt}} in {{seconds}} s',
  retryNow: 'Reconnect now',
  received_one: '{{count}} change received',
  received: '{{count}} changes received',
  bad: '{{count}} not understood',
  broken_one: '{{count}} live feed cut off',
  broken: '{{count}} live feeds cut off',
}
