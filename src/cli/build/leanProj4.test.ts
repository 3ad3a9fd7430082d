import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { CRS_NAMES } from '#catalog/vocabulary.ts'
import { projectionOf } from '#feeds/crs/converterOf.ts'
import { leanList, PROJECTIONS } from './leanProj4'

test('every projection that a catalog can name is in the list, and each of the list is in the installed proj4', () => {
  const asked = CRS_NAMES.flatMap((name) => {
    const definition = projectionOf(Number(/^EPSG:(\d+)$/.exec(name)?.[1] ?? Number.NaN))
    return definition === null ? [] : [/\+proj=(\w+)/.exec(definition)?.[1]]
  })
  expect(new Set(asked)).toEqual(new Set(['tmerc', 'utm', 'merc']))
  // Mercator and plain degrees come with proj4's core.
  for (const name of asked.filter((each) => each !== 'merc')) expect(PROJECTIONS).toContain(name)
  const files = [...leanList().matchAll(/from "([^"]+)"/g)].map(([, file]) => file!)
  expect(files.map((file) => existsSync(file))).toEqual(PROJECTIONS.map(() => true))
})
