import type { OutCell, OutTable } from '#core/table/outTable.ts'
import { formatTime } from '#i18n/formatTime.ts'
import type { Language } from '#i18n/language.ts'
import { sayIn } from '#i18n/sayIn.ts'
import { wordsIn } from '#i18n/words.ts'
import type { FeedStanding } from './feedStanding'

/** Data health: one line per feed, then one per quarantined feature with its reason. */
export function healthOut(standings: readonly FeedStanding[], language: Language): OutTable {
  const { shell, desk } = wordsIn(language)
  const { health, state: states } = shell
  const head = [
    health.feed,
    health.id,
    health.owner,
    health.state,
    health.dataTime,
    desk.table.iso.replace('{{column}}', health.dataTime),
    health.read,
    health.accepted,
    health.repaired,
    health.quarantine,
    health.index,
    health.field,
    health.reason,
  ]
  const rows = standings.flatMap(({ feed, state, reading, fault }): OutCell[][] => {
    const title = sayIn(feed.title, language)
    const report = reading?.report
    const asOf = report?.asOf ?? null
    const own: OutCell[] = [
      title,
      feed.id,
      feed.owner ?? '',
      states[state],
      asOf === null ? '' : formatTime(asOf, language),
      asOf === null ? null : { moment: asOf, day: false },
      report?.read ?? null,
      report?.accepted ?? null,
      report?.repaired ?? null,
      report?.quarantined.length ?? null,
      null,
      null,
      fault ? sayIn(fault, language) : null,
    ]
    const kept = (report?.quarantined ?? []).map((item): OutCell[] => [
      title,
      item.id ?? health.noId,
      ...Array<OutCell>(8).fill(null),
      item.index,
      item.field,
      sayIn(item.reason, language),
    ])
    return [own, ...kept]
  })
  return { head, rows }
}
