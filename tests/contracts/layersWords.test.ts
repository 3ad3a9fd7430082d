import { readdir, readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'

/** The four levels of a warning are national; every other word of data belongs to a catalog, or to who draws it. */
const LEVELS = new Set(['红', '橙', '黄', '蓝'])

it('what draws layers knows no word of one city', async () => {
  const found: string[] = []
  for (const folder of ['src/layers/', 'src/map/style/']) {
    for (const name of await readdir(folder)) {
      if (!name.endsWith('.ts') || name.endsWith('.test.ts')) continue
      const source = await readFile(folder + name, 'utf8')
      const code = source.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')
      for (const [word] of code.matchAll(/\p{Script=Han}+/gu)) if (!LEVELS.has(word)) found.push(`${name}: ${word}`)
    }
  }
  expect(found).toEqual([])
})
