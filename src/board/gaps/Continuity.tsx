import { useMemo, useState } from 'react'
import { feedInRole } from '#catalog/roles.ts'
import { useCity } from '#city/CityContext.ts'
import { useJobAnswer } from '#city/useJobAnswer.ts'
import type { ZoneContinuity } from '#core/planning/continuity.ts'
import type { OutTable } from '#core/table/outTable.ts'
import { formatNumber } from '#i18n/formatNumber.ts'
import { formatBeside, formatMeasure, formatQuantity, joinFigure } from '#i18n/formatQuantity.ts'
import { useWords, type Words } from '#i18n/useWords.ts'
import { GAP_STYLE } from '#layers/coverageStyles.ts'
import { flyTo } from '#map/camera/cameraOf.ts'
import { classes } from '#ui/classes.ts'
import { Select } from '#ui/Select.tsx'
import { State } from '#ui/State.tsx'
import { Waiting } from '#ui/Waiting.tsx'
import { feedTitle } from '#views/facts/featureName.ts'
import { TakeTable } from '#views/out/TakeTable.tsx'
import { useSketch } from '#views/sketches/useSketches.ts'
import { useFailureWords } from '../inspector/useNames'
import listStyles from '../list/List.module.css'
import { SortHead } from '../list/SortHead'
import { rowAbout } from '../paper/rowFacts'
import { JobProgress } from '../robustness/JobProgress'
import styles from './Gaps.module.css'

interface Props {
  readonly indicator: string
  readonly metric: string
  readonly scope: string | null
}

type Column = 'zone' | 'covered' | 'hole' | 'streets'
interface ZoneSort {
  readonly by: Column
  readonly descending: boolean
}

/** How coherently each named zone is covered: its largest hole, which the map shows, and its uncovered streets. */
export function Continuity({ indicator, metric, scope }: Props) {
  const words = useWords()
  const { t, say, language } = words
  const failure = useFailureWords(indicator)
  const city = useCity()
  const { catalog, feedsByIndicator } = city
  const zoneFeeds = catalog.feeds.filter(({ record }) => record === 'zone')
  const usual = feedInRole(catalog, 'towns')?.id ?? catalog.scopes[0]?.feed ?? zoneFeeds[0]?.id ?? ''
  const [zones, setZones] = useState(usual)
  const [sort, setSort] = useState<ZoneSort>({ by: 'hole', descending: true })
  const [shown, setShown] = useState<string | null>(null)
  const streets = useMemo(() => catalog.feeds.flatMap(({ id, record }) => (record === 'road' ? [id] : [])), [catalog])
  const feeds = useMemo(
    () => [...new Set([...(feedsByIndicator[indicator] ?? []), ...(zones ? [zones] : []), ...streets])].sort(),
    [feedsByIndicator, indicator, zones, streets],
  )
  const { answer, fault, progress, stop } = useJobAnswer({
    feeds,
    verb: 'continuity',
    key: [indicator, metric, scope, zones],
    ask: (engine, job, tell) => engine.continuity({ scope, indicator, metric, zones, streets, job }, tell),
  })
  const unread = answer?.unread ?? []
  const named = (ids: readonly string[]) =>
    ids.map((id) => say(feedTitle(catalog, id))).join(language === 'en' ? ', ' : '、')
  const hole = answer?.zones.find(({ id }) => id === shown)?.hole ?? null
  useSketch(
    useMemo(
      () =>
        hole && {
          id: 'largest-hole',
          title: t('gaps.continuity.hole'),
          group: 'gap',
          source: { kind: 'features', features: [{ type: 'Feature', geometry: hole.geometry, properties: {} }] },
          style: GAP_STYLE,
          legend: [{ word: t('gaps.continuity.hole'), shape: 'area', color: '$gap', fill: 'hatch' }],
          pickable: false,
        },
      [hole, t],
    ),
  )
  const ordered = useMemo(() => orderZones(answer?.zones ?? [], sort, say), [answer, sort, say])

  if (zoneFeeds.length === 0) return <State kind="empty" title={t('gaps.continuity.noZones')} />
  const head = (by: Column, word: string) => (
    <SortHead by={by} word={word} figures={by !== 'zone'} sort={sort} onSort={setSort} />
  )
  return (
    <>
      <div className={listStyles.filters}>
        <Select
          aria-label={t('gaps.continuity.zones')}
          value={zones}
          onChange={({ target }) => {
            setZones(target.value)
            setShown(null)
          }}
        >
          {zoneFeeds.map(({ id }) => (
            <option key={id} value={id}>
              {say(feedTitle(catalog, id))}
            </option>
          ))}
        </Select>
      </div>
      {fault !== null ? (
        <State kind="failing" title={t('gaps.failed', { why: failure(fault) })} />
      ) : answer === undefined ? (
        progress.of > 0 ? (
          <JobProgress {...progress} label={t('gaps.continuity.loading')} onCancel={stop} />
        ) : (
          <Waiting lines={4} label={t('gaps.continuity.loading')} />
        )
      ) : ordered.length === 0 ? (
        <State kind="empty" title={t('gaps.continuity.none')} />
      ) : (
        <>
          <table className={classes(listStyles.table, styles.heads)} aria-label={t('gaps.continuity.title')}>
            <thead>
              <tr>
                {head('zone', t('gaps.continuity.zone'))}
                {head('covered', t('gaps.continuity.covered'))}
                {head('hole', t('gaps.continuity.hole'))}
                {streets.length > 0 && head('streets', t('gaps.continuity.streets'))}
              </tr>
            </thead>
            <tbody>
              {ordered.map((zone) => (
                <ZoneLine
                  key={zone.id}
                  zone={zone}
                  streets={streets.length > 0}
                  whole={unread.length === 0}
                  largest={Math.max(0, ...ordered.map(({ hole }) => hole?.area ?? 0))}
                  selected={zone.id === shown}
                  words={words}
                  onShow={() => {
                    setShown(zone.id)
                    if (zone.hole) flyTo(boundsOfRing(zone.hole.geometry.coordinates[0] ?? []))
                  }}
                />
              ))}
            </tbody>
          </table>
          <div className={listStyles.exports}>
            <TakeTable
              name={`${indicator}.${metric}.continuity`}
              title={t('gaps.continuity.title')}
              label={(form) => t('gaps.csv', { form })}
              table={() => continuityOut(ordered, streets.length > 0, unread.length === 0, words)}
              about={() => rowAbout(city, words, { indicator, metric, scope })}
            />
          </div>
          <p className={listStyles.quiet}>
            {streets.length === 0
              ? t('gaps.continuity.noStreets')
              : t('gaps.continuity.about', { feeds: named(streets) })}
          </p>
          {unread.length > 0 && <p role="status">{t('gaps.continuity.unread', { feeds: named(unread) })}</p>}
        </>
      )}
    </>
  )
}

interface LineProps {
  readonly zone: ZoneContinuity
  readonly streets: boolean
  /** All feeds of streets were read: lengths are not only at least so much. */
  readonly whole: boolean
  /** The largest hole of all zones, m². */
  readonly largest: number
  readonly selected: boolean
  readonly words: Words
  readonly onShow: () => void
}

function ZoneLine({ zone, streets, whole, largest, selected, words: { t, say, language }, onShow }: LineProps) {
  const metres = (length: number) => joinFigure(formatMeasure(length, 'm', language))
  return (
    <tr className={selected ? listStyles.selected : undefined} aria-current={selected ? 'true' : undefined}>
      <th scope="row">
        <button type="button" className={listStyles.name} disabled={!zone.hole} onClick={onShow}>
          {say(zone.name)}
        </button>
        <span className={listStyles.under}>
          {zone.hole
            ? `${t('gaps.continuity.holes')} ${formatNumber(zone.holes, language)}`
            : t('gaps.continuity.whole')}
        </span>
      </th>
      <td className={listStyles.figure}>{joinFigure(formatQuantity(zone.covered, 'ratio', language))}</td>
      <td className={listStyles.figure}>
        {zone.hole ? joinFigure(formatBeside(zone.hole.area, 'm2', largest, language)) : '—'}
      </td>
      {streets && (
        <td className={listStyles.figure}>
          {zone.streets && (whole || zone.streets.uncovered > 0)
            ? `${whole ? '' : '≥ '}${metres(zone.streets.uncovered)}`
            : '—'}
          {zone.streets && whole && (
            <span className={listStyles.under}>
              {t('gaps.continuity.ofStreets', { length: metres(zone.streets.length) })}
            </span>
          )}
        </td>
      )}
    </tr>
  )
}

/** Zones as they are listed, areas in square metres and lengths in metres; unknown where not the whole of the streets was read. */
function continuityOut(
  zones: readonly ZoneContinuity[],
  streets: boolean,
  whole: boolean,
  { t, say }: Words,
): OutTable {
  const columns = ['covered', 'holes', 'holeArea'] as const
  return {
    head: [
      t('indicators.subjects.id'),
      t('gaps.continuity.zone'),
      ...columns.map((column) => t(`gaps.continuity.${column}`)),
      ...(streets ? [t('gaps.columns.length'), t('gaps.continuity.streetsLength')] : []),
    ],
    rows: zones.map(({ id, name, covered, holes, hole, streets: own }) => [
      id,
      say(name),
      covered,
      holes,
      hole?.area ?? null,
      ...(streets ? [whole ? (own?.uncovered ?? null) : null, whole ? (own?.length ?? null) : null] : []),
    ]),
  }
}

const collator = new Intl.Collator('zh-CN', { numeric: true })

function orderZones(
  zones: readonly ZoneContinuity[],
  { by, descending }: ZoneSort,
  say: Words['say'],
): readonly ZoneContinuity[] {
  const turn = descending ? -1 : 1
  const figureOf = (zone: ZoneContinuity): number =>
    by === 'covered' ? zone.covered : by === 'hole' ? (zone.hole?.area ?? 0) : (zone.streets?.uncovered ?? -1)
  return zones.toSorted((a, b) =>
    by === 'zone' ? turn * collator.compare(say(a.name), say(b.name)) : turn * (figureOf(a) - figureOf(b)),
  )
}

function boundsOfRing(ring: readonly (readonly number[])[]): readonly [number, number, number, number] {
  const [xs, ys] = [ring.map(([x = 0]) => x), ring.map(([, y = 0]) => y)]
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}
