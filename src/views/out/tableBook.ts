import type { City } from '#city/CityContext.ts'
import type { OutTable } from '#core/table/outTable.ts'
import type { Words } from '#i18n/useWords.ts'
import { type OutAbout, outFacts } from './outFacts'
import { workbook } from './workbook'

/** Longest that a book is written before the page may answer, milliseconds. */
const SLICE = 8

interface Taken {
  readonly title: string
  readonly table: OutTable
  readonly about: OutAbout
}

/** A table as a workbook: the table, and on a second sheet what it is about. */
export async function tableBook(city: City, words: Words, { title, table, about }: Taken): Promise<Blob> {
  const { t } = words
  const facts = await outFacts(city, words, about)
  let begun = performance.now()
  const rest = async (): Promise<void> => {
    if (performance.now() - begun < SLICE) return
    await new Promise((done) => setTimeout(done))
    begun = performance.now()
  }
  return workbook(
    [
      { name: title, ...table },
      { name: t('out.facts'), head: [t('out.name'), t('out.value')], rows: facts },
    ],
    rest,
  )
}
