import type { City, OpenedCity } from '#city/CityContext.ts'
import { hasFeatures, methodOf } from '#city/methodOf.ts'
import type { DrawnMark } from '#core/drawing/drawMap.ts'
import type { Bounds } from '#core/geo/boundsOf.ts'
import type { StandardMetric, StandardRow } from '#core/model/standard.ts'
import { type Edit, editedId, NOW, type PlanWorld } from '#core/model/world.ts'
import { formatTime } from '#i18n/formatTime.ts'
import type { Words } from '#i18n/useWords.ts'
import type { Scenario } from '#state/scenarios.ts'
import { outFacts } from '#views/out/outFacts.ts'
import { drawnMap } from '#views/paper/drawnMap.ts'
import { type Html, html } from '#views/paper/html.ts'
import { factsHtml, tableHtml } from '#views/paper/paperParts.ts'
import type { Paper } from '#views/paper/paperText.ts'
import { standingOf, standingWords } from '#views/standing/standing.ts'
import { placeOfTrial } from './placing'
import { isAnother, isChanged, metricValue, starsGained } from './resultWords'
import { fileText } from './scenarioLink'
import { stepWords } from './stepWords'
import { type Results, rowsConcerned } from './useConcerned'

/** So many rows that change have a map of their own. */
const MAPS = 4
/** Around the changes that a map is about, degrees: some two kilometres. */
const AROUND = 0.02

/** A plan as one paper: what it does to the rows of the standard, every change, and where they are. It needs no app to be read. */
export async function planPaper(
  opened: OpenedCity,
  scenario: Scenario,
  scope: string | null,
  words: Words,
): Promise<Paper> {
  const { t, say, language } = words
  const { host, standard, feedsByIndicator, catalog } = opened
  const { title, edits } = scenario
  const whole: PlanWorld = { kind: 'plan', base: NOW, title, edits }
  const faults = edits.length > 0 ? await host.planFaults(whole) : []
  const refused = new Set(faults.map(({ number }) => number - 1))
  const world: PlanWorld = { ...whole, edits: edits.filter((_, at) => !refused.has(at)) }
  const city: City = { ...opened, world, engine: opened.in(world) }
  const only = rowsConcerned(edits, feedsByIndicator)
  const resultsIn = async (asked: PlanWorld | typeof NOW): Promise<Results> => {
    const { indicators } = only.length > 0 ? await host.evaluate(asked, { scope, only }) : { indicators: [] }
    return new Map(indicators.map((result) => [result.id, result]))
  }
  const [before, after] = [await resultsIn(NOW), await resultsIn(world)]
  const changed = standard.rows
    .toSorted((a, b) => a.order - b.order)
    .filter(({ id }) => before.has(id) && after.has(id) && isChanged(before.get(id)!, after.get(id)!))
  const places = await Promise.all(edits.map((edit) => placeOfEdit(opened, edit)))
  const marks = edits.flatMap((edit, at): DrawnMark[] =>
    places[at] && !refused.has(at) ? [{ at: places[at], look: lookOf(edit), text: String(at + 1) }] : [],
  )
  const legend = ['put', 'changed', 'gone'] as const
  const feeds = [...new Set([...edits.map(({ feed }) => feed), ...only.flatMap((id) => feedsByIndicator[id] ?? [])])]
  const facts = await outFacts(city, words, { own: [], feeds, scope })
  const drawn = changed.flatMap((row) => {
    const metric = row.metrics.find(({ id }) => {
      const method = methodOf(city, row.id, id)
      return method && hasFeatures(method) && isAnother(before.get(row.id)!, after.get(row.id)!, id)
    })
    return metric ? [{ row, metric }] : []
  })
  const rowMaps: Html[] = []
  for (const { row, metric } of drawn.slice(0, MAPS)) {
    const heading = t('out.planPaper.rowMap', { row: say(row.name) })
    const map = await drawnMap(city, words, {
      ...{ title: heading, scope, marks, bounds: boundsOfMarks(marks), row: { indicator: row.id, metric: metric.id } },
      legend: ['cover', 'covered', 'uncovered', 'excluded', 'gap', 'site', ...legend],
    })
    rowMaps.push(html`<h2>${heading}</h2>${map}`)
  }
  const { notice } = catalog.city
  const heading = t('out.planPaper.title', { title })
  const body = html`<header><h1>${heading}</h1>
${notice ? html`<p class="notice">${say(notice)}</p>` : null}</header>
<h2>${t('out.planPaper.impact')}</h2>
${
  changed.length === 0
    ? html`<p>${t('out.planPaper.noImpact', { count: only.length })}</p>`
    : impactHtml(changed, before, after, words)
}
<h2>${t('out.paper.map')}</h2>
${await drawnMap(city, words, { title: heading, scope, marks, bounds: null, row: null, legend })}
<h2>${t('out.planPaper.steps')}</h2>
${
  edits.length === 0
    ? html`<p>${t('out.planPaper.noSteps')}</p>`
    : tableHtml(
        {
          head: [t('out.planPaper.number'), t('out.planPaper.step'), t('out.planPaper.place')],
          rows: edits.map((edit, at) => [
            String(at + 1),
            stepWords(edit, catalog, words),
            places[at]?.map((degrees) => degrees.toFixed(5)).join(', ') ?? null,
          ]),
        },
        words,
      )
}
${
  faults.length > 0 &&
  html`<h2>${t('out.planPaper.faults')}</h2><ul>${faults.map(
    ({ number, reason }) => html`<li>${t('scenarios.refused', { number: String(number), why: say(reason) })}</li>`,
  )}</ul>`
}
${rowMaps}
${drawn.length > MAPS && html`<p class="quiet">${t('out.planPaper.moreRows', { count: drawn.length - MAPS })}</p>`}
<h2>${t('out.paper.about')}</h2>
${factsHtml(facts, words)}
<details><summary>${t('out.planPaper.file')}</summary><pre>${fileText(scenario)}</pre></details>
<footer>${t('out.paper.made', { time: formatTime(city.now(), language) })}</footer>`
  return { title: heading, language, body }
}

function impactHtml(rows: readonly StandardRow[], before: Results, after: Results, words: Words): Html {
  const { t, say } = words
  const cell = (row: StandardRow, metrics: readonly StandardMetric[], results: Results): Html => {
    const [was, is] = [before.get(row.id)!, results.get(row.id)!]
    const gained = starsGained(row, was, is)
    const standing = standingWords(standingOf(row, is), words)
    return html`<td>${standing}${metrics.map((metric) => html`<br>${metricValue(is, metric, words)}`)}${
      gained !== null &&
      gained !== 0 &&
      html`<br><span class="${gained > 0 ? 'better' : 'worse'}">${gained > 0 ? '▲' : '▼'} ${t(
        gained > 0 ? 'scenarios.starUp' : 'scenarios.starDown',
        { star: standing },
      )}</span>`
    }</td>`
  }
  return html`<table><thead><tr><th scope="col">${t('scenarios.row')}</th><th scope="col">${t('scenarios.before')}</th><th scope="col">${t('scenarios.after')}</th></tr></thead><tbody>${rows.map(
    (row) => {
      const metrics = row.metrics.filter(({ id }) => isAnother(before.get(row.id)!, after.get(row.id)!, id))
      return html`<tr><th scope="row">${say(row.name)}${metrics.map(({ name }) => html`<br><span class="quiet">${say(name)}</span>`)}</th>${cell(row, metrics, before)}${cell(row, metrics, after)}</tr>`
    },
  )}</tbody></table>`
}

const lookOf = (edit: Edit): DrawnMark['look'] =>
  'drop' in edit ? 'gone' : 'put' in edit || 'move' in edit ? 'put' : 'changed'

/** Where an edit is about something: where it puts it, else where that stands; null where nothing is known of it. */
async function placeOfEdit(city: OpenedCity, edit: Edit): Promise<readonly [number, number] | null> {
  const put = placeOfTrial(edit)
  const id = editedId(edit)
  if (put || id === null) return put
  return (await city.in(NOW).find(edit.feed, id))?.at ?? null
}

function boundsOfMarks(marks: readonly DrawnMark[]): Bounds | null {
  if (marks.length === 0) return null
  const [xs, ys] = [marks.map(({ at: [x] }) => x), marks.map(({ at: [, y] }) => y)]
  return [Math.min(...xs) - AROUND, Math.min(...ys) - AROUND, Math.max(...xs) + AROUND, Math.max(...ys) + AROUND]
}
