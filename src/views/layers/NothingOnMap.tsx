import { RECORD_DEFAULTS } from '#catalog/defaults/recordDefaults.ts'
import type { CatalogMap } from '#catalog/schema.ts'
import { useCity } from '#city/CityContext.ts'
import { RECORD_KINDS } from '#core/model/feature.ts'
import { useWords } from '#i18n/useWords.ts'
import { State } from '#ui/State.tsx'

/** Of a map without a layer of its own: why, and what the catalog would need. */
export function NothingOnMap({ map }: { readonly map: CatalogMap }) {
  const { catalog } = useCity()
  const { t } = useWords()
  if (catalog.layers.some(({ id, base }) => !base && map.layers.includes(id))) return null
  const subjects = RECORD_KINDS.filter((record) => RECORD_DEFAULTS[record].maps.some((id) => id === map.id))
  const records = subjects.length > 0 ? subjects : RECORD_KINDS.filter((record) => record !== 'reported')
  return (
    <State kind="empty" title={t('shell.map.nothing')}>
      {t('shell.map.nothingBody', { records: records.join(' / ') })}
    </State>
  )
}
