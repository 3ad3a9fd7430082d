import { useCity } from '#city/CityContext.ts'
import { useWords } from '#i18n/useWords.ts'
import { setView, useView } from '#state/view.ts'
import { Tabs } from '#ui/Tabs.tsx'
import { mapTitle } from '#views/layers/mapTitle.ts'

/** The maps of the catalog, in its order, and the one on show. Where there is little room, short words stand in. */
export function MapTabs() {
  const { catalog } = useCity()
  const words = useWords()
  const map = useView((view) => view.map)
  const ids = [...new Set([...catalog.maps.map(({ id }) => id), map])]
  const tabs = ids.map((id) => {
    const { title, short } = mapTitle(catalog, id, words)
    return { id, label: title, short }
  })
  return <Tabs label={words.t('shell.maps.label')} tabs={tabs} selected={map} onSelect={(id) => setView({ map: id })} />
}
