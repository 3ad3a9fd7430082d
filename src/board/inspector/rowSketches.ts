import { definitionOf, type MeasuredCity, measureOf, methodOf } from '#city/methodOf.ts'
import { feedOfRole, parametersOf } from '#core/indicators/methods/parameters.ts'
import type { Gap } from '#core/planning/gaps/gap.ts'
import type { ExplainedMetric } from '#engine/engineApi.ts'
import { formatMeasure, joinFigure } from '#i18n/formatQuantity.ts'
import type { Words } from '#i18n/useWords.ts'
import {
  FOOTPRINT_STYLE,
  GAP_STYLE,
  PROVIDER_STYLE,
  type SubjectState,
  subjectMark,
  subjectStyle,
} from '#layers/coverageStyles.ts'
import type { SketchMark } from '#layers/sketch.ts'
import { feedTitle } from '#views/facts/featureName.ts'
import type { Describe, OwnSketch } from '#views/sketches/useSketches.ts'
import { listedLines } from '../gaps/gapWords'

/** The sketch of the gaps, in the order in which the engine lists them. */
export const ROW_GAPS = 'row-gaps'

const STATES: readonly SubjectState[] = ['covered', 'uncovered', 'excluded']

/**
 * What the map shows of an explained metric, bottom first: what does the covering, the subjects by state, the gaps. Of the
 * gaps that are listed beside it, their descriptions say who lives there and why they are.
 */
export function rowSketches(
  city: MeasuredCity,
  explanation: ExplainedMetric,
  { t, say }: Pick<Words, 't' | 'say'>,
  gaps: readonly Gap[],
): readonly OwnSketch[] {
  const { indicator, metric, subjects, gapCount, gapArea, gapsUrl, footprintsUrl, names } = explanation
  const definition = definitionOf(city, indicator, metric)
  const parameters = methodOf(city, indicator, metric)?.parameters
  if (!definition || !parameters) return []
  // A metric made of others has the subjects of its parts: the feed of the first stands for it.
  const combined = parametersOf(parameters, 'metrics').length > 0
  const feed = feedOfRole(parameters, definition, 'subjects') ?? (combined ? subjects[0]?.feed : null)
  if (!feed) return []
  const by = feedOfRole(parameters, definition, 'by')
  const titleOf = (id: string): string => say(feedTitle(city.catalog, id))
  const sketches: OwnSketch[] = []

  if (footprintsUrl !== null) {
    const title = t('indicators.drawn.footprints', { by: by ? titleOf(by) : '' })
    sketches.push({
      id: 'row-footprints',
      title,
      group: 'coverage',
      source: { kind: 'url', url: footprintsUrl },
      style: FOOTPRINT_STYLE,
      legend: [{ word: title, shape: 'line', color: '$covered' }],
      pickable: false,
    })
  }
  if (by && by !== feed) {
    sketches.push({
      id: 'row-providers',
      title: titleOf(by),
      group: 'coverage',
      source: { kind: 'feed', feed: by },
      style: PROVIDER_STYLE,
      legend: [{ word: titleOf(by), shape: 'point', color: '$covered' }],
      pickable: false,
    })
  }
  const states = new Map(subjects.filter((each) => each.feed === feed).map(({ mapId, state }) => [mapId, state]))
  const present = new Set(states.values())
  sketches.push({
    id: 'row-subjects',
    title: titleOf(feed),
    group: 'coverage',
    source: { kind: 'feed', feed, states },
    style: subjectStyle(gapCount > 0),
    legend: STATES.filter((state) => present.has(state)).map((state) => ({
      word: t(`indicators.states.${state}`),
      ...subjectMark(state, gapCount > 0),
    })),
    pickable: true,
  })
  if (gapCount > 0) {
    const title = t('indicators.drawn.gaps')
    sketches.push({
      id: ROW_GAPS,
      title,
      group: 'gap',
      source: { kind: 'url', url: gapsUrl },
      style: GAP_STYLE,
      legend: [{ word: title, ...gapMark(gapArea > 0, measureOf(city, indicator, metric) === 'm') }],
      pickable: true,
      describe: describeGap(feed, names, gaps),
    })
  }
  return sketches
}

function gapMark(areas: boolean, lines: boolean): Omit<SketchMark, 'word'> {
  if (areas) return { shape: 'area', color: '$gap', fill: 'hatch' }
  return lines ? { shape: 'line', color: '$gap' } : { shape: 'point', color: '$gap', icon: 'cross' }
}

/** Whose gap it is, how much of it is not covered, and where that is known how many live there, and why. */
const describeGap =
  (feed: string, names: ExplainedMetric['names'], gaps: readonly Gap[]): Describe =>
  (properties, words) => {
    const { subject, part, area_m2: area, length_m: length } = properties
    const { t, say, language } = words
    const id = String(subject)
    const name = names[id] ? say(names[id]) : id
    const amounts = [
      typeof area === 'number' && area > 0 ? formatMeasure(area, 'm2', language) : null,
      typeof length === 'number' && length > 0 ? formatMeasure(length, 'm', language) : null,
    ]
    return {
      title: typeof part === 'number' ? `${name} · ${t('gaps.part', { part })}` : name,
      lines: [
        ...amounts.flatMap((each) => (each ? [t('indicators.drawn.uncovered', { amount: joinFigure(each) })] : [])),
        ...listedLines(listedAs(gaps, properties), words),
      ],
      about: { feed, id },
    }
  }

/** The gap of the list that is drawn so; null: none, as of a list that is not of this moment, or more than one. */
function listedAs(gaps: readonly Gap[], { subject, part, area_m2: area, length_m: length }: Drawn): Gap | null {
  const [only, ...more] = gaps.filter(
    (gap) =>
      !gap.itself &&
      gap.id === String(subject) &&
      gap.part === (part ?? null) &&
      (gap.area ?? 0) === (area ?? 0) &&
      (gap.length ?? 0) === (length ?? 0),
  )
  return only && more.length === 0 ? only : null
}

type Drawn = Parameters<Describe>[0]
