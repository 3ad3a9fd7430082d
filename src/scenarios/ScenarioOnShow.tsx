import { useEffect } from 'react'
import { useOpenedCity } from '#city/CityContext.ts'
import { useWords } from '#i18n/useWords.ts'
import { goToStep, openScenario, openScenarioOf, showScenario, useScenarios } from '#state/scenarios.ts'
import { useView } from '#state/view.ts'
import { useWorldOnShow } from '#state/world.ts'
import { Button } from '#ui/Button.tsx'
import { Icon } from '#ui/Icon.tsx'
import { usePageKeys } from '#ui/usePageKeys.ts'
import styles from './ScenarioOnShow.module.css'
import { ScenarioSketches } from './ScenarioSketches'
import { openLinked } from './scenarioLink'
import { useScenarioWorld } from './useScenarioWorld'

/** While a scenario is on show: a frame and words that nobody can miss, and the keys that take steps back. */
export function ScenarioOnShow() {
  const { t } = useWords()
  const city = useOpenedCity()
  const scenario = useScenarios(openScenarioOf)
  const linked = useScenarios((state) => state.linked)
  const onShow = useWorldOnShow().kind === 'plan'
  const atDesk = useView(({ workspace }) => workspace === 'plan')
  useScenarioWorld()

  useEffect(() => {
    if (linked !== null) void openLinked(linked, city)
  }, [linked, city])

  // Ctrl+Z takes a step back, Ctrl+Y or Ctrl+Shift+Z makes it again.
  usePageKeys((event) => {
    if (!scenario || !atDesk) return
    const key = event.key.toLowerCase()
    const { length } = scenario.edits
    if (key === 'z' && !event.shiftKey) goToStep(Math.max(0, length - 1))
    else if (key === 'y' || key === 'z') goToStep(length + 1)
    else return
    event.preventDefault()
  }, 'control')

  if (!scenario || !atDesk) return null
  return (
    <>
      <ScenarioSketches />
      {onShow && <div className={styles.frame} />}
      <div className={styles.place} role="status">
        {onShow && (
          <p className={styles.words}>
            <Icon name="info" />
            <strong>{t('scenarios.notNow', { title: scenario.title, count: scenario.edits.length })}</strong>
            <Button onClick={() => showScenario(false)}>{t('scenarios.asIs')}</Button>
            <Button onClick={() => openScenario(null)}>{t('scenarios.leave')}</Button>
          </p>
        )}
      </div>
    </>
  )
}
