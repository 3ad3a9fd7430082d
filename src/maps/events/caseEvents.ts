import { parseTime } from '#core/model/parseTime.ts'
import { textOf } from '#core/model/values.ts'

/** A line of a case's history as it is shown. */
export interface ShownEvent {
  readonly at: number | null
  readonly verb: string
  /** Where a return went; null for other verbs, which say it themselves. */
  readonly backTo: string | null
  readonly unit: string | null
  readonly by: string | null
  readonly note: string | null
  /** Id of the action it will come from, while the feed does not show it yet. */
  readonly pending: string | null
}

/** The history of a case's properties, newest first; entries without a verb are passed over. */
export function caseEvents(history: unknown): readonly ShownEvent[] {
  if (!Array.isArray(history)) return []
  return history
    .flatMap((entry: unknown): readonly ShownEvent[] => {
      if (typeof entry !== 'object' || entry === null) return []
      const { at, verb, stage, unit, by, note, pending }: Readonly<Record<string, unknown>> = { ...entry }
      const word = textOf(verb)
      if (word === null) return []
      return [
        {
          at: parseTime(at),
          verb: word,
          backTo: word === 'return' ? textOf(stage) : null,
          unit: textOf(unit),
          by: textOf(by),
          note: textOf(note),
          pending: textOf(pending),
        },
      ]
    })
    .reverse()
}
