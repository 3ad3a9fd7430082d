import { useNow } from '#city/useNow.ts'
import { HAZARD_GRADES } from '#core/hazards/hazards.ts'
import { ALARM_LEVELS } from '#core/model/feedDefinitions.ts'
import type { FeatureDetail } from '#engine/engineApi.ts'
import { useWords } from '#i18n/useWords.ts'
import { levelMark } from '#layers/levelMark.ts'
import { useDisplay } from '#state/display.ts'
import { FactList } from '#ui/FactList.tsx'
import { localText } from '#views/facts/featureName.ts'
import { valueWord } from '#views/facts/propertyWord.ts'
import { LegendSwatch } from '#views/layers/LegendSwatch.tsx'
import styles from './Detail.module.css'
import { HazardDue } from './HazardDue'
import { RectificationLadder } from './RectificationLadder'
import { Scale } from './Scale'

/** A hazard at the desk: grade and risk as the two scales they are, how far rectification has come, and until when. */
export function HazardDetail({ detail }: { readonly detail: FeatureDetail }) {
  const { t, language } = useWords()
  const theme = useDisplay((display) => display.theme)
  const now = useNow()
  const { grade, risk, state, due } = detail.properties
  const unit = localText(detail.properties, 'unit', language)
  return (
    <section className={styles.detail} aria-label={t('shell.record.hazard')}>
      <div className={styles.scales}>
        <Scale
          label={t('hazards.hazard.grade')}
          chosen={grade}
          steps={HAZARD_GRADES.map((value) => ({ value, word: valueWord(value, language) }))}
        />
        <Scale
          label={t('hazards.hazard.risk')}
          chosen={risk}
          steps={ALARM_LEVELS.map((value) => ({
            value,
            word: t(`shell.levels.${value}`),
            mark: <LegendSwatch entry={levelMark(value, theme)} />,
          }))}
        />
      </div>
      <RectificationLadder state={state} />
      <FactList
        facts={[
          { label: t('hazards.hazard.due'), value: <HazardDue due={due} state={state} now={now} /> },
          { label: t('hazards.hazard.unit'), value: unit && valueWord(unit, language) },
        ]}
      />
    </section>
  )
}
