import type { Position } from 'geojson'

/** A line as text, five decimals: the encoded polyline of Google's maps, as vehicle systems write their routes. */
export function encodePolyline(line: readonly Position[]): string {
  let text = ''
  let [longitude, latitude] = [0, 0]
  for (const [x = 0, y = 0] of line) {
    const [nextLongitude, nextLatitude] = [Math.round(x * 1e5), Math.round(y * 1e5)]
    text += encodeNumber(nextLatitude - latitude) + encodeNumber(nextLongitude - longitude)
    ;[longitude, latitude] = [nextLongitude, nextLatitude]
  }
  return text
}

function encodeNumber(value: number): string {
  let rest = value < 0 ? ~(value << 1) : value << 1
  let text = ''
  while (rest >= 0x20) {
    text += String.fromCharCode((0x20 | (rest & 0x1f)) + 63)
    rest >>= 5
  }
  return text + String.fromCharCode(rest + 63)
}

/** The line [longitude, latitude] of such a text; what is cut off at its end is left out. */
export function decodePolyline(text: string): readonly Position[] {
  const numbers: number[] = []
  let [value, shift] = [0, 0]
  for (let index = 0; index < text.length; index++) {
    const part = text.charCodeAt(index) - 63
    value |= (part & 0x1f) << shift
    shift += 5
    if (part >= 0x20) continue
    numbers.push(value & 1 ? ~(value >> 1) : value >> 1)
    ;[value, shift] = [0, 0]
  }
  const line: Position[] = []
  let [longitude, latitude] = [0, 0]
  for (let index = 0; index + 1 < numbers.length; index += 2) {
    latitude += numbers[index]!
    longitude += numbers[index + 1]!
    line.push([longitude / 1e5, latitude / 1e5])
  }
  return line
}
