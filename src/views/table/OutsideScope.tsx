import { useCity } from '#city/CityContext.ts'
import { scopeTitle } from '#city/scopeTitle.ts'
import type { Expression } from '#core/model/compileExpression.ts'
import { formatNumber } from '#i18n/formatNumber.ts'
import { useWords } from '#i18n/useWords.ts'
import { listEverywhere } from '#state/lists.ts'
import { Button } from '#ui/Button.tsx'
import { useFeedAnswer } from '../cards/useFeedAnswer'

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

/** Which part of the city a list is of, and how many there are beside it, with the way to them. */
export function OutsideScope({ feed, scope, where, shown, everywhere }: Props) {
  const words = useWords()
  const { t, language } = words
  const city = useCity()
  const { answer } = useFeedAnswer(feed, ['outside-scope', scope, where], async (engine) =>
    scope === null ? null : engine.total({ feed, where }),
  )
  if (scope === null) return null
  const title = scopeTitle(city, scope, words)
  if (everywhere) {
    return (
      <>
        <span>{scopeTitle(city, null, words)}</span>
        <Button quiet onClick={() => listEverywhere(false)}>
          {t('desk.filter.inScopeOnly', { scope: title })}
        </Button>
      </>
    )
  }
  const outside = (answer?.value ?? 0) - shown
  return (
    <>
      <span>{t('shell.table.inScope', { scope: title })}</span>
      {outside > 0 && (
        <Button quiet onClick={() => listEverywhere(true)}>
          {t('desk.filter.outside', { scope: title, count: formatNumber(outside, language) })}
        </Button>
      )}
    </>
  )
}
