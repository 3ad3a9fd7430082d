import { useNow } from '#city/useNow.ts'
import { parseTime } from '#core/model/time.ts'
import { warningLevel, warningSpan } from '#core/warnings/warnings.ts'
import type { FeatureDetail } from '#engine/engineApi.ts'
import { formatSpan } from '#i18n/formatSpan.ts'
import { formatTime } from '#i18n/formatTime.ts'
import { useWords } from '#i18n/useWords.ts'
import { localText } from '#views/facts/featureName.ts'
import { valueWord } from '#views/facts/propertyWord.ts'
import styles from './Detail.module.css'
import { LevelWord } from './LevelWord'
import { WarningInside } from './WarningInside'
import { warningState } from './warningState'

/** A warning at the desk: what it says, from when until when, who gave it, and what lies in its area. */
export function WarningDetail({ detail }: { readonly detail: FeatureDetail }) {
  const { t, language } = useWords()
  const now = useNow()
  const { properties } = detail
  const { from, until } = warningSpan(properties)
  const issued = parseTime(properties.time)
  const say = (time: number | null) => (time === null ? null : formatTime(time, language, now))
  const local = (name: string) => localText(properties, name, language)
  const state = warningState(properties, now)
  const left =
    state === 'inForce' && until !== null && t('hazards.card.left', { span: formatSpan(until - now, language) })
  const issuer = local('issuer')
  const facts: readonly (readonly [label: string, value: string | null])[] = [
    [t('hazards.warning.issuer'), issuer && valueWord(issuer, language)],
    [t('hazards.warning.issued'), say(issued)],
    [t('hazards.warning.from'), from === issued ? null : say(from)],
    [
      t('hazards.warning.until'),
      until === null ? t('hazards.card.endless') : [say(until), left].filter(Boolean).join(' · '),
    ],
    [t('hazards.warning.area'), local('towns')],
    [t('hazards.warning.unplaced'), local('unplaced')],
    [t('hazards.warning.levelFrom'), local('level_from')],
    [t('hazards.warning.instruction'), local('instruction')],
  ]
  return (
    <section className={styles.detail} aria-label={t('shell.record.warning')}>
      <p className={styles.head}>
        <LevelWord level={warningLevel(properties.level)} />
        <span className={styles.state} data-state={state}>
          {t(`hazards.warning.state.${state}`)}
        </span>
      </p>
      <p className={styles.text}>{local('text')}</p>
      <dl className={styles.facts}>
        {facts.map(
          ([label, value]) =>
            value && (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
      <WarningInside feed={detail.feed} id={detail.id} />
    </section>
  )
}
