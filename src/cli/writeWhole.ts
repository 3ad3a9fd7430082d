import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { NotWritten } from './fileFault'

export interface Wanted {
  /** Of the command line, which asked for the file. */
  readonly option: string
  readonly path: string
  readonly text: string
}

/**
 * Writes files whole or not at all. Each is written under another name beside its own; when all are there they are
 * renamed, in the order given, the one that lists the others last. An error or Ctrl-C before that leaves every earlier
 * file as it was, and nothing beside it.
 * @throws NotWritten that names the file and says why.
 */
export async function writeWhole(files: readonly Wanted[]): Promise<void> {
  const pending = files.map(({ option, path, text }) => ({
    option,
    path,
    text,
    under: join(dirname(path), `.${basename(path)}.${process.pid}.part`),
  }))
  // Where nothing can be written there is nothing to take away either: what is said is why it could not be written.
  const discard = () => Promise.allSettled(pending.map(({ under }) => rm(under, { force: true })))
  const interrupted = (signal: NodeJS.Signals): void => {
    void discard().finally(() => {
      process.exit(signal === 'SIGINT' ? 130 : 143)
    })
  }
  process.once('SIGINT', interrupted).once('SIGTERM', interrupted)
  try {
    for (const { under, text, option, path } of pending) await orSay(option, path, writeFile(under, text))
    for (const { under, path, option } of pending) await orSay(option, path, rename(under, path))
  } finally {
    process.off('SIGINT', interrupted).off('SIGTERM', interrupted)
    await discard()
  }
}

/**
 * Makes the folder that an option names, and those it lies in.
 * @throws NotWritten that says why it cannot.
 */
export async function makeFolder(option: string, path: string): Promise<void> {
  await orSay(option, path, mkdir(path, { recursive: true }))
}

const orSay = (option: string, path: string, done: Promise<unknown>): Promise<unknown> =>
  done.catch((error: unknown) => {
    throw new NotWritten(option, path, error)
  })
