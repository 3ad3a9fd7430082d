import type { City } from '#city/CityContext.ts'
import { hasFeatures, listsGaps, methodOf } from '#city/methodOf.ts'
import { scopeTitle } from '#city/scopeTitle.ts'
import type { MethodFacts } from '#core/indicators/methods/metricMethod.ts'
import type { ExplainedMetric, GapList } from '#engine/engineApi.ts'
import { formatTime } from '#i18n/formatTime.ts'
import type { Words } from '#i18n/useWords.ts'
import { outFacts } from '#views/out/outFacts.ts'
import { drawnMap } from '#views/paper/drawnMap.ts'
import { type Html, html } from '#views/paper/html.ts'
import { factsHtml, tableHtml } from '#views/paper/paperParts.ts'
import type { Paper } from '#views/paper/paperText.ts'
import { orderGaps } from '../gaps/gapOrder'
import { gapName, largestOf, peopleFigure, sizeBeside } from '../gaps/gapWords'
import { subjectValueWords } from '../inspector/subjectValueWords'
import { exclusionWords } from '../words/reasonWords'
import { type RowAsked, rowFacts, rowIn } from './rowFacts'

/** Lines of a table that are printed; the rest is counted. */
const LINES = 200

/** Above the rest of a paper: the city, that it is a demonstration where it is one, and what it is about. */
export function headHtml({ catalog }: City, { say }: Words, title: string, under: string): Html {
  const { notice } = catalog.city
  return html`<header><h1>${title}</h1><p>${under}</p>${notice ? html`<p class="notice">${say(notice)}</p>` : null}</header>`
}

export const footHtml = (city: City, { t, say, language }: Words): Html =>
  html`<footer>${say(city.catalog.city.name)} · ${t('out.paper.made', { time: formatTime(city.now(), language) })}</footer>`

/** The row that is open as a report: its number with all that belongs to it, the map, its gaps, and every feature behind it. */
export async function rowPaper(city: City, words: Words, asked: RowAsked, picture: Html | null): Promise<Paper> {
  const { t, say, language } = words
  const { indicator, metric, scope } = asked
  const view = await rowIn(city, asked)
  if (!view) throw new Error(indicator)
  const { row } = view
  const title = `${say(row.name)} · ${t('out.rowPaper.report')}`
  const method = methodOf(city, indicator, metric)
  const measured = method !== null && hasFeatures(method)
  const explained = measured ? await city.engine.explain({ scope, indicator, metric }) : null
  const list =
    explained && explained.gapCount > 0 && listsGaps(method!)
      ? await city.engine.gapList({ scope, indicator, metric })
      : null
  const facts = await outFacts(city, words, {
    own: rowFacts(city, words, view, metric),
    feeds: city.feedsByIndicator[indicator] ?? [],
    scope,
  })
  const map =
    picture ??
    (measured
      ? await drawnMap(city, words, {
          ...{ title, scope, marks: [], bounds: explained?.bounds ?? null, row: { indicator, metric } },
          legend: ['cover', 'covered', 'uncovered', 'excluded', 'gap', 'site'],
        })
      : null)
  const body = html`${headHtml(city, words, title, `${say(city.catalog.city.name)} · ${scopeTitle(city, scope, words)}`)}
${map}
<h2>${t('out.paper.about')}</h2>
${factsHtml(facts, words)}
${list && gapsHtml(list, words)}
${explained && explained.subjects.length > 0 && subjectsHtml(city, words, method, explained)}
${footHtml(city, words)}`
  return { title, language, body }
}

function gapsHtml({ gaps, people }: GapList, words: Words): Html {
  const { t, say } = words
  const ordered = orderGaps(gaps, { by: people === 'read' ? 'people' : 'size', descending: true }, (gap) =>
    gapName(gap, words),
  )
  const shown = ordered.slice(0, LINES)
  const largest = largestOf(shown)
  return html`<h2>${t('gaps.title')}</h2><p>${t('gaps.count', { count: gaps.length })}</p>${tableHtml(
    {
      head: [
        t('gaps.columns.name'),
        t('gaps.columns.people'),
        t('gaps.columns.size'),
        t('gaps.columns.town'),
        t('gaps.columns.why'),
      ],
      rows: shown.map((gap) => [
        gapName(gap, words),
        peopleFigure(gap.people, words),
        sizeBeside(gap, largest, words),
        gap.towns.map(say).join(' '),
        gap.why ? t(`gaps.why.${gap.why}`) : null,
      ]),
    },
    words,
  )}${moreHtml(ordered.length - shown.length, words)}`
}

function subjectsHtml(
  { methods }: City,
  words: Words,
  method: MethodFacts | null,
  { subjects, names }: ExplainedMetric,
): Html {
  const { t, say } = words
  const rank = { uncovered: 0, excluded: 1, covered: 2 }
  const shown = subjects.toSorted((a, b) => rank[a.state] - rank[b.state]).slice(0, LINES)
  return html`<h2>${t('indicators.inspector.subjects')}</h2>${tableHtml(
    {
      head: [
        t('indicators.subjects.state'),
        t('indicators.subjects.name'),
        t('indicators.subjects.id'),
        t('indicators.subjects.value'),
        t('indicators.subjects.reason'),
      ],
      rows: shown.map(({ id, state, value, reason }) => [
        t(`indicators.states.${state}`),
        names[id] ? say(names[id]) : null,
        id,
        subjectValueWords(value, method, words),
        reason ? exclusionWords(reason, words, methods) : null,
      ]),
    },
    words,
  )}${moreHtml(subjects.length - shown.length, words)}`
}

const moreHtml = (count: number, { t }: Words): Html | null =>
  count > 0 ? html`<p class="quiet">${t('out.rowPaper.more', { count })}</p>` : null
