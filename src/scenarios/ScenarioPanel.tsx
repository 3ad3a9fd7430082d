import { useState } from 'react'
import { type OpenedCity, useOpenedCity } from '#city/CityContext.ts'
import type { LocalText } from '#core/model/feature.ts'
import { useWords } from '#i18n/useWords.ts'
import { addScenario, openScenario, openScenarioOf, useScenarios } from '#state/scenarios.ts'
import { Button } from '#ui/Button.tsx'
import { Select } from '#ui/Select.tsx'
import { State } from '#ui/State.tsx'
import { ChosenFeature } from './ChosenFeature'
import { ImpactTable } from './ImpactTable'
import { Palette } from './Palette'
import { ScenarioHead } from './ScenarioHead'
import styles from './ScenarioPanel.module.css'
import { Steps } from './Steps'
import { openFile } from './scenarioLink'

/** Where a planner tries something: the scenario, what can be added and changed, what that does, and every step. */
export function ScenarioPanel() {
  const { t, language, say: text } = useWords()
  const city = useOpenedCity()
  const { code } = city.catalog.city
  const all = useScenarios((state) => state.scenarios)
  const scenario = useScenarios(openScenarioOf)
  const kept = useScenarios((state) => state.kept)
  const linkFaults = useScenarios((state) => state.linkFaults)
  const [fileFaults, setFileFaults] = useState<readonly LocalText[]>([])
  const own = all.filter((each) => each.city === code)
  const say = (faults: readonly LocalText[]): string => faults.map(text).join(language === 'en' ? '; ' : '；')

  return (
    <div className={styles.panel}>
      <div className={styles.row}>
        {own.length > 0 && (
          <Select
            aria-label={t('scenarios.choose')}
            value={scenario?.id ?? ''}
            onChange={({ target }) => openScenario(target.value === '' ? null : target.value)}
          >
            <option value="">{t('scenarios.choose')}</option>
            {own.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </Select>
        )}
        <Button
          onClick={() =>
            addScenario({ title: t('scenarios.untitled', { number: String(own.length + 1) }), city: code, edits: [] })
          }
        >
          {t('scenarios.begin')}
        </Button>
        <ImportButton onFaults={setFileFaults} city={city} />
      </div>
      {fileFaults.length > 0 && (
        <p role="alert" className={styles.fault}>
          {t('scenarios.badFile', { why: say(fileFaults) })}
        </p>
      )}
      {linkFaults.length > 0 && (
        <p role="alert" className={styles.fault}>
          {t('scenarios.badLink', { why: say(linkFaults) })}
        </p>
      )}
      {!kept && (
        <p role="alert" className={styles.fault}>
          {t('scenarios.notKept')}
        </p>
      )}
      {scenario ? (
        <>
          <ScenarioHead scenario={scenario} others={own.filter(({ id }) => id !== scenario.id)} />
          <Palette count={scenario.edits.length} />
          <ImpactTable scenario={scenario} />
          <ChosenFeature />
          <Steps scenario={scenario} />
        </>
      ) : (
        <State kind="empty" title={t('scenarios.none')}>
          <p>{t('scenarios.noneHint')}</p>
        </State>
      )}
    </div>
  )
}

interface ImportProps {
  readonly city: OpenedCity
  readonly onFaults: (faults: readonly LocalText[]) => void
}

function ImportButton({ city, onFaults }: ImportProps) {
  const { t } = useWords()
  return (
    <label className={styles.file}>
      <span className={styles.fileWords}>{t('scenarios.import')}</span>
      <input
        type="file"
        accept=".json,application/json"
        onChange={async ({ target }) => {
          const file = target.files?.[0]
          // The same file can be chosen again once it is mended.
          target.value = ''
          if (file) onFaults(await openFile(new Uint8Array(await file.arrayBuffer()), city))
        }}
      />
    </label>
  )
}
