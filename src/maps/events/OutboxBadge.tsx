import { useState } from 'react'
import { useCity } from '#city/CityContext.ts'
import { isWaiting } from '#feeds/actions/outboxStore.ts'
import { useWords } from '#i18n/useWords.ts'
import { Badge } from '#ui/Badge.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { IconButton } from '#ui/IconButton.tsx'
import { useOutbox } from './deskOutbox'
import styles from './Outbox.module.css'
import { OutboxList } from './OutboxList'

/** How many actions wait to be sent and how many were refused, in reach of every desk; opens their list. */
export function OutboxBadge() {
  const { catalog } = useCity()
  const { t } = useWords()
  const { view } = useOutbox()
  const [open, setOpen] = useState(false)
  const waiting = view.entries.filter(isWaiting).length
  const refused = view.entries.filter(({ state }) => state === 'refused').length
  const offers = catalog.feeds.some(({ actions }) => actions && Object.keys(actions).length > 0)
  if (!offers && view.entries.length === 0) return null
  return (
    <>
      {waiting + refused === 0 ? (
        <IconButton icon="send" label={t('desk.outbox.open')} aria-haspopup="dialog" onClick={() => setOpen(true)} />
      ) : (
        <button type="button" className={styles.badge} aria-haspopup="dialog" onClick={() => setOpen(true)}>
          {waiting > 0 && <Badge tone="warn">{t('desk.outbox.waiting', { count: waiting })}</Badge>}
          {refused > 0 && <Badge tone="bad">{t('desk.outbox.refused', { count: refused })}</Badge>}
        </button>
      )}
      <span className="visually-hidden" role="status">
        {waiting > 0 && t('desk.outbox.waiting', { count: waiting })}
      </span>
      <Dialog
        wide
        open={open}
        title={t('desk.outbox.title')}
        closeLabel={t('shell.panel.close')}
        onClose={() => setOpen(false)}
      >
        <OutboxList onLeave={() => setOpen(false)} />
      </Dialog>
    </>
  )
}
