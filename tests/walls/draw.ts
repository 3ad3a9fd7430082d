import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { drawingOf, withDrawing } from './drawing'
import { readTree } from './readTree'

const root = join(import.meta.dirname, '../..')
const page = join(root, 'docs/architecture.md')
writeFileSync(page, withDrawing(readFileSync(page, 'utf8'), drawingOf(readTree(root))))
