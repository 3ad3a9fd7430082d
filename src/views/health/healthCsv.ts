import { formatTime, isoInShanghai } from '#i18n/formatTime.ts'
import type { Language } from '#i18n/language.ts'
import { sayIn } from '#i18n/sayIn.ts'
import { wordsIn } from '#i18n/words.ts'
import { type CsvCell, toCsv } from '../table/toCsv'
import type { FeedStanding } from './feedStanding'

/** Data health as CSV: one line per feed, then one per quarantined feature with its reason. */
export function healthCsv(standings: readonly FeedStanding[], language: Language): string {
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
  const rows = standings.flatMap(({ feed, state, reading, fault }): CsvCell[][] => {
    const title = sayIn(feed.title, language)
    const report = reading?.report
    const asOf = report?.asOf ?? null
    const own: CsvCell[] = [
      title,
      feed.id,
      feed.owner ?? '',
      states[state],
      asOf === null ? '' : formatTime(asOf, language),
      asOf === null ? '' : isoInShanghai(asOf),
      report?.read ?? null,
      report?.accepted ?? null,
      report?.repaired ?? null,
      report?.quarantined.length ?? null,
      null,
      null,
      fault ? sayIn(fault, language) : null,
    ]
    const kept = (report?.quarantined ?? []).map((item): CsvCell[] => [
      title,
      item.id ?? health.noId,
      ...Array<CsvCell>(8).fill(null),
      item.index,
      item.field,
      sayIn(item.reason, language),
    ])
    return [own, ...kept]
  })
  return toCsv(head, rows)
}
