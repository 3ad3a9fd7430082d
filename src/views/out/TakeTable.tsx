import { useState } from 'react'
import { useCity } from '#city/CityContext.ts'
import { faultText } from '#city/faultText.ts'
import type { OutTable } from '#core/table/outTable.ts'
import { useWords } from '#i18n/useWords.ts'
import { Button } from '#ui/Button.tsx'
import { downloadBlob, fileStem } from './download'
import type { OutAbout } from './outFacts'

interface Props {
  /** What the files are called by. */
  readonly name: string
  /** Of the table, in the workbook. */
  readonly title: string
  /** Says what is taken in which form. */
  readonly label: (form: string) => string
  /** Moments stand there as people and as machines write them, or as a date alone. */
  readonly table: (moments: 'both' | 'dates') => OutTable | Promise<OutTable>
  /** Stands on the second sheet of the workbook. */
  readonly about: () => OutAbout | Promise<OutAbout>
  /** Buttons show the form alone. */
  readonly short?: boolean
  readonly disabled?: boolean
  /** Says a fault in other words. */
  readonly failure?: (fault: string) => string
}

/** Takes a table elsewhere as it stands, as CSV or as a workbook that says what it is about. */
export function TakeTable({ name, title, label, table, about, short, disabled, failure = (fault) => fault }: Props) {
  const city = useCity()
  const words = useWords()
  const { t } = words
  const [fault, setFault] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const stem = fileStem(name, city.world)

  async function csv(): Promise<void> {
    const { toCsv } = await import('#core/table/toCsv.ts')
    downloadBlob(`${stem}.csv`, new Blob([toCsv(await table('both'))], { type: 'text/csv;charset=utf-8' }))
  }
  async function xlsx(): Promise<void> {
    const { tableBook } = await import('./tableBook')
    downloadBlob(
      `${stem}.xlsx`,
      await tableBook(city, words, { title, table: await table('dates'), about: await about() }),
    )
  }
  function take(make: () => Promise<void>): void {
    setFault(null)
    setBusy(true)
    make()
      .catch((error: unknown) => setFault(faultText(error)))
      .finally(() => setBusy(false))
  }
  const button = (form: string, make: () => Promise<void>) => (
    <Button quiet icon="download" aria-label={label(form)} disabled={disabled || busy} onClick={() => take(make)}>
      {short ? form : label(form)}
    </Button>
  )
  return (
    <>
      {button('CSV', csv)}
      {button('XLSX', xlsx)}
      {fault !== null && <span role="alert">{t('desk.table.exportFailed', { why: failure(fault) })}</span>}
    </>
  )
}
