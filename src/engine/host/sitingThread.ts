import { type SitesFound, sitesSearch } from '#core/siting/sitesSearch.ts'
import type { SitingTask } from '#core/siting/sitingTask.ts'
import type { SitingFound, SitingNews, SitingSettings } from '../siting/sitingSearch'

/** What a thread that searches is asked: once to begin, and any time to end with what it has. */
export type SitingAsked = ({ readonly task: Blob } & SitingSettings) | 'stop'

/** What it says; after the end it says no more. */
export type SitingSaid =
  | SitingNews
  | { readonly kind: 'end'; readonly found: SitingFound }
  | { readonly kind: 'failed'; readonly detail: string }

/** What the thread has. */
interface Around {
  readonly say: (said: SitingSaid) => void
  /** Milliseconds. */
  readonly clock: () => number
  /** Resolves when what was waiting has been heard. */
  readonly nextTask: () => Promise<void>
}

/** Longest that it does not hear, but for a single step that takes longer; and between two better answers. */
const SLICE_MS = 40
const SAY_MS = 200

/** A thread that searches where to build: hears what it is asked. */
export function sitingThread({ say, clock, nextTask }: Around): (asked: SitingAsked) => void {
  let stopped = false
  const search = async (asked: Exclude<SitingAsked, 'stop'>): Promise<void> => {
    const task: SitingTask = JSON.parse(await asked.task.text())
    const withEdits = (found: SitesFound): SitingFound => ({
      ...found,
      edits: found.built.map(({ site }) => task.edits[site]!),
    })
    const steps = sitesSearch(task, asked)
    const begun = clock()
    let heard = begun
    let told = Number.NEGATIVE_INFINITY
    let news = false
    for (;;) {
      const step = steps.next()
      if (step.done) return say({ kind: 'end', found: withEdits(step.value) })
      const now = clock()
      const { value } = step
      if (value.phase === 'searching') {
        news ||= value.better
        // The first step gives an answer, however short the time.
        if (stopped || (value.steps > 0 && now - begun >= asked.seconds * 1000))
          return say({ kind: 'end', found: withEdits(value.found()) })
      }
      if (now - told >= SAY_MS && (news || value.phase === 'reading')) {
        if (value.phase === 'reading') say({ kind: 'reading', done: value.done, of: value.of })
        else say({ kind: 'better', found: withEdits(value.found()) })
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
