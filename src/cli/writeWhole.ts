import { rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

interface Wanted {
  readonly path: string
  readonly text: string
}

/**
 * Writes files whole or not at all. Each is written under another name beside its own; when all are there they are
 * renamed, in the order given, the one that lists the others last. An error or Ctrl-C before that leaves every earlier
 * file as it was, and nothing beside it.
 */
export async function writeWhole(files: readonly Wanted[]): Promise<void> {
  const pending = files.map(({ path, text }) => ({
    path,
    text,
    under: join(dirname(path), `.${basename(path)}.${process.pid}.part`),
  }))
  const discard = () => Promise.all(pending.map(({ under }) => rm(under, { force: true })))
  const interrupted = (signal: NodeJS.Signals): void => {
    void discard().finally(() => {
      process.exit(signal === 'SIGINT' ? 130 : 143)
    })
  }
  process.once('SIGINT', interrupted).once('SIGTERM', interrupted)
  try {
    for (const { under, text } of pending) await writeFile(under, text)
    for (const { under, path } of pending) await rename(under, path)
  } finally {
    process.off('SIGINT', interrupted).off('SIGTERM', interrupted)
    await discard()
  }
}
