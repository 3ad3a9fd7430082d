import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { type ImportKind, readImports } from './readImports'

/** One import: of a file of the tree, by its path from the root, or of a package, by the package's name. */
export interface Link {
  readonly kind: ImportKind
  readonly to: string
  readonly package: boolean
  /** Written as `#room/…`. */
  readonly byName: boolean
}

export interface Module {
  /** From the root, with slashes. */
  readonly path: string
  readonly links: readonly Link[]
  readonly makesWorker: boolean
}

const FOLDERS = ['src', 'seeds', 'tests']
const CODE = /\.tsx?$/

/** Every module of the tree with what it imports; styles and data are modules that import nothing. */
export function readTree(root: string): readonly Module[] {
  const manifest: { imports: Record<string, string> } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const isFile = (path: string): boolean => existsSync(join(root, path))
  const files = FOLDERS.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => posix.join(parentPath.slice(root.length + 1), name)),
  )
  const outside = readdirSync(root).filter((name) => CODE.test(name))
  return [...files, ...outside].sort().map((path): Module => {
    if (!CODE.test(path)) return { path, links: [], makesWorker: false }
    const { imports, makesWorker } = readImports(path, readFileSync(join(root, path), 'utf8'))
    const links = imports.map(({ name, kind }) => ({ kind, ...follow(path, name, manifest.imports, isFile) }))
    return { path, links, makesWorker }
  })
}

/**
 * Where an import leads: `#room/…` by the manifest, `./…` from where it stands, with its extension or without; all else
 * is a package or a part of Node.
 * @throws Error when no such file is there.
 */
export function follow(
  from: string,
  name: string,
  rooms: Readonly<Record<string, string>>,
  isFile: (path: string) => boolean,
): Omit<Link, 'kind'> {
  const [bare = ''] = name.split('?')
  if (!/^[.#]/.test(bare)) return { to: packageOf(bare), package: true, byName: false }
  const path = bare.startsWith('#') ? ofRoom(bare, rooms) : posix.join(posix.dirname(from), bare)
  const found = [path, `${path}.ts`, `${path}.tsx`, `${path}/index.ts`].find(
    (each) => /\.\w+$/.test(each) && isFile(each),
  )
  if (found === undefined) throw new Error(`${from}: ${name} leads nowhere`)
  return { to: found, package: false, byName: bare.startsWith('#') }
}

function ofRoom(name: string, rooms: Readonly<Record<string, string>>): string {
  const [room = '', ...rest] = name.split('/')
  return posix.join(rooms[`${room}/*`]?.replace('*', rest.join('/')) ?? name)
}

/** `@scope/name` or `name`, whatever part of it is named; parts of Node all as `node`. */
function packageOf(name: string): string {
  if (name.startsWith('node:')) return 'node'
  return name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/')
}

/** Modules that something outside the tree starts: the page, its service worker, settings of tools, and what is run by hand. */
export function entriesOf(root: string): readonly string[] {
  const manifest: { scripts: Record<string, string> } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const page = [...readFileSync(join(root, 'index.html'), 'utf8').matchAll(/src="\/([^"]+)"/g)].map(
    ([, path = '']) => path,
  )
  const byHand = Object.values(manifest.scripts).flatMap((line) => line.match(/[\w./]+\.ts\b/g) ?? [])
  return [...page, 'src/app/serviceWorker.ts', ...readdirSync(root).filter((name) => CODE.test(name)), ...byHand]
}
