import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What tests read; the packages are shared. */
const COPIED = [
  'src',
  'seeds',
  'tests',
  'geodata',
  'public',
  'docs',
  '.github',
  'README.md',
  'package.json',
  'tsconfig.json',
  'vite.config.ts',
  'index.html',
]

/** A copy of the project to plant faults in: however a run ends, the files of its user stay as they are. */
export interface WorkingCopy {
  readonly root: string
  /** Runs with a file as given, and puts it back. */
  with<T>(file: string, source: string, run: () => Promise<T>): Promise<T>
  remove(): void
}

export function copyProject(from: string): WorkingCopy {
  const root = mkdtempSync(join(tmpdir(), 'one-map-mutate-'))
  for (const name of COPIED) cpSync(join(from, name), join(root, name), { recursive: true })
  symlinkSync(join(from, 'node_modules'), join(root, 'node_modules'))
  return {
    root,
    async with(file, source, run) {
      const path = join(root, file)
      const original = readFileSync(path)
      writeFileSync(path, source)
      try {
        return await run()
      } finally {
        writeFileSync(path, original)
      }
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  }
}
