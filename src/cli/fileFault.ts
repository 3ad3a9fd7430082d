import { dirname } from 'node:path'
import type { Reason } from '#core/model/feedReport.ts'
import { ReadStopped } from '#feeds/queries/boundedRead.ts'
import { FeedFault } from '#feeds/queries/FeedFault.ts'
import type { Language } from './indicators/parseArguments'

type Said = Pick<Reason, 'zh' | 'en'>

/** A file or folder that could not be written: for which option, where and why. */
export class NotWritten extends Error {
  readonly reason: Reason

  constructor(option: string, path: string, error: unknown) {
    const { zh, en } = whyNotWritten(path, error)
    super(`${option}: cannot write ${path}: ${en}`, { cause: error })
    this.name = 'NotWritten'
    this.reason = { code: 'not-written', zh: `${option}: 写不了 ${path}: ${zh}`, en: this.message }
  }
}

/** Any error in the user's language, as far as it has words of its own. */
export function wordsOf(error: unknown, language: Language): string {
  if (error instanceof FeedFault || error instanceof ReadStopped || error instanceof NotWritten) {
    return error.reason[language]
  }
  return textOf(error)
}

/** Why the system does not give a file, as a fault with words. */
export function notRead(asked: string, error: unknown): ReadStopped {
  // Of a folder, one of its files.
  const path = error instanceof Error && 'path' in error && typeof error.path === 'string' ? error.path : asked
  const { zh, en } = whyNotRead(path, error)
  return new ReadStopped({ code: 'unreachable', zh, en })
}

const textOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined)

function whyNotRead(path: string, error: unknown): Said {
  switch (codeOf(error)) {
    case 'ENOENT':
      return { zh: `没有 ${path} 这个文件或文件夹`, en: `there is no file or folder ${path}` }
    case 'EACCES':
    case 'EPERM':
      return { zh: `没有权限读取 ${path}`, en: `reading ${path} is not permitted` }
    default:
      return whyNeither(path, error) ?? { zh: `${path}: ${textOf(error)}`, en: `${path}: ${textOf(error)}` }
  }
}

function whyNotWritten(path: string, error: unknown): Said {
  const folder = dirname(path)
  switch (codeOf(error)) {
    case 'ENOENT':
      return { zh: `没有 ${folder} 这个文件夹`, en: `there is no folder ${folder}` }
    case 'EACCES':
    case 'EPERM':
      return { zh: `没有权限写入文件夹 ${folder}`, en: `writing to the folder ${folder} is not permitted` }
    case 'EROFS':
      return { zh: `文件夹 ${folder} 所在的磁盘只读`, en: `the disk of the folder ${folder} is read-only` }
    case 'ENOSPC':
    case 'EDQUOT':
      return { zh: `文件夹 ${folder} 所在的磁盘没有空间`, en: `the disk of the folder ${folder} has no space left` }
    case 'EEXIST':
      return { zh: '同名的文件已在那里', en: 'a file of that name is there' }
    default:
      return whyNeither(path, error) ?? { zh: textOf(error), en: textOf(error) }
  }
}

/** What reading and writing have in common. */
function whyNeither(path: string, error: unknown): Said | null {
  switch (codeOf(error)) {
    case 'ENOTDIR':
      return { zh: `${path} 的上级不是文件夹`, en: `what ${path} lies in is no folder` }
    case 'EISDIR':
    case 'ENOTEMPTY':
      return { zh: `${path} 是文件夹`, en: `${path} is a folder` }
    case 'ENAMETOOLONG':
      return { zh: `${path} 的名称太长`, en: `the name of ${path} is too long` }
    case 'ELOOP':
      return { zh: `${path} 的链接互相指向`, en: `the links of ${path} lead in a circle` }
    default:
      return null
  }
}
