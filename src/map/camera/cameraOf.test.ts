import { expect, test } from 'vitest'
import { type Flight, flyTo, takeControls } from './cameraOf'

test('a flight asked for before there is a map waits for it, and the newest wins', () => {
  const flown: Flight[] = []
  flyTo([116.9, 35.3])
  flyTo([116.8, 35.2, 117.0, 35.4])
  const land = takeControls((flight) => flown.push(flight))
  expect(flown).toEqual([{ target: [116.8, 35.2, 117.0, 35.4], zoom: undefined }])
  flyTo([117, 35.4], { zoom: 14 })
  expect(flown.at(-1)).toEqual({ target: [117, 35.4], zoom: 14 })
  land()
  flyTo([117.1, 35.5])
  expect(flown).toHaveLength(2)
})
