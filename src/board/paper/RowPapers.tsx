import { Suspense, useMemo, useState } from 'react'
import { useCity } from '#city/CityContext.ts'
import { useWords } from '#i18n/useWords.ts'
import { Button } from '#ui/Button.tsx'
import { Select } from '#ui/Select.tsx'
import { later } from '#views/parts/part.ts'
import type { GapSort } from '../gaps/gapOrder'
import listStyles from '../list/List.module.css'
import type { RowAsked } from './rowFacts'

const PaperDialog = later(async () => (await import('#views/paper/PaperDialog.tsx')).PaperDialog)

/** How many gaps an atlas may have. */
const COUNTS = [5, 10, 20, 50]
const ORDERS = ['people', 'size', 'places'] as const

interface Props extends RowAsked {
  /** It has gaps of which an atlas can be made. */
  readonly gaps: boolean
}

/** Ways in which an open row goes onto paper: a report of it, and an atlas of its worst gaps. */
export function RowPapers({ indicator, metric, scope, gaps }: Props) {
  const city = useCity()
  const words = useWords()
  const { t, say } = words
  const [open, setOpen] = useState<'report' | 'atlas' | null>(null)
  const [count, setCount] = useState(10)
  const [by, setBy] = useState<GapSort['by']>('people')
  const make = useMemo(() => {
    const asked = { indicator, metric, scope }
    return open === 'atlas'
      ? async () => (await import('./atlasPaper')).atlasPaper(city, words, asked, by, count)
      : async () => {
          const [{ rowPaper }, { pictureOfMap }] = await Promise.all([import('./rowPaper'), import('./pictureOfMap')])
          return rowPaper(city, words, asked, await pictureOfMap(city, words))
        }
  }, [city, words, indicator, metric, scope, open, by, count])
  const row = city.standard.rows.find(({ id }) => id === indicator)
  const title = `${row ? say(row.name) : indicator} · ${t(open === 'atlas' ? 'out.atlas.title' : 'out.rowPaper.report')}`
  return (
    <section className={listStyles.exports} aria-label={t('out.rowPaper.title')}>
      <Button quiet icon="print" onClick={() => setOpen('report')}>
        {t('out.rowPaper.print')}
      </Button>
      {gaps && (
        <>
          <Button quiet icon="print" onClick={() => setOpen('atlas')}>
            {t('out.atlas.print')}
          </Button>
          <Select aria-label={t('out.atlas.by')} value={by} onChange={({ target }) => setBy(orderOf(target.value))}>
            {ORDERS.map((each) => (
              <option key={each} value={each}>
                {t(`out.atlas.orders.${each}`)}
              </option>
            ))}
          </Select>
          <Select
            aria-label={t('out.atlas.count')}
            value={count}
            onChange={({ target }) => setCount(Number(target.value))}
          >
            {COUNTS.map((each) => (
              <option key={each} value={each}>
                {t('out.atlas.pages', { count: each })}
              </option>
            ))}
          </Select>
        </>
      )}
      {open !== null && (
        <Suspense fallback={null}>
          <PaperDialog
            title={title}
            name={`${indicator}.${metric}.${open}`}
            make={make}
            onClose={() => setOpen(null)}
          />
        </Suspense>
      )}
    </section>
  )
}

const orderOf = (text: string): GapSort['by'] => ORDERS.find((each) => each === text) ?? 'people'
