import { useCity } from '#city/CityContext.ts'
import { useWords } from '#i18n/useWords.ts'
import { flyTo } from '#map/camera/cameraOf.ts'
import { setView, useView } from '#state/view.ts'
import { Select } from '#ui/Select.tsx'

/** The scope that figures are counted in, and that the map goes to; empty stands for the whole city. */
export function ScopeSelect() {
  const { catalog, engine } = useCity()
  const { t, say } = useWords()
  const scope = useView((view) => view.scope)

  async function choose(id: string) {
    setView({ scope: id === '' ? null : id })
    const bounds = id === '' ? catalog.city.bounds : await engine.scopeBounds(id)
    if (bounds) flyTo(bounds)
  }

  return (
    <Select
      aria-label={t('shell.scope.label')}
      title={t('shell.scope.label')}
      value={scope ?? ''}
      onChange={(event) => void choose(event.target.value)}
    >
      {catalog.scopes.map(({ id, title }) => (
        <option key={id} value={id}>
          {say(title)}
        </option>
      ))}
      <option value="">{t('shell.scope.whole')}</option>
    </Select>
  )
}
