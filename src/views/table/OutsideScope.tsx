import type { Expression } from '#core/model/compileExpression.ts'
import { useFeedAnswer } from '../cards/useFeedAnswer'
import { ScopeSwitch } from './ScopeSwitch'

interface Props {
  readonly feed: string
  /** On show; null: the whole city. */
  readonly scope: string | null
  readonly where: Expression | undefined
  /** How many are listed. */
  readonly shown: number
  /** The list is of the whole city all the same. */
  readonly everywhere: boolean
}

/** Which part of the city a table is of, and how many there are beside it, with the way to them. */
export function OutsideScope({ feed, scope, where, shown, everywhere }: Props) {
  const { answer } = useFeedAnswer(feed, ['outside-scope', scope, where], async (engine) =>
    scope === null ? null : engine.total({ feed, where }),
  )
  if (scope === null) return null
  return <ScopeSwitch scope={scope} outside={(answer?.value ?? 0) - shown} everywhere={everywhere} />
}
