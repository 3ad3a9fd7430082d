import { useWords } from '../../i18n/useWords'
import { Cards } from '../../maps/cards/Cards'
import { useCity } from '../../maps/data/CityContext'
import { StarRibbon } from '../../maps/indicators/StarRibbon'
import { CompactLegend } from '../../maps/panels/CompactLegend'
import { useView } from '../../state/view'
import { State } from '../../ui/State'
import type { FrameLayout } from '../frame/frameLayout'
import styles from './ScreenWorkspace.module.css'

/** The wall: what the scene is about on the left, what needs attention on the right, the stars below. */
export function ScreenWorkspace({ layout }: { readonly layout: FrameLayout }) {
  const { catalog } = useCity()
  const { t } = useWords()
  const mapId = useView((view) => view.map)
  const map = catalog.maps.find(({ id }) => id === mapId)
  const wide = layout.columns === 2
  return (
    <>
      <aside className={styles.rail} data-side="left" data-wide={wide} aria-label={t('shell.landmark.left')}>
        {map ? (
          <Cards map={map} side="left" />
        ) : (
          <State kind="empty" title={t('shell.map.none')}>
            {t('shell.map.noneBody', { map: t(`shell.maps.${mapId}`) })}
          </State>
        )}
      </aside>
      <aside className={styles.rail} data-side="right" data-wide={wide} aria-label={t('shell.landmark.right')}>
        {map && <Cards map={map} side="right" />}
      </aside>
      <div className={styles.legend}>
        <CompactLegend />
      </div>
      <section className={styles.ribbon} data-wide={wide} aria-label={t('shell.landmark.bottom')}>
        <StarRibbon />
      </section>
    </>
  )
}
