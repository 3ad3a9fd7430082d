import { useState } from 'react'
import { useNow } from '#city/useNow.ts'
import { formatNumber } from '#i18n/formatNumber.ts'
import { formatAge, formatTime } from '#i18n/formatTime.ts'
import { useWords } from '#i18n/useWords.ts'
import { Icon } from '#ui/Icon.tsx'
import { valueWord } from '../facts/propertyWord'
import { ConnectionNote } from './ConnectionNote'
import { FeedStateBadge } from './FeedStateBadge'
import type { FeedStanding } from './feedStanding'
import styles from './HealthPanel.module.css'
import { QuarantineList } from './QuarantineList'
import { standingNote } from './standingNote'

/** One feed of data health, with what the door kept out underneath when opened. */
export function HealthRow({ standing }: { readonly standing: FeedStanding }) {
  const { t, language, say } = useWords()
  const now = useNow(15_000)
  const [open, setOpen] = useState(false)
  const { feed, state, reading } = standing
  const report = reading?.report
  const asOf = report?.asOf ?? null
  const title = say(feed.title)
  const note = standingNote(standing, t, language)
  const remarkable = (report?.quarantined.length ?? 0) + (report?.notices.length ?? 0) > 0
  const figure = (value: number | undefined) => (value === undefined ? '—' : formatNumber(value, language))

  return (
    <tbody data-state={state}>
      <tr>
        <th scope="row">
          {title}
          {feed.sensitivity === 'internal' && <span className={styles.internal}>{t('shell.health.internal')}</span>}
        </th>
        <td>{feed.owner ? valueWord(feed.owner, language) : t('shell.health.noOwner')}</td>
        <td>
          <FeedStateBadge state={state} />
          {note && <p className={styles.note}>{note}</p>}
          {feed.live && <ConnectionNote feed={feed.id} />}
        </td>
        <td className={styles.time}>
          {asOf === null
            ? reading
              ? t('shell.health.noTime')
              : '—'
            : report?.asOfReading
              ? t('shell.health.readAt', { time: formatTime(asOf, language, now) })
              : formatTime(asOf, language, now)}
        </td>
        <td className={styles.time}>{asOf === null ? '—' : formatAge(now - asOf, language)}</td>
        <td data-numeric>{figure(report?.read)}</td>
        <td data-numeric>{figure(report?.accepted)}</td>
        <td data-numeric>{figure(report?.repaired)}</td>
        <td data-numeric>
          {remarkable ? (
            <button
              type="button"
              className={styles.disclose}
              aria-expanded={open}
              aria-label={`${figure(report?.quarantined.length)} · ${t('shell.health.showQuarantine', { title })}`}
              onClick={() => setOpen(!open)}
            >
              {figure(report?.quarantined.length)}
              <Icon name={open ? 'up' : 'down'} />
            </button>
          ) : (
            figure(report?.quarantined.length)
          )}
        </td>
      </tr>
      {open && report && (
        <tr>
          <td colSpan={9} className={styles.detail}>
            <QuarantineList report={report} title={title} />
          </td>
        </tr>
      )}
    </tbody>
  )
}
