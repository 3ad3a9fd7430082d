import { type FormEvent, useEffect, useRef, useState } from 'react'
import { CASE_STAGES, type CaseStage, type CaseVerb, stageRank } from '#core/cases/stages.ts'
import type { Reason } from '#core/model/feedReport.ts'
import { useWords } from '#i18n/useWords.ts'
import { Button } from '#ui/Button.tsx'
import { isComposing } from '#ui/isComposing.ts'
import { valueWord } from '#views/facts/propertyWord.ts'
import styles from './Action.module.css'
import { ActionField } from './ActionField'
import { ActionUnit } from './ActionUnit'
import {
  type ActionFaults,
  type ActionFields,
  actionFaults,
  type FieldFault,
  LONGEST_NOTE,
  wantsNote,
  wantsUnit,
} from './actionFaults'
import { verbWord } from './caseWords'
import type { Wish } from './deskAction'
import { setSigner, useSigner } from './deskSigner'

interface Props {
  readonly feed: string
  readonly verb: CaseVerb
  /** The case has moved on under the form, and allows it no more: why. What is written stays. */
  readonly refusal: Reason | null
  readonly unitNow: string | null
  readonly stage: CaseStage
  readonly onSend: (fields: Omit<Wish, 'feed' | 'feature' | 'verb'>) => void
  readonly onCancel: () => void
}

/** The form of one verb: what it needs, said in words where it is missing; Enter sends, Escape leaves. */
export function ActionForm({ feed, verb, refusal, unitNow, stage, onSend, onCancel }: Props) {
  const { t, language, say } = useWords()
  const form = useRef<HTMLFormElement>(null)
  const signer = useSigner(({ name }) => name)
  const [fields, setFields] = useState<ActionFields>({
    unit: verb === 'dispatch' ? (unitNow ?? '') : '',
    to: CASE_STAGES[stageRank(stage) - 1] ?? '',
    note: '',
    signer,
  })
  const [faults, setFaults] = useState<ActionFaults>({})
  const change = (part: Partial<ActionFields>) => setFields((before) => ({ ...before, ...part }))

  useEffect(() => {
    form.current?.querySelector<HTMLElement>('select, textarea, input')?.focus()
  }, [])

  function submit(event: FormEvent) {
    event.preventDefault()
    if (refusal) return
    const found = actionFaults(verb, fields, unitNow)
    setFaults(found)
    const [first] = Object.keys(found)
    if (first) {
      form.current?.querySelector<HTMLElement>(`[name=${first}]`)?.focus()
      return
    }
    const by = fields.signer.trim()
    const note = fields.note.trim()
    setSigner(by)
    onSend({
      by,
      ...(wantsUnit(verb) && { unit: fields.unit }),
      ...(verb === 'return' && { to: fields.to }),
      ...(note !== '' && { note }),
    })
  }

  const said = (fault: FieldFault | undefined) =>
    fault && t(`desk.actions.${fault}`, { most: LONGEST_NOTE, count: fields.note.trim().length })
  const noteLabel = verb === 'note' ? t('desk.actions.text') : t(`desk.actions.${wantsNote(verb) ? 'reason' : 'note'}`)
  return (
    <form
      ref={form}
      className={styles.form}
      aria-label={verbWord(verb, t)}
      noValidate
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || isComposing(event)) return
        event.stopPropagation()
        onCancel()
      }}
    >
      {wantsUnit(verb) && (
        <ActionField label={t('desk.actions.unit')} fault={said(faults.unit)}>
          {(props) => (
            <ActionUnit
              {...props}
              feed={feed}
              value={fields.unit}
              unitNow={unitNow}
              onChange={(unit) => change({ unit })}
            />
          )}
        </ActionField>
      )}
      {verb === 'return' && (
        <ActionField label={t('desk.actions.to')} fault={undefined}>
          {(props) => (
            <select
              {...props}
              name="to"
              className={styles.input}
              value={fields.to}
              onChange={(event) => change({ to: event.target.value })}
            >
              {CASE_STAGES.slice(0, stageRank(stage)).map((earlier) => (
                <option key={earlier} value={earlier}>
                  {valueWord(earlier, language)}
                </option>
              ))}
            </select>
          )}
        </ActionField>
      )}
      <ActionField
        label={noteLabel}
        hint={wantsNote(verb) ? undefined : t('desk.actions.optional')}
        fault={said(faults.note)}
      >
        {(props) => (
          <textarea
            {...props}
            name="note"
            className={styles.input}
            rows={2}
            required={wantsNote(verb)}
            value={fields.note}
            onChange={(event) => change({ note: event.target.value })}
            onKeyDown={(event) => {
              // Enter sends; a new line takes Shift. An Enter that ends a word of an input method is not meant for us.
              if (event.key !== 'Enter' || event.shiftKey || isComposing(event)) return
              event.preventDefault()
              form.current?.requestSubmit()
            }}
          />
        )}
      </ActionField>
      <ActionField label={t('desk.actions.signer')} fault={said(faults.signer)}>
        {(props) => (
          <input
            {...props}
            name="signer"
            className={styles.input}
            required
            autoComplete="name"
            value={fields.signer}
            onChange={(event) => change({ signer: event.target.value })}
          />
        )}
      </ActionField>
      {refusal && (
        <span className={styles.fault} role="alert">
          {say(refusal)}
        </span>
      )}
      <div className={styles.buttons}>
        <Button type="submit" disabled={refusal !== null}>
          {t('desk.actions.send', { verb: verbWord(verb, t) })}
        </Button>
        <Button quiet onClick={onCancel}>
          {t('desk.actions.cancel')}
        </Button>
      </div>
    </form>
  )
}
