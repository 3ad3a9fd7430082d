import { expect, it } from 'vitest'
import { weighWorkers } from './weighWorkers'

const script = (name: string, size: number, source = '') => ({ name, size, source })

it('weighs the scripts of a line with what they bring at once, each once, and names what nothing accounts for', () => {
  const scripts = [
    script('engine-1.js', 100, `import{a}from"./shared-2.js";import"./deep-3.js";const b=()=>import("./later-4.js")`),
    script('shared-2.js', 10, `import{c}from './deep-3.js'`),
    script('deep-3.js', 5),
    script('later-4.js', 7, 'import{a}from"./shared-2.js";import{d}from"./engine-1.js";import{e}from"./own-5.js"'),
    script('own-5.js', 3),
    script('stray-6.js', 1),
  ]
  const { weights, unnamed } = weighWorkers(scripts, ['engine-', 'later-', 'none-'])
  expect([...weights]).toEqual([
    ['engine-', 115],
    ['later-', 10],
    ['none-', 0],
  ])
  expect(unnamed).toEqual(['stray-6.js'])
})
