import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createCityEngine } from '#engine/createCityEngine.ts'
import { presentOf } from '#tests/city/engineInLine.ts'

const file = (name: string) => readFileSync(join(import.meta.dirname, '13-search-words', name))

async function firstHit(text: string) {
  const engine = presentOf(createCityEngine({ publish: () => 'blob:x', withdraw: () => {} }))
  const opened = engine.openCatalog(file('catalog.json'), null)
  if (!opened.ok) throw new Error(JSON.stringify(opened.faults))
  for (const { id, source } of opened.catalog.feeds) engine.admit(id, file(source.url))
  const [hit] = await engine.search(text, 12)
  return hit?.kind === 'feature' ? hit.id : null
}

it.each([
  '东门',
  '37088300001320000123',
  '３７０８８３００００１３２００００１２３',
  '000123',
  '路口 东门',
  '东门路口 球机',
  'dongmen',
  'dmlk',
])('the camera at the east gate is found by %s', async (text) => {
  expect(await firstHit(text)).toBe('37088300001320000123')
})

it('the one whose id ends with what is typed comes before others that hold it', async () => {
  expect(await firstHit('3708830000132')).toMatch(/^3708830000132/)
  expect(await firstHit('000124')).toBe('37088300001320000124')
  expect(await firstHit('124000')).toBeNull()
})
