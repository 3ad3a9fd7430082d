import type { ReactNode } from 'react'
import type { LocalText } from '#core/model/feature.ts'
import { useWords } from '#i18n/useWords.ts'
import { Button } from '#ui/Button.tsx'
import { State } from '#ui/State.tsx'
import { Waiting } from '#ui/Waiting.tsx'
import type { SearchRun } from './searchRun'
import styles from './siting/Siting.module.css'

const SECONDS = [5, 10, 30, 60] as const

type AnyRun = SearchRun<object, unknown>

const isBusy = ({ kind }: AnyRun): boolean => kind === 'preparing' || kind === 'reading' || kind === 'searching'

interface Controls {
  readonly run: AnyRun
  readonly id: string
  /** What the time is called, and what begins. */
  readonly words: { readonly seconds: string; readonly begin: string }
  readonly seconds: number
  readonly onSeconds: (seconds: number) => void
  readonly disabled: boolean
  readonly onStop: () => void
  readonly onClear: () => void
}

/** How long a search may take, and its beginning, stopping and giving up. */
export function SearchControls({ run, id, words, seconds, onSeconds, disabled, onStop, onClear }: Controls) {
  const { t } = useWords()
  return (
    <>
      <label htmlFor={id}>{words.seconds}</label>
      <select id={id} value={seconds} onChange={({ target }) => onSeconds(Number(target.value))}>
        {SECONDS.map((each) => (
          <option key={each} value={each}>
            {t('scenarios.siting.ofSeconds', { seconds: String(each) })}
          </option>
        ))}
      </select>
      <div className={styles.buttons}>
        {isBusy(run) ? (
          <>
            <Button onClick={onStop} disabled={run.kind !== 'searching'}>
              {t('scenarios.siting.stop')}
            </Button>
            <Button onClick={onClear}>{t('scenarios.cancel')}</Button>
          </>
        ) : (
          <Button type="submit" disabled={disabled}>
            {words.begin}
          </Button>
        )}
      </div>
    </>
  )
}

interface Progress {
  readonly run: AnyRun
  readonly words: {
    readonly preparing: string
    readonly reading: (done: number, of: number) => string
    readonly failed: string
  }
}

/** How far a search has come before it has an answer, or why it has none. */
export function SearchProgress({ run, words }: Progress): ReactNode {
  const { say, language } = useWords()
  if (run.kind === 'preparing') return <Waiting lines={4} label={words.preparing} />
  if (run.kind === 'reading') return <p role="status">{words.reading(run.done, run.of)}</p>
  if (run.kind !== 'failed') return null
  const why = run.why.map((each: LocalText) => say(each))
  return (
    <State kind="failing" title={words.failed}>
      <p>{why.join(language === 'en' ? '; ' : '；')}</p>
    </State>
  )
}
