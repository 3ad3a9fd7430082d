import { expect, it } from 'vitest'
import { sheetsOver } from './sheetNumbers'

/** A place as bounds of next to nothing. */
const at = (longitude: number, latitude: number) => [longitude, latitude, longitude + 1e-9, latitude + 1e-9] as const

it('numbers sheets as the worked example of GB/T 13989 does', () => {
  // 114°33′45″ E, 39°22′30″ N lies in J50: 36° to 40° N, 114° to 120° E.
  const numbers = (scale: Parameters<typeof sheetsOver>[0]) =>
    sheetsOver(scale, at(114.5625, 39.375)).map((each) => each.number)
  expect(numbers(500_000)).toEqual(['J50B001001'])
  expect(numbers(250_000)).toEqual(['J50C001001'])
  expect(numbers(100_000)).toEqual(['J50D002002'])
  expect(numbers(10_000)).toEqual(['J50G015010'])
  expect(numbers(500)[0]).toHaveLength('J50K00010001'.length)
})

it('gives the number and the frame that the survey office gave one', () => {
  // 1:2000 sheets are 25″ by 37.5″: row (36 − 35.493056) · 144 = 73 sheets down, so the 74th; column (116.979167 − 114) · 96 = 286.
  const [sheet] = sheetsOver(2000, at(116.98, 35.49))
  expect(sheet?.number).toBe('I50I074287')
  expect(sheet?.bounds.map((degrees) => Number(degrees.toFixed(6)))).toEqual([
    116.979167, 35.486111, 116.989583, 35.493056,
  ])
  expect(sheetsOver(1000, at(116.98, 35.49))[0]?.number).toBe('I50J01470573')
})

it('lists all that bounds meet, from the north-west, and none they only touch', () => {
  const [width, height] = [6 / 576, 4 / 576]
  const west = 114 + 10 * width
  const south = 32 + 10 * height
  const two = sheetsOver(2000, [west, south, west + 2 * width, south + 2 * height])
  expect(two.map(({ number }) => number)).toEqual(['I50I565011', 'I50I565012', 'I50I566011', 'I50I566012'])
  // Over the meridian of 120° and the parallel of 36° meet four sheets of 1:1,000,000.
  const corners = sheetsOver(2000, [119.999, 35.999, 120.001, 36.001]).map(({ number }) => number)
  expect(corners).toEqual(['J50I576576', 'J51I576001', 'I50I001576', 'I51I001001'])
})
