import type { Browser } from 'playwright-core'

/** A part of a picture, pixels. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Of the brightness of pixels, 0 black to 255 white. */
export interface Brightness {
  readonly mean: number
  /** Standard deviation: 0 for a blank picture. */
  readonly spread: number
}

/** How bright each box of a PNG picture is. The browser's own decoder reads it, on a blank page that has no policy. */
export async function brightnessIn(
  browser: Browser,
  picture: Buffer,
  boxes: readonly Box[],
): Promise<readonly Brightness[]> {
  const page = await browser.newPage()
  try {
    return await page.evaluate(
      async ({ source, parts }) => {
        const image = new Image()
        image.src = `data:image/png;base64,${source}`
        await image.decode()
        const context = new OffscreenCanvas(image.width, image.height).getContext('2d')
        if (!context) throw new Error('no canvas')
        context.drawImage(image, 0, 0)
        return parts.map(({ x, y, width, height }) => {
          const { data } = context.getImageData(x, y, width, height)
          let [sum, squares] = [0, 0]
          for (let at = 0; at < data.length; at += 4) {
            const value = ((data[at] ?? 0) + (data[at + 1] ?? 0) + (data[at + 2] ?? 0)) / 3
            sum += value
            squares += value * value
          }
          const count = data.length / 4
          const mean = sum / count
          return { mean, spread: Math.sqrt(Math.max(0, squares / count - mean * mean)) }
        })
      },
      { source: picture.toString('base64'), parts: boxes },
    )
  } finally {
    await page.close()
  }
}
