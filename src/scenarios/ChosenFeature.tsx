import { useState } from 'react'
import { useCity } from '#city/CityContext.ts'
import { useAnswer } from '#city/useAnswer.ts'
import { useWords } from '#i18n/useWords.ts'
import { makeEdits } from '#state/scenarios.ts'
import { NO_SELECTION, select, useSelection } from '#state/selection.ts'
import { Button } from '#ui/Button.tsx'
import { featureName, feedTitle } from '#views/facts/featureName.ts'
import { useFeatureDetail } from '#views/facts/useFeatureDetail.ts'
import { PropertiesForm } from './PropertiesForm'
import { placeThing, usePlacing } from './placing'
import styles from './ScenarioPanel.module.css'

/** What can be done with the feature that is selected. */
export function ChosenFeature() {
  const { t } = useWords()
  const selected = useSelection(({ selection }) => (selection.kind === 'feature' ? selection.feature : null))
  const placed = usePlacing((state) => state.placed)
  const chosen = selected ?? placed
  return (
    <section className={styles.part} aria-label={t('scenarios.chosen')}>
      <h3 className={styles.heading}>{t('scenarios.chosen')}</h3>
      {chosen ? (
        <Chosen key={`${chosen.feed} ${chosen.id}`} feed={chosen.feed} id={chosen.id} />
      ) : (
        <p className={styles.hint}>{t('scenarios.chosenNone')}</p>
      )}
    </section>
  )
}

function Chosen(ref: { readonly feed: string; readonly id: string }) {
  const { catalog } = useCity()
  const { t, say, language } = useWords()
  const [editing, setEditing] = useState(false)
  const { data } = useFeatureDetail(ref)
  const shape = useAnswer({
    feeds: [ref.feed],
    key: ['shape', ref.feed, ref.id],
    ask: (city) => city.shape(ref.feed, ref.id),
  })
  if (!data) return null
  const isPoint = shape.answer?.type === 'Point'
  const { feed, id, properties } = data
  const name = featureName(data, language) ?? id

  return (
    <>
      <p>
        {name} <span className={styles.hint}>{say(feedTitle(catalog, feed))}</span>
      </p>
      <div className={styles.row}>
        {isPoint && (
          <Button onClick={() => placeThing({ kind: 'moved', feed, id, name, properties })}>
            {t('scenarios.move')}
          </Button>
        )}
        <Button
          onClick={() => {
            select(NO_SELECTION)
            makeEdits([{ feed, id, drop: true }])
          }}
        >
          {t('scenarios.drop')}
        </Button>
        <Button aria-expanded={editing} onClick={() => setEditing(!editing)}>
          {t('scenarios.edit')}
        </Button>
      </div>
      {editing && (
        <PropertiesForm
          feed={feed}
          properties={properties}
          onApply={(patch) => {
            setEditing(false)
            makeEdits([{ feed, id, patch }])
          }}
        />
      )}
    </>
  )
}
