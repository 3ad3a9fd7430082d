import { useWords } from '../../i18n/useWords'
import { useCity } from '../../maps/data/CityContext'
import { setView, useView } from '../../state/view'
import styles from './ScopeSelect.module.css'

/** The scope that figures are counted in; empty stands for the whole city. */
export function ScopeSelect() {
  const { catalog } = useCity()
  const { t, say } = useWords()
  const scope = useView((view) => view.scope)
  return (
    <select
      className={styles.select}
      aria-label={t('shell.scope.label')}
      title={t('shell.scope.label')}
      value={scope ?? ''}
      onChange={(event) => setView({ scope: event.target.value === '' ? null : event.target.value })}
    >
      {catalog.scopes.map(({ id, title }) => (
        <option key={id} value={id}>
          {say(title ?? { zh: id })}
        </option>
      ))}
      <option value="">{t('shell.scope.whole')}</option>
    </select>
  )
}
