import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { writeWhole } from './writeWhole'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'whole-'))
  await writeFile(join(folder, 'a.json'), 'earlier a')
  await writeFile(join(folder, 'b.json'), 'earlier b')
})
afterEach(() => rm(folder, { recursive: true }))

const at = (name: string): string => join(folder, name)
const state = async () =>
  Object.fromEntries(
    await Promise.all(
      (await readdir(folder)).map(
        async (name) => [name, await readFile(at(name), 'utf8').catch(() => 'a folder')] as const,
      ),
    ),
  )

it('replaces all files, and leaves nothing beside them', async () => {
  await writeWhole([
    { path: at('a.json'), text: 'new a' },
    { path: at('b.json'), text: 'new b' },
  ])
  expect(await state()).toEqual({ 'a.json': 'new a', 'b.json': 'new b' })
})

it('leaves every earlier file as it was when one cannot be written', async () => {
  const wanted = [
    { path: at('a.json'), text: 'new a' },
    { path: at('no/such/folder/b.json'), text: 'new b' },
  ]
  await expect(writeWhole(wanted)).rejects.toThrow('ENOENT')
  expect(await state()).toEqual({ 'a.json': 'earlier a', 'b.json': 'earlier b' })
})

it('leaves every earlier file as it was when it is interrupted', async () => {
  const exit = vi.spyOn(process, 'exit').mockImplementation((() => {}) as () => never)
  await mkdir(at('c.json'))
  // The signal comes when the first file is written; the folder in the way keeps the last rename from happening here.
  const writing = writeWhole([
    { path: at('c.json'), text: 'never' },
    { path: at('a.json'), text: 'new a' },
  ])
  process.emit('SIGINT', 'SIGINT')
  await writing.catch(() => {})
  await vi.waitFor(() => expect(exit).toHaveBeenCalledWith(130))
  exit.mockRestore()
  expect(await state()).toEqual({ 'a.json': 'earlier a', 'b.json': 'earlier b', 'c.json': 'a folder' })
})
