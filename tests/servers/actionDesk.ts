import type { IncomingMessage } from 'node:http'

/** An action as the page posts it. */
export interface PostedAction {
  readonly id: string
  readonly feed: string
  readonly feature: string
  readonly verb: string
  readonly unit?: string
  readonly note?: string
  readonly by: string
  readonly at: string
}

interface ActionAnswer {
  readonly status: number
  readonly body: unknown
}

/** Does what an action asks for, once. */
export type AnswerAction = (action: PostedAction) => ActionAnswer

/** Takes actions as a server should: what comes again with the same key is answered as before and not done again. */
export interface ActionDesk {
  receive(verb: string, request: IncomingMessage): Promise<ActionAnswer>
  /** Every action done, in order. */
  readonly done: readonly PostedAction[]
  /** Requests that came, repeats among them. */
  posts(): number
  /** The next requests are answered with this status and not done; null: as usual. */
  refuse(status: number | null): void
  /** The next requests are done, but their answer is a 503, as when it is lost on the way. */
  loseAnswers(lose: boolean): void
}

export function createActionDesk(answer: AnswerAction = () => ({ status: 202, body: {} })): ActionDesk {
  const answers = new Map<string, ActionAnswer>()
  const done: PostedAction[] = []
  let posts = 0
  let refused: number | null = null
  let losing = false
  return {
    done,
    posts: () => posts,
    refuse(status) {
      refused = status
    },
    loseAnswers(lose) {
      losing = lose
    },
    async receive(verb, request) {
      const pieces: Buffer[] = []
      for await (const piece of request) pieces.push(piece as Buffer)
      posts += 1
      if (refused !== null) return { status: refused, body: { reason: { zh: '服务暂停', en: 'not now' } } }
      const key = request.headers['idempotency-key']
      if (request.method !== 'POST' || typeof key !== 'string') return { status: 400, body: { reason: 'no key' } }
      const known = answers.get(key)
      const action = JSON.parse(Buffer.concat(pieces).toString('utf8')) as PostedAction
      if (action.verb !== verb) return { status: 400, body: { reason: 'another verb' } }
      const given = known ?? answer(action)
      if (known === undefined) {
        answers.set(key, given)
        if (given.status < 300) done.push(action)
      }
      return losing ? { status: 503, body: {} } : given
    },
  }
}
