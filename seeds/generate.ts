import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { geodataFiles } from './geodataFiles'

const target = join(import.meta.dirname, '..', 'geodata')

let bytes = 0
for (const [path, text] of geodataFiles()) {
  const file = join(target, path)
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, text)
  bytes += Buffer.byteLength(text)
}
console.log(`geodata: ${(bytes / 1e6).toFixed(1)} MB`)
