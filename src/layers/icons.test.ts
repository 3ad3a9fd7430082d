import { expect, test } from 'vitest'
import { ICONS, isIconName } from './icons'

test('every icon the catalog may name is drawn', () => {
  const named =
    'circle square diamond triangle triangle-down hexagon cross star camera antenna flag drop flame house shield truck bolt leaf bus lamp plus ring'
  for (const name of named.split(' ')) expect(isIconName(name), name).toBe(true)
  expect(isIconName('toString')).toBe(false)
})

test('icons are closed outlines that begin with a move', () => {
  for (const [name, path] of Object.entries(ICONS)) expect(path, name).toMatch(/^M.*Z$/)
})
