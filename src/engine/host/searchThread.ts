import type { SearchNews } from '../jobs/runningSearch'

/** Where a search has come to. */
type Step<Found> =
  | { readonly phase: 'reading'; readonly done: number; readonly of: number }
  | {
      readonly phase: 'searching'
      readonly steps: number
      readonly better: boolean
      readonly found: () => Found
    }

/** What a thread that searches is asked: once to begin, and any time to end with what it has. */
export type SearchAsked<Settings> = ({ readonly task: Blob } & Settings) | 'stop'

/** What it says; after the end it says no more. */
export type SearchSaid<Told> =
  | SearchNews<Told>
  | { readonly kind: 'end'; readonly found: Told }
  | { readonly kind: 'failed'; readonly detail: string }

/** What the thread has. */
export interface Around<Told> {
  readonly say: (said: SearchSaid<Told>) => void
  /** Milliseconds. */
  readonly clock: () => number
  /** Resolves when what was waiting has been heard. */
  readonly nextTask: () => Promise<void>
}

/** Longest that it does not hear, but for a single step that takes longer; and between two better answers. */
const SLICE_MS = 40
const SAY_MS = 200

/**
 * A thread that searches step by step: hears what it is asked.
 * @param open the steps of a task, and what is told of what they found.
 */
export function searchThread<Task, Settings extends { readonly seconds: number }, Found, Told>(
  { say, clock, nextTask }: Around<Told>,
  open: (
    task: Task,
    settings: Settings,
  ) => readonly [steps: Generator<Step<Found>, Found>, tell: (found: Found) => Told],
): (asked: SearchAsked<Settings>) => void {
  let stopped = false
  const search = async (asked: { readonly task: Blob } & Settings): Promise<void> => {
    const [steps, tell] = open(JSON.parse(await asked.task.text()), asked)
    const begun = clock()
    let heard = begun
    let told = Number.NEGATIVE_INFINITY
    let news = false
    for (;;) {
      const step = steps.next()
      if (step.done) return say({ kind: 'end', found: tell(step.value) })
      const now = clock()
      const { value } = step
      if (value.phase === 'searching') {
        news ||= value.better
        // The first step gives an answer, however short the time.
        if (stopped || (value.steps > 0 && now - begun >= asked.seconds * 1000))
          return say({ kind: 'end', found: tell(value.found()) })
      }
      if (now - told >= SAY_MS && (news || value.phase === 'reading')) {
        if (value.phase === 'reading') say({ kind: 'reading', done: value.done, of: value.of })
        else say({ kind: 'better', found: tell(value.found()) })
        news = false
        told = now
      }
      if (now - heard < SLICE_MS) continue
      await nextTask()
      heard = clock()
    }
  }
  return (asked) => {
    if (asked === 'stop') stopped = true
    else search(asked).catch((error: unknown) => say({ kind: 'failed', detail: String(error) }))
  }
}
