import type { InsideCount, WarningInForce } from '#engine/warnings/warningVerbs.ts'
import { formatSpan } from '#i18n/formatSpan.ts'
import { formatWhen } from '#i18n/formatTime.ts'
import { useWords } from '#i18n/useWords.ts'
import { Badge } from '#ui/Badge.tsx'
import { HeadLine } from '#ui/LineList.tsx'
import { localText } from '#views/facts/featureName.ts'
import { useOpenFeature } from '#views/facts/useOpenFeature.ts'
import { LevelWord } from '#views/layers/LevelWord.tsx'
import { InsideCounts } from './InsideCounts'
import type { InsideSpec } from './insideFigures'
import styles from './WarningsCard.module.css'

interface Props {
  readonly feed: string
  readonly warning: WarningInForce
  readonly specs: readonly InsideSpec[]
  /** Undefined: not counted yet. */
  readonly counts: readonly InsideCount[] | undefined
  readonly now: number
}

/** One warning: level, what of, until when, where, and what lies inside. A click brings the map to it. */
export function WarningLine({ feed, warning, specs, counts, now }: Props) {
  const { t, language } = useWords()
  const open = useOpenFeature()
  const { properties, level, from, until, mapId, id, placed } = warning
  const kind = localText(properties, 'kind', language) ?? localText(properties, 'name', language) ?? id
  const towns = localText(properties, 'towns', language) ?? t('hazards.card.everywhere')
  const words = localText(properties, 'name', language)

  return (
    <HeadLine
      mark={<LevelWord level={level} />}
      name={kind}
      end={
        <>
          {from !== null && from > now && (
            <span>{t('hazards.card.from', { time: formatWhen(from, language, now) })}</span>
          )}
          <span>
            {until === null
              ? t('hazards.card.endless')
              : t('hazards.card.until', { time: formatWhen(until, language, now) })}
          </span>
          {until !== null && (from === null || from <= now) && (
            <span>{t('hazards.card.left', { span: formatSpan(until - now, language) })}</span>
          )}
        </>
      }
      onOpen={() => open(feed, mapId)}
    >
      {placed ? (
        <p className={styles.towns}>{towns}</p>
      ) : (
        <p className={styles.offMap}>
          <Badge tone="unknown">{t('shell.table.offMap')}</Badge>
          <span>{[towns, words === kind ? null : words].filter(Boolean).join(' · ')}</span>
        </p>
      )}
      {counts && <InsideCounts specs={specs} counts={counts} door={{ to: 'feature', feed, mapId }} />}
    </HeadLine>
  )
}
