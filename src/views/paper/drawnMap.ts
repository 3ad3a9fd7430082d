import type { City } from '#city/CityContext.ts'
import type { DrawingRequest } from '#engine/drawing/drawingRequest.ts'
import type { Words } from '#i18n/useWords.ts'
import { feedTitle } from '../facts/featureName'
import type { Html } from './html'
import { mapHtml } from './paperParts'

/** Of a drawing on A4 upright, in its own units. */
const WIDTH = 680
const HEIGHT = 480

type Legend = Parameters<typeof mapHtml>[1][number]['look']

interface Wanted extends Pick<DrawingRequest, 'bounds' | 'scope' | 'row' | 'marks'> {
  readonly title: string
  /** Beside those of the ground. */
  readonly legend: readonly Legend[]
  readonly height?: number
}

/** 审图号, or that the map was not reviewed: under every map that is printed. */
export const approvalWords = ({ catalog: { city } }: Pick<City, 'catalog'>, { t }: Words): string =>
  city.mapApproval ? t('shell.map.approval', { number: city.mapApproval }) : t('shell.map.unreviewed')

/** A map of the city in the world of its engine, drawn, with its legend and what is not on it. */
export async function drawnMap(city: City, words: Words, wanted: Wanted): Promise<Html> {
  const { t, say, language } = words
  const { title, legend, height = HEIGHT, ...asked } = wanted
  const [north, metres, kilometres] = [t('out.paper.north'), t('out.paper.metres'), t('out.paper.kilometres')]
  const drawing = await city.engine.drawing({
    ...asked,
    ...{ width: WIDTH, height, language, words: { title, north, metres, kilometres } },
  })
  const missing = drawing.missing.map((feed) => say(feedTitle(city.catalog, feed)))
  return mapHtml(
    drawing,
    [...legend, 'road' as const, 'outline' as const]
      .filter((look) => isDrawn(drawing.svg, look))
      .map((look) => ({ look, word: t(`out.paper.legend.${look}`) })),
    [
      approvalWords(city, words),
      ...(missing.length > 0 ? [t('out.paper.missing', { feeds: missing.join(language === 'en' ? ', ' : '、') })] : []),
    ],
  )
}

/** Whether something of a look stands on a drawing: of what is not there a legend says nothing. */
const isDrawn = (svg: string, look: string): boolean =>
  svg.includes(`data-mark="${look}"`) || new RegExp(`data-look="${look}"[^>]*><(?!/g>)`).test(svg)
