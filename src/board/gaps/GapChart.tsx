import { useMemo } from 'react'
import type { Gap } from '#core/planning/gaps/gap.ts'
import { formatScaled } from '#i18n/formatNumber.ts'
import { formatMeasure, joinFigure } from '#i18n/formatQuantity.ts'
import { useWords } from '#i18n/useWords.ts'
import { palettes } from '#layers/palettes.ts'
import { useDisplay } from '#state/display.ts'
import { useDrawn } from '#views/charts/useDrawn.ts'
import listStyles from '../list/List.module.css'
import styles from './Gaps.module.css'
import type { GapBars } from './gapChart'
import { type GapSort, placesIn } from './gapOrder'

/** Bars that a small chart has room for. */
const MOST = 30

const loadChart = async () => (await import('./gapChart')).openGapChart

interface Props {
  /** In the order of the list. */
  readonly gaps: readonly Gap[]
  readonly by: GapSort['by']
  /** Key of the gap that is marked in the list or on the map. */
  readonly marked: string | null
  readonly onHover: (gap: Gap | null) => void
  readonly onPick: (gap: Gap) => void
}

/** The first gaps of the list as bars, at one with list and map. Its figures stand in the list for those who cannot see it. */
export function GapChart({ gaps, by, marked, onHover, onPick }: Props) {
  const { t, language } = useWords()
  const theme = useDisplay((display) => display.theme)
  const first = useMemo(() => gaps.slice(0, MOST), [gaps])
  const measure = by === 'name' ? 'people' : by
  const lines = first.every(({ area }) => area === null)

  const bars = useMemo((): GapBars => {
    const palette = palettes[theme]
    const figureOf = (gap: Gap) => {
      if (measure === 'people') return gap.people.people ?? gap.people.atLeast
      return measure === 'places' ? placesIn(gap) : (gap.area ?? gap.length)
    }
    const at = first.findIndex(({ key }) => key === marked)
    return {
      values: first.map(figureOf),
      marked: at < 0 ? null : at,
      colors: { bar: palette.gap, marked: palette.accent, text: palette.text2, line: `${palette.ground3}80` },
      font: `12px ${getComputedStyle(document.body).fontFamily}`,
      figure: (value) =>
        joinFigure(
          measure === 'size' ? formatMeasure(value, lines ? 'm' : 'm2', language) : formatScaled(value, language),
        ),
      onHover: (bar) => onHover(bar === null ? null : (first[bar] ?? null)),
      onPick: (bar) => first[bar] && onPick(first[bar]),
    }
  }, [first, measure, lines, marked, theme, language, onHover, onPick])

  const { place, busy, failed } = useDrawn(loadChart, bars)

  if (failed) return <p className={listStyles.quiet}>{t('gaps.chartFailed')}</p>
  const people = first.every(({ peopleBy }) => peopleBy === 'cell') ? 'cell' : 'people'
  const label = t('gaps.chart', {
    count: first.length,
    measure: t(`gaps.measures.${measure === 'people' ? people : measure}`),
  })
  return <div ref={place} className={styles.chart} role="img" aria-label={label} aria-busy={busy} />
}
