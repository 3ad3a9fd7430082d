import { useState } from 'react'
import { useCity } from '#city/CityContext.ts'
import { faultText } from '#city/faultText.ts'
import { useSettledFeeds } from '#city/useSettledFeeds.ts'
import { formatTime } from '#i18n/formatTime.ts'
import { useWords } from '#i18n/useWords.ts'
import { useMoment } from '#state/world.ts'
import { Button } from '#ui/Button.tsx'
import { feedTitle } from '#views/facts/featureName.ts'
import { downloadBlob } from '#views/out/download.ts'
import inspector from '../inspector/IndicatorInspector.module.css'
import styles from './Evidence.module.css'

interface Props {
  readonly indicator: string
  readonly scope: string | null
}

type Export =
  | { readonly kind: 'idle' }
  | { readonly kind: 'busy' }
  | { readonly kind: 'done'; readonly name: string }
  | { readonly kind: 'failed'; readonly why: string }

const NO_FEEDS: readonly string[] = []

/** Takes a row elsewhere: one file with all it takes to compute it again, written by the engine from the feeds of the world on show. */
export function EvidenceExport({ indicator, scope }: Props) {
  const { t, say, language } = useWords()
  const moment = useMoment()
  const { catalog, catalogUrl, engine, feedsByIndicator } = useCity()
  const used = feedsByIndicator[indicator] ?? NO_FEEDS
  const { settled } = useSettledFeeds(used)
  const [made, setMade] = useState<Export>({ kind: 'idle' })
  const internal = catalog.feeds.filter(({ id, sensitivity }) => sensitivity === 'internal' && used.includes(id))
  const name = `${indicator}-${scope ?? 'all'}.evidence.json`

  async function write() {
    setMade({ kind: 'busy' })
    try {
      downloadBlob(name, await engine.evidence({ indicator, scope, catalogUrl }))
      setMade({ kind: 'done', name })
    } catch (error) {
      setMade({ kind: 'failed', why: faultText(error) })
    }
  }

  const said = (): string => {
    if (!settled) return t('evidence.waiting')
    switch (made.kind) {
      case 'idle':
        return ''
      case 'busy':
        return t('evidence.busy')
      case 'done':
        return t('evidence.done', { name: made.name })
      case 'failed':
        return t('evidence.failed', { why: made.why })
    }
  }

  return (
    <section className={styles.evidence} aria-label={t('evidence.title')}>
      <header className={styles.head}>
        <h4 className={inspector.heading}>{t('evidence.title')}</h4>
        <Button icon="download" quiet disabled={!settled || made.kind === 'busy'} onClick={() => void write()}>
          {t('evidence.export')}
        </Button>
      </header>
      <p className={inspector.note}>{t('evidence.about')}</p>
      {moment !== null && (
        <p className={inspector.note}>{t('evidence.past', { time: formatTime(moment, language) })}</p>
      )}
      {internal.length > 0 && (
        <p className={inspector.note}>
          {t('evidence.internal', {
            feeds: internal.map(({ id }) => say(feedTitle(catalog, id))).join(t('indicators.next.comma')),
          })}
        </p>
      )}
      <p role="status" className={styles.facts}>
        {said()}
      </p>
      {made.kind === 'done' && (
        <p className={styles.facts}>{t('evidence.verify', { command: `npm run evidence -- verify ${made.name}` })}</p>
      )}
    </section>
  )
}
