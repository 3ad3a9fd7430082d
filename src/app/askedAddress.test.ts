import { expect, it } from 'vitest'
import { askedAddress } from './askedAddress'

/** A tab at an address: what it shows afterwards, and what it keeps for the next load. */
function tab(href: string, kept = new Map<string, string>()) {
  let shown = href
  const asked = askedAddress({
    location: { href },
    history: {
      state: null,
      replaceState(_state, _unused, url) {
        shown = String(url)
      },
    },
    storage: () => ({
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => void kept.set(key, value),
    }),
  })
  return { asked, shown, kept }
}

const PAGE = 'https://city.test/map/'
const VIEW = '#/plan/sensing?v=1&sel=key=1'

it('shows no secret of the catalog it reads, and finds it again when it is loaded anew', () => {
  for (const catalog of [
    'https://data.test/c.json?token=abc',
    encodeURIComponent('https://data.test/c.json?token=abc&page=1'),
    'https://me:abc@data.test/c.json',
  ]) {
    const href = `${PAGE}?catalog=${catalog}${VIEW}`
    const first = tab(href)
    expect(first.asked).toBe(href)
    expect(first.shown).not.toContain('abc')
    expect(first.shown).toContain('***')
    expect(first.shown.endsWith(VIEW)).toBe(true)
    const again = tab(first.shown, first.kept)
    expect([again.asked, again.shown]).toEqual([href, first.shown])
    // Another tab has only what was shown.
    expect(tab(first.shown).asked).toBe(first.shown)
    // Another catalog in this tab is not taken for the one that was kept.
    const other = `${PAGE}?catalog=other.json`
    expect(tab(other, first.kept).asked).toBe(other)
  }
})

it('leaves an address without a secret as it is, and one that could not be loaded again', () => {
  const plain = `${PAGE}?catalog=c.json&debug${VIEW}`
  expect(tab(plain)).toMatchObject({ asked: plain, shown: plain, kept: new Map() })
  const href = `${PAGE}?catalog=c.json?token=abc`
  const forbid = () => {
    throw new Error('forbidden')
  }
  const replaced: unknown[] = []
  const history = { state: null, replaceState: (...given: readonly unknown[]) => void replaced.push(given) }
  expect(askedAddress({ location: { href }, history, storage: forbid })).toBe(href)
  expect(replaced).toEqual([])
})
