import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'
import { bundledStandard } from '#catalog/bundledStandard.ts'
import { parseCatalog } from '#catalog/parseCatalog.ts'
import { contentSecurityPolicy } from '#cli/contentSecurityPolicy.ts'

const PAGES = [
  'README.md',
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => join('docs', name)),
]
const text = (path: string): string => readFileSync(path, 'utf8')

/** What a page says in prose: links and paths in blocks of code are examples. */
const prose = (page: string): string => text(page).replaceAll(/^ *```[\s\S]*?^ *```/gm, '')

/** Titles of a page as GitHub makes addresses of them. */
const anchorsOf = (page: string): string[] =>
  [...prose(page).matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  )

/** Links of a page that lead nowhere. */
function deadLinks(page: string): string[] {
  const links = [...prose(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link)
  return links.filter((link) => {
    if (/^[a-z]+:/.test(link)) return false
    const [path = '', anchor] = link.split('#')
    const file = path === '' ? page : normalize(join(dirname(page), path))
    return !existsSync(file) || (anchor !== undefined && !anchorsOf(file).includes(anchor))
  })
}

const PLACES = /`((?:src|tests|seeds|geodata|docs|\.github)\/[^`\s]*)`/g

/** Paths that a page names and that are not there. */
const missingPaths = (page: string): string[] =>
  [...prose(page).matchAll(PLACES)].map(([, path = '']) => path).filter((path) => !existsSync(path))

/** `npm run X` and `npm start` that are no scripts. */
function unknownScripts(page: string): string[] {
  const { scripts }: { readonly scripts: Readonly<Record<string, string>> } = JSON.parse(text('package.json'))
  const named = [...text(page).matchAll(/npm run (?:--silent )?([\w:-]+)/g)].map(([, script = '']) => script)
  return named.filter((script) => !Object.hasOwn(scripts, script))
}

describe.each(PAGES)('%s', (page) => {
  it('links to what is there', () => expect(deadLinks(page)).toEqual([]))
  it('names files that are there', () => expect(missingPaths(page)).toEqual([]))
  it('names scripts that are there', () => expect(unknownScripts(page)).toEqual([]))
})

it('every page of docs is linked from another', () => {
  const linked = new Set(
    PAGES.flatMap((page) =>
      [...prose(page).matchAll(/\]\(([^)\s#]+)/g)].map(([, link = '']) => normalize(join(dirname(page), link))),
    ),
  )
  expect(PAGES.filter((page) => page !== 'README.md' && !linked.has(page))).toEqual([])
})

it('the nginx sample has the policy that the app is served under', () => {
  expect(/set \$policy "([^"]*)";/.exec(text('docs/deploy/README.md'))?.[1]).toBe(contentSecurityPolicy())
})

it('the changelog begins with the version of the program', () => {
  expect(/^## (\S+),/m.exec(text('docs/changelog.md'))?.[1]).toBe(JSON.parse(text('package.json')).version)
})

describe('the guide to the catalog', () => {
  type Entries = Readonly<Record<string, unknown>>
  const examples = [...text('docs/catalog.md').matchAll(/```json\n([\s\S]*?)```/g)].map(
    ([, example = '']): Entries => JSON.parse(example),
  )
  const sample: Entries = JSON.parse(text('geodata/sample-county/catalog.json'))

  /** The sample county with all examples: lists grow, what else an example says replaces what was there. */
  const together: Record<string, unknown> = { ...sample }
  for (const [key, value] of examples.flatMap((example) => Object.entries(example))) {
    const known = together[key]
    together[key] = Array.isArray(known) && Array.isArray(value) ? [...known, ...value] : value
  }
  const faultsOf = (catalog: Entries): string[] => {
    const parsed = parseCatalog(JSON.stringify(catalog), bundledStandard())
    return parsed.ok ? [] : parsed.faults.map(({ en }) => en)
  }

  it('has examples that are one valid catalog with the sample county', () => {
    expect(examples.length).toBeGreaterThan(10)
    expect(faultsOf(together)).toEqual([])
  })

  it('has an example of every entry', () => {
    const { properties }: { readonly properties: object } = JSON.parse(text('geodata/catalog.schema.json'))
    const shown = new Set(examples.flatMap((example) => Object.keys(example)))
    // The schema's own address and another standard stand in the text alone.
    expect(Object.keys(properties).filter((key) => !shown.has(key))).toEqual(['$schema', 'standard'])
  })
})
