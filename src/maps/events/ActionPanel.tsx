import { useRef, useState } from 'react'
import { useCity } from '#city/CityContext.ts'
import type { CaseRecord } from '#core/cases/caseRecord.ts'
import type { CaseVerb } from '#core/cases/stages.ts'
import type { FeatureDetail } from '#engine/engineApi.ts'
import { useWords } from '#i18n/useWords.ts'
import { Button } from '#ui/Button.tsx'
import { feedTitle } from '#views/facts/featureName.ts'
import styles from './Action.module.css'
import { ActionForm } from './ActionForm'
import { ActionStatus } from './ActionStatus'
import { verbWord } from './caseWords'
import { deskAction } from './deskAction'
import { useOutbox } from './deskOutbox'
import { deskVerbs, type OfferedVerb } from './deskVerbs'

interface Props {
  readonly detail: FeatureDetail
  /** The case with its pending actions done: what may follow is judged by it. */
  readonly record: CaseRecord
}

/** What can be done with a case: its verbs, the form of the one chosen, and what became of what was asked. */
export function ActionPanel({ detail, record }: Props) {
  const { catalog, now } = useCity()
  const { t, say } = useWords()
  const { outbox, view } = useOutbox()
  const [chosen, setChosen] = useState<CaseVerb | null>(null)
  const verbs = useRef<HTMLDivElement>(null)
  const { feed, id } = detail
  const offered = deskVerbs(record, catalog.feeds.find((one) => one.id === feed)?.actions ?? {})
  const open = offered.find(({ verb }) => verb === chosen) ?? null
  const entries = view.entries.filter(({ action }) => action.feed === feed && action.feature === id)

  function close(verb: CaseVerb) {
    setChosen(null)
    verbs.current?.querySelector<HTMLElement>(`[data-verb=${verb}]`)?.focus()
  }

  return (
    <section className={styles.panel} aria-label={t('desk.actions.title')}>
      <h4 className={styles.heading}>{t('desk.actions.title')}</h4>
      {offered.length === 0 && (
        <p className={styles.hint}>{t('desk.actions.none', { feed: say(feedTitle(catalog, feed)) })}</p>
      )}
      <div ref={verbs} className={styles.buttons}>
        {offered.map(({ verb, refusal }) => (
          <Button
            key={verb}
            data-verb={verb}
            disabled={refusal !== null}
            aria-expanded={refusal === null ? verb === open?.verb : undefined}
            title={refusal ? say(refusal) : undefined}
            onClick={() => setChosen(verb === open?.verb ? null : verb)}
          >
            {verbWord(verb, t)}
          </Button>
        ))}
      </div>
      <Refusals offered={offered} />
      {open && (
        <ActionForm
          key={open.verb}
          feed={feed}
          verb={open.verb}
          refusal={open.refusal}
          unitNow={record.unit}
          stage={record.stage}
          onCancel={() => close(open.verb)}
          onSend={(fields) => {
            outbox.submit(deskAction({ feed, feature: id, verb: open.verb, ...fields }, now()))
            close(open.verb)
          }}
        />
      )}
      <ActionStatus entries={entries} now={now()} onDiscard={outbox.discard} />
    </section>
  )
}

/** Why verbs cannot be used now, those of one reason together. */
function Refusals({ offered }: { readonly offered: readonly OfferedVerb[] }) {
  const { t, say } = useWords()
  const byReason = new Map<string, string[]>()
  for (const { verb, refusal } of offered) {
    if (refusal) byReason.set(say(refusal), [...(byReason.get(say(refusal)) ?? []), verbWord(verb, t)])
  }
  if (byReason.size === 0) return null
  return (
    <ul className={styles.refusals}>
      {[...byReason].map(([reason, verbs]) => (
        <li key={reason}>{t('desk.actions.cannot', { verbs: verbs.join(t('desk.actions.comma')), reason })}</li>
      ))}
    </ul>
  )
}
