import { useMemo, useState } from 'react'
import { useCity } from '#city/CityContext.ts'
import { useJobAnswer } from '#city/useJobAnswer.ts'
import { boxPolygon } from '#core/geo/boundsOf.ts'
import type { SheetCheck as Check, CheckedSheet, SheetState } from '#core/planning/sheetCheck.ts'
import { SHEET_SCALES, type SheetScale } from '#core/planning/sheetNumbers.ts'
import type { OutTable } from '#core/table/outTable.ts'
import { formatNumber } from '#i18n/formatNumber.ts'
import { formatQuantity, joinFigure } from '#i18n/formatQuantity.ts'
import { useWords } from '#i18n/useWords.ts'
import { flyTo } from '#map/camera/cameraOf.ts'
import { Button } from '#ui/Button.tsx'
import { classes } from '#ui/classes.ts'
import { FactList } from '#ui/FactList.tsx'
import { Select } from '#ui/Select.tsx'
import { State } from '#ui/State.tsx'
import { Waiting } from '#ui/Waiting.tsx'
import { TakeTable } from '#views/out/TakeTable.tsx'
import { useSketch } from '#views/sketches/useSketches.ts'
import { useFailureWords } from '../inspector/useNames'
import listStyles from '../list/List.module.css'
import { type RowAsked, rowAbout } from '../paper/rowFacts'
import { JobProgress } from '../robustness/JobProgress'
import styles from './Gaps.module.css'
import { SHEET_STYLE, sheetMark } from './sheetStyle'

const STATES: readonly SheetState[] = ['missing', 'part', 'old', 'undated', 'covered']
const YEARS = [1, 3, 5, 10]
const PAGE = 50

interface Props {
  readonly indicator: string
  readonly metric: string
  readonly scope: string | null
}

/** The standard sheets of the region of a row: how they stand, what is to be surveyed, and what nine tenths or all of it take. */
export function SheetCheck({ indicator, metric, scope }: Props) {
  const words = useWords()
  const { t, language } = words
  const failure = useFailureWords(indicator)
  const { feedsByIndicator } = useCity()
  const [scale, setScale] = useState<SheetScale>(2000)
  const [oldYears, setOldYears] = useState(5)
  const { answer, busy, fault, progress, stop } = useJobAnswer({
    feeds: feedsByIndicator[indicator] ?? NONE,
    verb: 'sheetCheck',
    key: [indicator, metric, scope, scale, oldYears],
    ask: (engine, job, tell) => engine.sheetCheck({ scope, indicator, metric, scale, oldYears, job }, tell),
  })
  const sheets = answer?.sheets
  useSketch(
    useMemo(
      () =>
        sheets
          ? {
              id: 'checked-sheets',
              title: t('gaps.sheets.title'),
              group: 'gap',
              source: {
                kind: 'features',
                features: sheets.map(({ number, state, bounds }) => ({
                  type: 'Feature',
                  geometry: boxPolygon(bounds),
                  properties: { number, state },
                })),
              },
              style: SHEET_STYLE,
              legend: STATES.filter((state) => sheets.some((sheet) => sheet.state === state)).map((state) => ({
                word: t(`gaps.sheets.states.${state}`),
                ...sheetMark(state),
              })),
              pickable: true,
              describe: ({ number, state }, said) => ({
                title: String(number),
                lines: STATES.filter((each) => each === state).map((each) => said.t(`gaps.sheets.states.${each}`)),
              }),
            }
          : null,
      [sheets, t],
    ),
  )
  return (
    <>
      <div className={listStyles.filters}>
        <Select
          aria-label={t('gaps.sheets.scale')}
          value={scale}
          onChange={({ target }) => setScale(Number(target.value) as SheetScale)}
        >
          {SHEET_SCALES.map((each) => (
            <option key={each} value={each}>
              {`1:${formatNumber(each, language)}`}
            </option>
          ))}
        </Select>
        <Select
          aria-label={t('gaps.sheets.old')}
          value={oldYears}
          onChange={({ target }) => setOldYears(Number(target.value))}
        >
          {YEARS.map((count) => (
            <option key={count} value={count}>
              {`${t('gaps.sheets.old')} ${t('gaps.sheets.years', { count })}`}
            </option>
          ))}
        </Select>
      </div>
      {fault !== null ? (
        <State kind="failing" title={t('gaps.failed', { why: failure(fault) })} />
      ) : answer ? (
        <CheckedSheets check={answer} asked={{ indicator, metric, scope }} />
      ) : answer === null && !busy ? (
        <State kind="empty" title={t('gaps.sheets.none')} />
      ) : progress.of > 0 ? (
        <JobProgress {...progress} label={t('gaps.sheets.loading')} onCancel={stop} />
      ) : (
        <Waiting lines={4} label={t('gaps.sheets.loading')} />
      )}
    </>
  )
}

const NONE: readonly string[] = []

function CheckedSheets({ check, asked }: { readonly check: Check; readonly asked: RowAsked }) {
  const city = useCity()
  const words = useWords()
  const { t, language } = words
  const [limit, setLimit] = useState(PAGE)
  const area = (metres: number) => joinFigure({ figure: formatNumber(metres / 1e6, language), unit: 'km²' })
  const share = (ratio: number) => joinFigure(formatQuantity(ratio, 'ratio', language))
  const { toSurvey, targets, states, sheets } = check
  const shown = toSurvey.slice(0, limit)
  return (
    <>
      <p className={styles.total}>
        {t('gaps.sheets.summary', { area: area(check.area), share: share(check.covered) })}
      </p>
      <ul className={styles.states}>
        {STATES.filter((state) => states[state] > 0).map((state) => (
          <li key={state} className={styles.state}>
            {t(`gaps.sheets.states.${state}`)} {formatNumber(states[state], language)}
          </li>
        ))}
      </ul>
      {!check.dated && <p className={listStyles.quiet}>{t('gaps.sheets.undated')}</p>}
      <FactList
        facts={targets.map((target) => ({
          label: t('gaps.sheets.target', { share: share(target.share) }),
          value:
            target.sheets === null || target.area === null
              ? t('gaps.sheets.unreachable')
              : target.sheets === 0
                ? t('gaps.sheets.reached')
                : t('gaps.sheets.takes', { count: target.sheets, area: area(target.area) }),
        }))}
      />
      {toSurvey.length === 0 ? (
        <p className={listStyles.quiet}>{t('gaps.sheets.listNone')}</p>
      ) : (
        <table className={classes(listStyles.table, styles.heads)}>
          <caption className={listStyles.heading}>{t('gaps.sheets.list')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('gaps.sheets.number')}</th>
              <th scope="col">{t('gaps.sheets.state')}</th>
              <th scope="col" className={listStyles.figure}>
                {t('gaps.sheets.open')}
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((sheet) => (
              <tr key={sheet.number}>
                <th scope="row">
                  <button type="button" className={listStyles.name} onClick={() => flyTo(sheet.bounds)}>
                    {sheet.number}
                  </button>
                </th>
                <td>{t(`gaps.sheets.states.${sheet.state}`)}</td>
                <td className={listStyles.figure}>{area(sheet.open)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {toSurvey.length > limit && (
        <Button quiet onClick={() => setLimit(limit + PAGE)}>
          {t('gaps.more', { count: Math.min(PAGE, toSurvey.length - limit) })}
        </Button>
      )}
      <div className={listStyles.exports}>
        <TakeTable
          name={`sheets-1-${check.scale}`}
          title={t('gaps.sheets.title')}
          label={(form) => t('gaps.sheets.csv', { form })}
          table={() => sheetsOut(sheets, words.t)}
          about={() => rowAbout(city, words, asked)}
        />
      </div>
    </>
  )
}

function sheetsOut(sheets: readonly CheckedSheet[], t: ReturnType<typeof useWords>['t']): OutTable {
  return {
    head: [
      t('gaps.sheets.number'),
      t('gaps.sheets.state'),
      t('gaps.sheets.year'),
      t('gaps.sheets.area'),
      t('gaps.sheets.openArea'),
    ],
    rows: sheets.map(({ number, state, year, area, open }) => [
      number,
      t(`gaps.sheets.states.${state}`),
      year,
      Math.round(area) / 1e6,
      Math.round(open) / 1e6,
    ]),
  }
}
