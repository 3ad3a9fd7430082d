import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { readViewHash } from '#app/viewHash.ts'

interface LinkCase {
  readonly means: { readonly workspace: string; readonly map: string }
  readonly links: readonly { readonly hash: string; readonly selects: string | null }[]
}

const { means, links }: LinkCase = JSON.parse(readFileSync(new URL('17-link-tail/links.json', import.meta.url), 'utf8'))

it.each(links)('$hash opens the page meant', ({ hash, selects }) => {
  const { view, selected, unknown } = readViewHash(hash, { defaultScope: null, maps: ['panorama', 'sensing'] })
  expect(view).toMatchObject(means)
  expect(selected?.id ?? null).toBe(selects)
  expect(unknown).toEqual([])
})
