import { fileURLToPath } from 'node:url'
import { serveFolder } from '#cli/serveFolder.ts'

/** Serves an already built `dist/` while looking at it: `npx tsx tests/browser/serveDist.ts [PORT]`. */
const { url } = await serveFolder(
  fileURLToPath(new URL('../../dist', import.meta.url)),
  Number(process.argv[2] ?? 4174),
)
process.stdout.write(`${url}\n`)
