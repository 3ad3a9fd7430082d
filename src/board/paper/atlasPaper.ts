import type { City } from '#city/CityContext.ts'
import { scopeTitle } from '#city/scopeTitle.ts'
import type { Bounds } from '#core/geo/boundsOf.ts'
import { EARTH_RADIUS, RADIANS_PER_DEGREE } from '#core/geo/sphere.ts'
import type { Gap, Provider } from '#core/planning/gaps/gap.ts'
import type { OutCell, OutFacts } from '#core/table/outTable.ts'
import { formatNumber } from '#i18n/formatNumber.ts'
import type { Words } from '#i18n/useWords.ts'
import { feedTitle } from '#views/facts/featureName.ts'
import { worldWords } from '#views/out/outFacts.ts'
import { drawnMap } from '#views/paper/drawnMap.ts'
import { type Html, html } from '#views/paper/html.ts'
import { factsHtml, tableHtml } from '#views/paper/paperParts.ts'
import type { Paper } from '#views/paper/paperText.ts'
import { type GapSort, orderGaps } from '../gaps/gapOrder'
import { distanceWords, gapName, kindWords, peopleWords, sizeWords } from '../gaps/gapWords'
import type { RowAsked } from './rowFacts'
import { footHtml, headHtml } from './rowPaper'

/** Around a gap, metres: what is near it belongs to its map. */
const AROUND = { least: 400, most: 2500 } as const
/** Of an atlas page: below the map stands what is said of the gap. */
const HEIGHT = 360

/** One page for each of the worst gaps of a metric: where it is, who lives there, what stands nearest, and why it is open. */
export async function atlasPaper(
  city: City,
  words: Words,
  asked: RowAsked,
  by: GapSort['by'],
  count: number,
): Promise<Paper> {
  const { t, say, language } = words
  const { indicator, metric, scope } = asked
  const { gaps } = await city.engine.gapList({ scope, indicator, metric })
  const worst = orderGaps(gaps, { by, descending: true }, (gap) => gapName(gap, words)).slice(0, count)
  const row = city.standard.rows.find(({ id }) => id === indicator)
  const title = `${row ? say(row.name) : indicator} · ${t('out.atlas.title')}`
  const pages: Html[] = []
  for (const [at, gap] of worst.entries()) {
    const heading = `${at + 1}. ${gapName(gap, words)}`
    const map = await drawnMap(city, words, {
      ...{ title: heading, scope, bounds: aroundGap(gap), height: HEIGHT, row: { indicator, metric } },
      marks: [{ at: gap.at, look: 'here', text: '' }],
      legend: ['cover', 'covered', 'uncovered', 'gap', 'site'],
    })
    pages.push(
      html`<section class="sheet">${headHtml(
        city,
        words,
        heading,
        `${title} · ${scopeTitle(city, scope, words)} · ${worldWords(city.world, words)} · ${t('out.atlas.page', { page: at + 1, of: worst.length })}`,
      )}${map}${factsHtml(gapFacts(city, words, gap), words)}${nearestHtml(city, words, gap)}${footHtml(city, words)}</section>`,
    )
  }
  return { title, language, body: pages.length > 0 ? html`${pages}` : html`<h1>${title}</h1><p>${t('gaps.none')}</p>` }
}

/** What is said of a gap. */
function gapFacts({ catalog }: City, words: Words, gap: Gap): OutFacts {
  const { t, say, language } = words
  const comma = language === 'en' ? ', ' : '、'
  const places = Object.entries(gap.places ?? {})
  const facts: readonly (readonly [string, OutCell | false])[] = [
    [t('gaps.columns.size'), sizeWords(gap, words)],
    [
      t(gap.peopleBy === 'area' ? 'gaps.people.label' : 'gaps.people.cellLabel'),
      gap.people.people === null
        ? `${peopleWords(gap.people, words)}${comma}${t('gaps.people.partly')}`
        : peopleWords(gap.people, words),
    ],
    [
      t('gaps.places.label'),
      gap.places &&
        (places.map(([feed, own]) => `${say(feedTitle(catalog, feed))} ${formatNumber(own, language)}`).join(comma) ||
          t('gaps.places.none')),
    ],
    [t('gaps.columns.town'), gap.towns.map(say).join(comma)],
    [t('gaps.columns.unit'), gap.unit],
    [t('gaps.columns.kind'), gap.kind && kindWords(catalog, gap.feed, gap.kind, words)],
    [t('gaps.columns.why'), gap.why && t(`gaps.whyLong.${gap.why}`)],
    [t('out.atlas.at'), gap.at.map((degrees) => degrees.toFixed(5)).join(', ')],
    [t('indicators.subjects.id'), gap.id],
  ]
  return facts.flatMap(([name, cell]) =>
    cell === null || cell === false || cell === '' ? [] : [[name, cell] as const],
  )
}

function nearestHtml({ catalog }: City, words: Words, gap: Gap): Html {
  const { t, say } = words
  if (gap.itself) return html`<p>${t('gaps.itself')}</p>`
  if (gap.nearest.length === 0) return html`<h2>${t('gaps.nearestTitle')}</h2><p>${t('gaps.noNearest')}</p>`
  const stands = ({ refusal }: Provider) => (refusal === null ? t('out.atlas.counted') : t(`gaps.why.${refusal}`))
  return html`<h2>${t('gaps.nearestTitle')}</h2>${tableHtml(
    {
      head: [t('out.atlas.site'), t('out.atlas.feed'), t('out.atlas.distance'), t('out.atlas.stands')],
      rows: gap.nearest.map((site) => [
        site.name ? say(site.name) : site.id,
        say(feedTitle(catalog, site.feed)),
        distanceWords(site.metres, words),
        stands(site),
      ]),
    },
    words,
  )}`
}

/** The gap with what is around it, as far as what stands nearest where that is near. */
function aroundGap({ bounds: [west, south, east, north], nearest }: Gap): Bounds {
  const perDegree = EARTH_RADIUS * RADIANS_PER_DEGREE
  const size = Math.max(north - south, east - west) * perDegree
  const reach = Math.max(size * 0.6, (nearest[0]?.metres ?? 0) * 1.2)
  const metres = Math.min(Math.max(reach, AROUND.least), Math.max(AROUND.most, size * 0.6))
  const [up, across] = [metres / perDegree, metres / perDegree / Math.cos(((south + north) / 2) * RADIANS_PER_DEGREE)]
  return [west - across, south - up, east + across, north + up]
}
