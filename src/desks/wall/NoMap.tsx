import { useCity } from '#city/CityContext.ts'
import { useWords } from '#i18n/useWords.ts'
import { useView } from '#state/view.ts'
import { State } from '#ui/State.tsx'
import { mapTitle } from '#views/layers/mapTitle.ts'

/** The city has no map of the id on show. */
export function NoMap() {
  const { catalog } = useCity()
  const words = useWords()
  const map = useView((view) => view.map)
  return (
    <State kind="empty" title={words.t('shell.map.none')}>
      {words.t('shell.map.noneBody', { map: mapTitle(catalog, map, words).short })}
    </State>
  )
}
