import { expect, test } from 'vitest'
import { boundsOfData } from './boundsOfData'

const CITY = [117, 35, 118, 36] as const

test('what holds all of the data', () => {
  expect(
    boundsOfData(
      [
        [117.2, 35.3, 117.4, 35.5],
        [117.1, 35.4, 117.3, 35.8],
      ],
      CITY,
    ),
  ).toEqual([117.1, 35.3, 117.4, 35.8])
  expect(boundsOfData([], CITY)).toBeNull()
})

test('data that fills the city is looked at as the city; one side that is clearly short is enough', () => {
  // 0.06 of one degree is the most that is the same.
  expect(boundsOfData([[117.05, 35.05, 117.95, 35.95]], CITY)).toBeNull()
  expect(boundsOfData([[117.05, 35.05, 117.95, 35.93]], CITY)).not.toBeNull()
})

test('what holds the whole city sets no view', () => {
  const province = [110, 30, 125, 40] as const
  expect(boundsOfData([province], CITY)).toBeNull()
  expect(boundsOfData([province, [117.1, 35.4, 117.3, 35.8]], CITY)).toEqual([117.1, 35.4, 117.3, 35.8])
})

test('a single place is shown with its surroundings', () => {
  const [west, south, east, north] = boundsOfData([[117.5, 35.5, 117.5, 35.5]], CITY) ?? []
  expect([west, south, east, north]).toEqual([117.49, 35.49, 117.51, 35.51].map((side) => expect.closeTo(side, 9)))
})
