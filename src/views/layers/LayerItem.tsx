import { useMemo, useState } from 'react'
import type { CatalogLayer } from '#catalog/schema.ts'
import { useNow } from '#city/useNow.ts'
import { formatNumber } from '#i18n/formatNumber.ts'
import { formatAge } from '#i18n/formatTime.ts'
import { useWords } from '#i18n/useWords.ts'
import { legend } from '#layers/legend.ts'
import { useDisplay } from '#state/display.ts'
import { setView, useView } from '#state/view.ts'
import { IconButton } from '#ui/IconButton.tsx'
import { FeedStateBadge } from '../health/FeedStateBadge'
import type { FeedStanding } from '../health/feedStanding'
import styles from './LayerList.module.css'
import { LegendSwatch } from './LegendSwatch'

interface Props {
  readonly layer: CatalogLayer
  readonly standing: FeedStanding | undefined
}

/** One layer: its switch, its mark or classes, how many features, and how its feed stands. */
export function LayerItem({ layer, standing }: Props) {
  const { t, language, say } = useWords()
  const theme = useDisplay((display) => display.theme)
  const visible = useView((view) => view.layerVisibility[layer.id] ?? layer.visible)
  const opacity = useView((view) => view.layerOpacity[layer.id] ?? 100)
  const [adjusting, setAdjusting] = useState(false)
  const now = useNow()
  const entries = useMemo(() => legend(layer, theme), [layer, theme])
  const title = say(layer.title)
  const only = entries.length === 1 ? entries[0] : undefined
  const report = standing?.reading?.report

  function toggle() {
    const { layerVisibility } = useView.getState()
    setView({ layerVisibility: withChoice(layerVisibility, layer, !visible) })
  }

  return (
    <li className={styles.item} data-visible={visible}>
      <div className={styles.head}>
        {only ? <LegendSwatch entry={only} /> : <span className={styles.noSwatch} />}
        <span className={styles.title}>{title}</span>
        {report && layer.filter === undefined && (
          <span className={styles.count}>{formatNumber(report.accepted, language)}</span>
        )}
        {visible && (
          <button
            type="button"
            className={styles.opacity}
            aria-expanded={adjusting}
            aria-label={t('shell.layers.opacityOf', { title, percent: opacity })}
            onClick={() => setAdjusting(!adjusting)}
          >
            {opacity}%
          </button>
        )}
        <IconButton
          icon={visible ? 'eye' : 'eyeOff'}
          label={t('shell.layers.show', { title })}
          hint="none"
          role="switch"
          aria-checked={visible}
          onClick={toggle}
        />
      </div>
      {visible && adjusting && (
        <input
          type="range"
          className={styles.slider}
          aria-label={t('shell.layers.opacity', { title })}
          aria-valuetext={`${opacity}%`}
          min={10}
          max={100}
          step={5}
          value={opacity}
          onChange={(event) => setOpacity(layer.id, Number(event.currentTarget.value))}
        />
      )}
      {standing && visible && standing.state !== 'live' && (
        <p className={styles.state}>
          <FeedStateBadge state={standing.state} />
          {standing.state === 'failing' && standing.fault && (
            <span>{standing.fault[language === 'en' ? 'en' : 'zh']}</span>
          )}
          {report?.asOf && standing.state !== 'failing' && <span>{formatAge(now - report.asOf, language)}</span>}
        </p>
      )}
      {visible && !only && (
        <ul className={styles.classes}>
          {entries.map((entry) => (
            <li key={`${entry.value} ${entry.title.zh}`}>
              <LegendSwatch entry={entry} />
              <span>{say(entry.title)}</span>
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}

function setOpacity(layer: string, percent: number): void {
  const { [layer]: _, ...others } = useView.getState().layerOpacity
  setView({ layerOpacity: percent === 100 ? others : { ...others, [layer]: percent } })
}

/** Only what differs from the catalog is kept, so that links stay short. */
function withChoice(
  choices: Readonly<Record<string, boolean>>,
  layer: CatalogLayer,
  visible: boolean,
): Readonly<Record<string, boolean>> {
  const { [layer.id]: _, ...others } = choices
  return visible === layer.visible ? others : { ...others, [layer.id]: visible }
}
