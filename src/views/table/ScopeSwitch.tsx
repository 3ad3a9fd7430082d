import { useCity } from '#city/CityContext.ts'
import { scopeTitle } from '#city/scopeTitle.ts'
import { formatNumber } from '#i18n/formatNumber.ts'
import { useWords } from '#i18n/useWords.ts'
import { listEverywhere } from '#state/lists.ts'
import { Button } from '#ui/Button.tsx'

interface Props {
  /** On show. */
  readonly scope: string
  /** How many there are beside those listed. */
  readonly outside: number
  /** The list is of the whole city all the same. */
  readonly everywhere: boolean
}

/** Which part of the city a list is of, how many there are outside, and the way to them and back. */
export function ScopeSwitch({ scope, outside, everywhere }: Props) {
  const words = useWords()
  const { t, language } = words
  const city = useCity()
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
