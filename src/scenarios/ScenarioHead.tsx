import { Suspense, useMemo, useState } from 'react'
import { useOpenedCity } from '#city/CityContext.ts'
import { useWords } from '#i18n/useWords.ts'
import {
  goToStep,
  removeScenario,
  renameScenario,
  type Scenario,
  showScenario,
  useScenarios,
} from '#state/scenarios.ts'
import { useView } from '#state/view.ts'
import { Button } from '#ui/Button.tsx'
import { Tabs } from '#ui/Tabs.tsx'
import { downloadText } from '#views/out/download.ts'
import { later } from '#views/parts/part.ts'
import { CompareDialog } from './CompareDialog'
import styles from './ScenarioPanel.module.css'
import { fileText, linkOf } from './scenarioLink'

const PaperDialog = later(async () => (await import('#views/paper/PaperDialog.tsx')).PaperDialog)

interface Props {
  readonly scenario: Scenario
  /** Others of this city. */
  readonly others: readonly Scenario[]
}

/** The scenario as a whole: its name, back and forth, what the map shows, and the ways it leaves the page. */
export function ScenarioHead({ scenario, others }: Props) {
  const words = useWords()
  const { t } = words
  const city = useOpenedCity()
  const scope = useView((view) => view.scope)
  const shown = useScenarios((state) => state.shown)
  const [comparing, setComparing] = useState(false)
  const [sure, setSure] = useState(false)
  const [said, setSaid] = useState<'scenarios.linkCopied' | 'scenarios.linkTooLong' | null>(null)
  const [printing, setPrinting] = useState(false)
  const { edits, undone, title } = scenario
  const paper = useMemo(
    () => async () => (await import('./planPaper')).planPaper(city, scenario, scope, words),
    [city, scenario, scope, words],
  )

  async function share(): Promise<void> {
    const link = await linkOf(scenario, window.location.href)
    if (link === null) return setSaid('scenarios.linkTooLong')
    await navigator.clipboard.writeText(link)
    setSaid('scenarios.linkCopied')
  }

  return (
    <div className={styles.part}>
      <div className={styles.row}>
        <input
          key={scenario.id}
          className={styles.name}
          aria-label={t('scenarios.name')}
          defaultValue={title}
          maxLength={60}
          onBlur={({ target }) => {
            const name = target.value.trim()
            if (name !== '' && name !== title) renameScenario(name)
          }}
        />
        <Button disabled={edits.length === 0} onClick={() => goToStep(edits.length - 1)}>
          {t('scenarios.undo')}
        </Button>
        <Button disabled={undone.length === 0} onClick={() => goToStep(edits.length + 1)}>
          {t('scenarios.redo')}
        </Button>
      </div>
      <div className={styles.row}>
        <Tabs
          look="segments"
          label={t('scenarios.world')}
          tabs={[
            { id: 'plan', label: t('scenarios.asPlanned') },
            { id: 'now', label: t('scenarios.asIs') },
          ]}
          selected={shown ? 'plan' : 'now'}
          onSelect={(id) => showScenario(id === 'plan')}
        />
        <Button onClick={() => setComparing(true)}>{t('scenarios.compare')}</Button>
        <Button onClick={() => downloadText(`${title}.json`, fileText(scenario), 'application/json')}>
          {t('scenarios.export')}
        </Button>
        <Button onClick={() => setPrinting(true)}>{t('out.planPaper.button')}</Button>
        <Button onClick={() => void share().catch(() => setSaid('scenarios.linkTooLong'))}>
          {t('scenarios.link')}
        </Button>
        {sure ? (
          <Button onClick={() => removeScenario(scenario.id)}>{t('scenarios.removeSure', { title })}</Button>
        ) : (
          <Button onClick={() => setSure(true)}>{t('scenarios.remove')}</Button>
        )}
      </div>
      <p role="status" className={styles.hint}>
        {said && t(said)}
      </p>
      {printing && (
        <Suspense fallback={null}>
          <PaperDialog
            title={t('out.planPaper.title', { title })}
            name={title}
            make={paper}
            onClose={() => setPrinting(false)}
          />
        </Suspense>
      )}
      <CompareDialog open={comparing} onClose={() => setComparing(false)} scenario={scenario} others={others} />
    </div>
  )
}
