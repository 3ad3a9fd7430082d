import type { Link, Module } from './readTree'
import { DOORS, HOST, isOfTests, ROOMS, roomOf } from './rooms'

/**
 * What is wrong with the imports of a tree, a sentence each: through a wall, in a ring, or of nobody.
 * @param entries modules that something outside the tree starts.
 */
export function findFaults(modules: readonly Module[], entries: readonly string[]): readonly string[] {
  const product = modules.filter(({ path }) => !isOfTests(path))
  return [
    ...product.flatMap(({ path, links }) =>
      links.flatMap((link) => [...throughWall(path, link), ...otherForm(path, link)]),
    ),
    ...product.flatMap(({ path, makesWorker }) =>
      makesWorker && roomOf(path) !== HOST ? [`${path} makes a Worker: only ${HOST} does`] : [],
    ),
    ...ringsOf(modules).map((ring) => `in a ring: ${ring.join(' → ')}`),
    ...orphansOf(product, entries).map((path) => `${path} is reached from nothing that is started`),
  ]
}

function throughWall(from: string, { to, kind, package: isPackage }: Link): readonly string[] {
  const name = roomOf(from)
  const room = name === undefined ? undefined : ROOMS[name]
  if (!room) return isOfTests(to) ? [`${from} → ${to}: what is of tests is for tests`] : []
  if (isPackage) {
    return kind === 'type' || room.packages?.includes(to) ? [] : [`${from} → ${to}: ${name} does not use this package`]
  }
  if (isOfTests(to)) return [`${from} → ${to}: what is of tests is for tests`]
  if (DOORS.some((door) => door.from === from && door.to === to && door.kind === kind)) return []
  const other = roomOf(to)
  if (other === name || (other !== undefined && room.may.includes(other))) return []
  if (other !== undefined && room.types?.includes(other)) {
    return kind === 'type' ? [] : [`${from} → ${to}: ${name} may know types of ${other} alone`]
  }
  return [`${from} → ${to}: ${name} may not import ${other ?? 'what is in no room'}`]
}

/** Imports have one form: `./…` under one name of the manifest, `#name/…` between them. */
function otherForm(from: string, { to, package: isPackage, byName }: Link): readonly string[] {
  if (isPackage || roomOf(from) === undefined || roomOf(to) === undefined) return []
  const near = nameOf(from) === nameOf(to)
  if (near !== byName) return []
  return [`${from} → ${to}: ${near ? 'near by, so by ./' : 'of another room, so by #'}`]
}

/** `src/core/…` is `#core`, `seeds/…` is `#seeds`. */
const nameOf = (path: string): string | undefined => path.replace(/^src\//, '').split('/')[0]

/** Modules that import each other in a ring, types included: each ring is a shortest one, and begins with its first by name. */
function ringsOf(modules: readonly Module[]): readonly (readonly string[])[] {
  const next = new Map(modules.map(({ path, links }) => [path, links.flatMap((link) => (link.package ? [] : link.to))]))
  const said = new Set<string>()
  return [...next.keys()].flatMap((path) => {
    const ring = said.has(path) ? null : wayBack(path, next)
    for (const each of ring ?? []) said.add(each)
    return ring ? [[...ring, path]] : []
  })
}

/** The shortest way from a module over others back to it, without its end; null when there is none. */
function wayBack(start: string, next: ReadonlyMap<string, readonly string[]>): readonly string[] | null {
  const cameFrom = new Map<string, string>()
  const open = [start]
  for (const path of open) {
    for (const to of next.get(path) ?? []) {
      if (to === start) {
        const way = [path]
        while (way[0] !== undefined && way[0] !== start) way.unshift(cameFrom.get(way[0]) ?? start)
        return way
      }
      if (cameFrom.has(to)) continue
      cameFrom.set(to, path)
      open.push(to)
    }
  }
  return null
}

/** Modules that nothing which is started comes to. */
function orphansOf(modules: readonly Module[], entries: readonly string[]): readonly string[] {
  const links = new Map(modules.map((module) => [module.path, module.links]))
  const reached = new Set(entries)
  for (const path of reached) for (const { to } of links.get(path) ?? []) reached.add(to)
  return [...links.keys()].filter((path) => !reached.has(path))
}
