/** What a thread says of itself: it lives and has nothing in hand; it begins work that may keep it from saying more. */
export type Beat = 'idle' | 'working'

/** The message with which a page gives a thread the port to beat on. */
export interface HeartbeatWanted {
  readonly heartbeat: MessagePort
}

const BEAT_MS = 1_000

/** Beats on the port that a page gives: every second, and before and after every verb. On the thread's side. */
export function beatWhenAsked<Verbs extends object>(verbs: Verbs): Verbs {
  let port: MessagePort | null = null
  const say = (beat: Beat): void => port?.postMessage(beat)
  addEventListener('message', ({ data }: MessageEvent<Partial<HeartbeatWanted> | null>) => {
    if (!(data?.heartbeat instanceof MessagePort) || port) return
    port = data.heartbeat
    say('idle')
    setInterval(() => say('idle'), BEAT_MS)
  })
  const beating = Object.entries(verbs).map(([name, verb]: [string, unknown]) => {
    if (typeof verb !== 'function') return [name, verb]
    const told = (...args: readonly unknown[]): unknown => {
      say('working')
      try {
        return verb(...args)
      } finally {
        say('idle')
      }
    }
    return [name, told]
  })
  return Object.fromEntries(beating)
}
