import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { NotWritten, wordsOf } from './fileFault'
import { makeFolder, writeWhole } from './writeWhole'

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
    { option: '--out', path: at('a.json'), text: 'new a' },
    { option: '--out', path: at('b.json'), text: 'new b' },
  ])
  expect(await state()).toEqual({ 'a.json': 'new a', 'b.json': 'new b' })
})

it('leaves every earlier file as it was when one cannot be written', async () => {
  const wanted = [
    { option: '--out', path: at('a.json'), text: 'new a' },
    { option: '--out', path: at('no/such/folder/b.json'), text: 'new b' },
  ]
  await expect(writeWhole(wanted)).rejects.toThrow(NotWritten)
  expect(await state()).toEqual({ 'a.json': 'earlier a', 'b.json': 'earlier b' })
})

it('leaves every earlier file as it was when it is interrupted', async () => {
  const exit = vi.spyOn(process, 'exit').mockImplementation((() => {}) as () => never)
  await mkdir(at('c.json'))
  // The signal comes when the first file is written; the folder in the way keeps the last rename from happening here.
  const writing = writeWhole([
    { option: '--out', path: at('c.json'), text: 'never' },
    { option: '--out', path: at('a.json'), text: 'new a' },
  ])
  process.emit('SIGINT', 'SIGINT')
  await writing.catch(() => {})
  await vi.waitFor(() => expect(exit).toHaveBeenCalledWith(130))
  exit.mockRestore()
  expect(await state()).toEqual({ 'a.json': 'earlier a', 'b.json': 'earlier b', 'c.json': 'a folder' })
})

it('says for which option, where and why a file cannot be written, in both languages', async () => {
  const said = async (writing: Promise<unknown>) => {
    const error: unknown = await writing.catch((thrown: unknown) => thrown)
    return [wordsOf(error, 'zh'), wordsOf(error, 'en')]
  }
  const write = (name: string) => said(writeWhole([{ option: '--gaps', path: at(name), text: 'x' }]))
  expect(await write('no/such/c.json')).toEqual([
    `--gaps: 写不了 ${at('no/such/c.json')}: 没有 ${at('no/such')} 这个文件夹`,
    `--gaps: cannot write ${at('no/such/c.json')}: there is no folder ${at('no/such')}`,
  ])
  expect(await write('a.json/c.json')).toEqual([
    `--gaps: 写不了 ${at('a.json/c.json')}: ${at('a.json/c.json')} 的上级不是文件夹`,
    `--gaps: cannot write ${at('a.json/c.json')}: what ${at('a.json/c.json')} lies in is no folder`,
  ])
  await mkdir(at('c.json'))
  expect((await write('c.json'))[1]).toBe(`--gaps: cannot write ${at('c.json')}: ${at('c.json')} is a folder`)
  expect(await said(makeFolder('--evidence', at('a.json')))).toEqual([
    `--evidence: 写不了 ${at('a.json')}: 同名的文件已在那里`,
    `--evidence: cannot write ${at('a.json')}: a file of that name is there`,
  ])
  // Whoever runs the tests may be permitted everything.
  const forbidden = new NotWritten('--out', '/srv/plan.json', Object.assign(new Error('EACCES'), { code: 'EACCES' }))
  expect(await said(Promise.reject(forbidden))).toEqual([
    '--out: 写不了 /srv/plan.json: 没有权限写入文件夹 /srv',
    '--out: cannot write /srv/plan.json: writing to the folder /srv is not permitted',
  ])
})
