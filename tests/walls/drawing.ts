import type { Module } from './readTree'
import { isOfTests, ROOMS, roomOf } from './rooms'

const BEGIN = '<!-- drawing -->'
const END = '<!-- /drawing -->'

/** How often the modules of one room import modules of another. */
interface Way {
  readonly from: string
  readonly to: string
  readonly count: number
  /** It knows its types alone. */
  readonly onlyTypes: boolean
}

/**
 * The house as its imports draw it, in Markdown: a graph of the rooms, without the ways that lead there over another room
 * as well, and a table of all ways with how many imports go each. Tests are left out.
 */
export function drawingOf(modules: readonly Module[]): string {
  const product = modules.filter(({ path }) => !isOfTests(path))
  const ways = waysOf(product)
  const names = Object.keys(ROOMS)
  return [
    '```mermaid',
    'flowchart TD',
    ...names.map((name) => `  ${idOf(name)}["${name}"]`),
    ...ways
      .filter((way) => !leadsOver(way, ways))
      .map(({ from, to, count, onlyTypes }) => `  ${idOf(from)} ${onlyTypes ? '-.->' : '-->'}|${count}| ${idOf(to)}`),
    '```',
    '',
    '| room | files | imports |',
    '| --- | ---: | --- |',
    ...names.map((name) => {
      const files = product.filter(({ path }) => roomOf(path) === name).length
      const said = ways
        .filter(({ from }) => from === name)
        .map(({ to, count, onlyTypes }) => `${onlyTypes ? 'types of ' : ''}${to} ${count}`)
      return `| ${name} | ${files} | ${said.join(', ')} |`
    }),
  ].join('\n')
}

/**
 * A page with the drawing between its two marks.
 * @throws Error when the page has no such place.
 */
export function withDrawing(page: string, drawing: string): string {
  const [begin, end] = [page.indexOf(BEGIN), page.indexOf(END)]
  if (begin < 0 || end < begin) throw new Error(`the page has no ${BEGIN} … ${END}`)
  return `${page.slice(0, begin + BEGIN.length)}\n${drawing}\n${page.slice(end)}`
}

/** In the order of the rooms, both ways. */
function waysOf(product: readonly Module[]): readonly Way[] {
  const links = product.flatMap(({ path, links }) =>
    links.flatMap(({ to, kind, package: isPackage }) =>
      isPackage ? [] : [{ from: roomOf(path), to: roomOf(to), kind }],
    ),
  )
  const names = Object.keys(ROOMS)
  return names.flatMap((from) =>
    names.flatMap((to): Way[] => {
      const here = links.filter((link) => link.from === from && link.to === to)
      if (from === to || here.length === 0) return []
      return [{ from, to, count: here.length, onlyTypes: here.every(({ kind }) => kind === 'type') }]
    }),
  )
}

/** Whether a way's end is reached from its beginning over another room too: for one that runs code, by ways that do. */
function leadsOver({ from, to, onlyTypes }: Way, ways: readonly Way[]): boolean {
  const passable = ways.filter((way) => onlyTypes || !way.onlyTypes)
  const reached = new Set(passable.filter((way) => way.from === from && way.to !== to).map((way) => way.to))
  for (const room of reached) for (const way of passable) if (way.from === room) reached.add(way.to)
  return reached.has(to)
}

const idOf = (name: string): string => name.replaceAll('/', '_')
