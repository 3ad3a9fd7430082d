import { expect, test } from 'vitest'
import { type Chunk, weighBundle } from './weighBundle'

const chunk = (file: string, size: number, more: Partial<Chunk> = {}): Chunk => ({
  file,
  size,
  isEntry: false,
  modules: [`/city/src/${file}.ts`],
  imports: [],
  dynamicImports: [],
  ...more,
})

const CHUNKS = [
  chunk('main', 100, { isEntry: true, imports: ['react'], dynamicImports: ['desk', 'charts'] }),
  chunk('react', 60),
  chunk('desk', 30, { imports: ['table', 'react'], dynamicImports: ['charts', 'reading'] }),
  chunk('table', 20),
  chunk('charts', 7, { imports: ['table', 'canvas'], dynamicImports: ['legend'] }),
  chunk('canvas', 5),
  chunk('legend', 1),
  chunk('reading', 3, { imports: ['canvas'] }),
]
const TOOLS = [
  { name: 'charts', begins: 'src/charts.ts' },
  { name: 'reading', begins: 'src/reading.ts' },
  { name: 'gone', begins: 'src/gone.ts' },
]

test('what loads before the first map frame is the entry and all it needs at once', () => {
  expect(weighBundle(CHUNKS, TOOLS).first).toBe(160)
})

test('the page is everything but what only tools reach', () => {
  expect(weighBundle(CHUNKS, TOOLS).page).toBe(100 + 60 + 30 + 20)
  expect(weighBundle(CHUNKS, []).page).toBe(100 + 60 + 30 + 20 + 7 + 5 + 1 + 3)
})

test('a tool weighs what it adds to the page, with what it loads later and what it shares with other tools', () => {
  expect([...weighBundle(CHUNKS, TOOLS).tools]).toEqual([
    ['charts', 7 + 5 + 1],
    ['reading', 3 + 5],
    ['gone', 0],
  ])
})

test('a tool that comes after another weighs what it adds to that', () => {
  const after = TOOLS.map((tool) => (tool.name === 'reading' ? { ...tool, after: 'charts' } : tool))
  expect(weighBundle(CHUNKS, after).tools.get('reading')).toBe(3)
})

test('a tool that something of the page needs at once is part of the page', () => {
  const needed = CHUNKS.map((one) => (one.file === 'desk' ? { ...one, imports: ['table', 'charts'] } : one))
  const { page, tools } = weighBundle(needed, TOOLS)
  expect(page).toBe(210 + 7 + 5 + 1)
  expect(tools.get('charts')).toBe(0)
})
