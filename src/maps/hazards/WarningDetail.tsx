import { useNow } from '#city/useNow.ts'
import { parseTime } from '#core/model/parseTime.ts'
import { spanOfWarning, warningLevel } from '#core/warnings/warnings.ts'
import type { FeatureDetail } from '#engine/engineApi.ts'
import { formatSpan } from '#i18n/formatSpan.ts'
import { formatTime } from '#i18n/formatTime.ts'
import { useWords } from '#i18n/useWords.ts'
import { type Fact, FactList } from '#ui/FactList.tsx'
import { localText } from '#views/facts/featureName.ts'
import { valueWord } from '#views/facts/propertyWord.ts'
import { LevelWord } from '#views/layers/LevelWord.tsx'
import styles from './Detail.module.css'
import { WarningInside } from './WarningInside'

/** A warning at the desk: what it says, from when until when, who gave it, and what lies in its area. */
export function WarningDetail({ detail }: { readonly detail: FeatureDetail }) {
  const { t, language } = useWords()
  const now = useNow()
  const { properties } = detail
  const { from, until } = spanOfWarning(detail)
  const issued = parseTime(properties.time)
  const say = (time: number | null) => (time === null ? null : formatTime(time, language, now))
  const local = (name: string) => localText(properties, name, language)
  const state = warningState(detail, now)
  const left =
    state === 'inForce' && until !== null && t('hazards.card.left', { span: formatSpan(until - now, language) })
  const issuer = local('issuer')
  const placedBy = local('placed_by')
  const roughly = properties.placed_roughly === true
  const facts: readonly Fact[] = [
    { label: t('hazards.warning.issuer'), value: issuer && valueWord(issuer, language) },
    { label: t('hazards.warning.issued'), value: say(issued) },
    { label: t('hazards.warning.from'), value: from === issued ? null : say(from) },
    {
      label: t('hazards.warning.until'),
      value: until === null ? t('hazards.card.endless') : [say(until), left].filter(Boolean).join(' · '),
    },
    { label: t('hazards.warning.area'), value: local('towns') },
    { label: t('hazards.warning.unplaced'), value: local('unplaced') },
    {
      label: t('hazards.warning.placedBy'),
      value: placedBy && t(roughly ? 'hazards.warning.byBounds' : 'hazards.warning.byCode', { code: placedBy }),
    },
    { label: t('hazards.warning.restriction'), value: local('restriction') },
    { label: t('hazards.warning.levelFrom'), value: local('level_from') },
    { label: t('hazards.warning.instruction'), value: local('instruction') },
  ]
  return (
    <section className={styles.detail} aria-label={t('shell.record.warning')}>
      <p className={styles.head}>
        <LevelWord level={warningLevel(properties.level)} />
        <span className={styles.state} data-state={state}>
          {t(`hazards.warning.state.${state}`)}
        </span>
      </p>
      {detail.bounds === null && <p className={styles.offMap}>{t('hazards.warning.offMap')}</p>}
      <p className={styles.text}>{local('text')}</p>
      <FactList facts={facts} />
      <WarningInside feed={detail.feed} id={detail.id} />
    </section>
  )
}

export type WarningState = 'inForce' | 'coming' | 'over' | 'cancelled'

/** Where a warning stands at `now`, epoch milliseconds: one taken back before its end is told from one that ran out. */
export function warningState(warning: Parameters<typeof spanOfWarning>[0], now: number): WarningState {
  const { from, until } = spanOfWarning(warning)
  if (until !== null && until <= now) return warning.properties.cancelled === true ? 'cancelled' : 'over'
  return from !== null && from > now ? 'coming' : 'inForce'
}
