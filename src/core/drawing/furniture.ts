import { escapeMarkup } from './escapeMarkup'
import { roundLength } from './planarView'

const FONT =
  'font-family="Noto Sans SC Variable, Noto Sans SC, Source Han Sans SC, Microsoft YaHei, PingFang SC, sans-serif"'
const HALO = 'paint-order="stroke" stroke="#fff" stroke-width="2.5" stroke-linejoin="round"'

export const rounded = (value: number): number => Math.round(value * 10) / 10

/** A text on a map, with a halo that keeps it legible on anything. */
export const textAt = (x: number, y: number, text: string, attributes: string): string =>
  `<text x="${rounded(x)}" y="${rounded(y)}" ${FONT} ${HALO} ${attributes}>${escapeMarkup(text)}</text>`

export interface MapWords {
  readonly title: string
  readonly north: string
  readonly metres: string
  readonly kilometres: string
}

interface Furnished {
  readonly width: number
  readonly height: number
  /** Null: it has no one scale. */
  readonly metresPerUnit: number | null
  /** Degrees clockwise from north of what is up; 0 when absent. */
  readonly bearing?: number
}

/** Scale, north and frame, which belong to every map: the bar is as long as it says, however large the map is printed. */
export function furniture({ height, width, metresPerUnit, bearing = 0 }: Furnished, words: MapWords): string {
  const [x, y] = [12, height - 12]
  const bar = metresPerUnit === null ? null : roundLength(metresPerUnit, width / 5)
  const length =
    bar && (bar.metres >= 1000 ? `${bar.metres / 1000} ${words.kilometres}` : `${bar.metres} ${words.metres}`)
  return (
    (bar
      ? `<g data-scale="${bar.metres}"><path d="M${x} ${y - 6}V${y}H${rounded(x + bar.units)}V${y - 6}" fill="none" stroke="#16202c" stroke-width="1.2"/>` +
        `${textAt(x + 4, y - 5, length ?? '', 'font-size="10" fill="#16202c"')}</g>`
      : '') +
    `<g transform="rotate(${rounded(-bearing)} ${width - 22} 28)"><path d="M${width - 22} 14l-6 18l6 -4l6 4z" fill="#16202c"/>${textAt(width - 22, 44, words.north, 'font-size="10" fill="#16202c" text-anchor="middle"')}</g>` +
    `<rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" fill="none" stroke="#8798ab"/>`
  )
}
