import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { LEFT_OUT, leanModule, SHADERS_LEFT_OUT } from './leanMapLibre'

describe('a MapLibre without what the page cannot ask for', () => {
  it.each(LEFT_OUT)(
    '%s is in the installed MapLibre, and stands in with functions that say why they fail',
    async (module) => {
      const code = await leanModule(module)
      const [first] = code.split('\n')
      expect(first).toMatch(/^export function \w+\(\) \{ throw new Error\(/)
      expect(first).toContain(module)
    },
  )

  it.each(SHADERS_LEFT_OUT)('the shader %s is in the installed MapLibre, and stands in empty', async (name) => {
    const folder = join(createRequire(import.meta.url).resolve('maplibre-gl/package.json'), '../src')
    expect(existsSync(join(folder, `shaders/glsl/${name}.glsl.g.ts`))).toBe(true)
    expect(await leanModule(`shaders/glsl/${name}.glsl.g.ts`)).toBe("export default ''")
    // One that a layer of this page needs is taken as it is.
    expect(await leanModule('shaders/glsl/circle.fragment.glsl.g.ts')).toContain('fragColor')
  })

  it.each(['sky.fragment', 'sky.vertex'])(
    'keeps the shader %s: a map draws a sky whether its style names one or not',
    async (name) => {
      expect(await leanModule(`shaders/glsl/${name}.glsl.g.ts`)).toMatch(/void main/)
    },
  )

  it('keeps the names that other modules import', async () => {
    const names = [...(await leanModule('geo/projection/globe_transform.ts')).matchAll(/export function (\w+)/g)]
    expect(names.map(([, name]) => name)).toEqual(['GlobeTransform', 'createGlobeTransform'])
  })

  it('does not let the declaration of a field undo what the parent has set', async () => {
    const code = await leanModule('style/style_layer/circle_style_layer.ts')
    expect(code).toContain('class CircleStyleLayer extends StyleLayer')
    expect(code).not.toMatch(/^\s*(layout|paint|_unevaluatedLayout);$/m)
  })
})
