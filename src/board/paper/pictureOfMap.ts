import type { City } from '#city/CityContext.ts'
import { escapeMarkup } from '#core/drawing/escapeMarkup.ts'
import { furniture } from '#core/drawing/furniture.ts'
import type { Words } from '#i18n/useWords.ts'
import { mapOnShow } from '#map/mapOnShow.ts'
import { takePicture } from '#map/picture/takePicture.ts'
import { useDisplay } from '#state/display.ts'
import { approvalWords } from '#views/paper/drawnMap.ts'
import type { Html } from '#views/paper/html.ts'
import { mapHtml } from '#views/paper/paperParts.ts'

/** The map as it is on show, in the light colours of paper; null where this browser draws none, or not in time. */
export async function pictureOfMap(city: City, words: Words): Promise<Html | null> {
  const map = mapOnShow()
  if (!map) return null
  const { t } = words
  try {
    const picture = await takePicture(map, async () => {
      const { theme } = useDisplay.getState()
      useDisplay.setState({ theme: 'light' })
      await new Promise((done) => requestAnimationFrame(done))
      return () => useDisplay.setState({ theme })
    })
    const { url, width, height, metresPerPixel, bearing } = picture
    const title = t('out.paper.shown')
    const [north, metres, kilometres] = [t('out.paper.north'), t('out.paper.metres'), t('out.paper.kilometres')]
    const svg =
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escapeMarkup(title)}">` +
      `<image href="${url}" width="${width}" height="${height}"/>` +
      `${furniture({ width, height, metresPerUnit: metresPerPixel, bearing }, { title, north, metres, kilometres })}</svg>`
    const legend = (['cover', 'covered', 'uncovered', 'gap'] as const).map((look) => ({
      look,
      word: t(`out.paper.legend.${look}`),
    }))
    return mapHtml({ svg }, legend, [
      title,
      ...(metresPerPixel === null ? [t('out.paper.tilted')] : []),
      approvalWords(city, words),
    ])
  } catch (error) {
    console.warn('picture of the map:', error)
    return null
  }
}
