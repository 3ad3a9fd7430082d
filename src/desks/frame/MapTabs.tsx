import { useCity } from '#city/CityContext.ts'
import { useWords } from '#i18n/useWords.ts'
import { MAPS, setView, useView } from '#state/view.ts'
import { Tabs } from '#ui/Tabs.tsx'

/** The five maps. Titles are the catalog's; where there is little room, short words stand in. */
export function MapTabs() {
  const { catalog } = useCity()
  const { t, say } = useWords()
  const map = useView((view) => view.map)
  const tabs = MAPS.flatMap((id) => {
    const defined = catalog.maps.find((candidate) => candidate.id === id)
    if (!defined && id !== map) return []
    const short = t(`shell.maps.${id}`)
    return [{ id, label: defined?.title ? say(defined.title) : short, short }]
  })
  return <Tabs label={t('shell.maps.label')} tabs={tabs} selected={map} onSelect={(id) => setView({ map: id })} />
}
