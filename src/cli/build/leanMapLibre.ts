import { access, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { type Plugin, transformWithOxc } from 'vite'

const WHOLE = 'maplibre-gl'
const WHOLE_WORKER = 'maplibre-gl/dist/maplibre-gl-worker.mjs'

/**
 * MapLibre's own modules, by path below its `src/`, that a map of GeoJSON in Mercator never reaches: another tile
 * format, the globe, terrain, and pictures and tiles as sources. A style that asks for one all the same is told so by an error.
 */
export const LEFT_OUT = [
  'data/dem_data.ts',
  'geo/projection/globe_camera_helper.ts',
  'geo/projection/globe_projection.ts',
  'geo/projection/globe_transform.ts',
  'geo/projection/vertical_perspective_camera_helper.ts',
  'geo/projection/vertical_perspective_projection.ts',
  'geo/projection/vertical_perspective_transform.ts',
  'render/terrain.ts',
  'source/canvas_source.ts',
  'source/image_source.ts',
  'source/raster_dem_tile_source.ts',
  'source/raster_dem_tile_worker_source.ts',
  'source/raster_tile_source.ts',
  'source/vector_tile_mlt.ts',
  'source/vector_tile_source.ts',
  'source/video_source.ts',
  'ui/control/attribution_control.ts',
  'ui/control/logo_control.ts',
  'ui/hash.ts',
  'webgl/draw/draw_color_relief.ts',
  'webgl/draw/draw_debug.ts',
  'webgl/draw/draw_hillshade.ts',
  'webgl/draw/draw_raster.ts',
  'webgl/render_to_texture.ts',
] as const

/** Shaders of what is left out, by name in `shaders/glsl/`. A program that asked for one would not compile. */
export const SHADERS_LEFT_OUT = [
  '_projection_globe.fragment',
  '_projection_globe.vertex',
  'atmosphere.fragment',
  'atmosphere.vertex',
  'color_relief.fragment',
  'color_relief.vertex',
  'debug.fragment',
  'debug.vertex',
  'hillshade.fragment',
  'hillshade.vertex',
  'hillshade_prepare.fragment',
  'hillshade_prepare.vertex',
  'raster.fragment',
  'raster.vertex',
  'terrain.fragment',
  'terrain.vertex',
  'terrain_depth.fragment',
  'terrain_depth.vertex',
  'terrain_height.fragment',
  'terrain_height.vertex',
] as const

/** MapLibre's classes declare fields that their parent's constructor has filled: a declaration alone sets nothing. */
const FIELDS = {
  typescript: { removeClassFieldsWithoutInitializer: true },
  assumptions: { setPublicClassFields: true },
}

const packageFile = createRequire(import.meta.url).resolve('maplibre-gl/package.json')
const sources = join(dirname(packageFile), 'src')
const leftOut = new Set<string>(LEFT_OUT)
const shaderModules = SHADERS_LEFT_OUT.map((name) => `shaders/glsl/${name}.glsl.g.ts`)
const shaders = new Set<string>(shaderModules)

/** A module of MapLibre, by its path below `src/`, as this build takes it: JavaScript, or a stand-in. */
export async function leanModule(module: string): Promise<string> {
  if (shaders.has(module)) return "export default ''"
  const path = join(sources, module)
  const source = await readFile(path, 'utf8')
  return leftOut.has(module) ? standIn(module, source) : (await transformWithOxc(source, path, FIELDS)).code
}

/**
 * Builds MapLibre and its worker from the sources that come with the package, without what this page cannot ask for:
 * the published bundle is one module, of which nothing can be shaken off. Only the build does so; development and tests
 * use the bundle as it is published.
 */
export function leanMapLibre(): Plugin {
  return {
    name: 'lean-maplibre',
    apply: 'build',
    enforce: 'pre',
    resolveId(id) {
      const [path, query] = id.split('?')
      const module = path === WHOLE ? 'index.ts' : path === WHOLE_WORKER ? 'source/worker.ts' : null
      if (module === null) return null
      return join(sources, module) + (query === undefined ? '' : `?${query}`)
    },
    async load(id) {
      // Of the whole manifest MapLibre reads the version.
      if (id === packageFile) return `{"version": ${JSON.stringify(versionIn(await readFile(id, 'utf8')))}}`
      return id.startsWith(sources) && id.endsWith('.ts') ? leanModule(relative(sources, id)) : null
    },
    async buildStart() {
      // A newer MapLibre may have moved a module: then the list would save nothing and nobody would know.
      for (const module of [...LEFT_OUT, ...shaderModules]) {
        await access(join(sources, module)).catch(() => this.error(`MapLibre has no ${module} any more: see LEFT_OUT`))
      }
    },
  }
}

function versionIn(manifest: string): string {
  const { version } = JSON.parse(manifest) as { readonly version: string }
  return version
}

/** A module that exports the same names: each fails when it is called or made, and a constant is undefined. */
function standIn(module: string, source: string): string {
  const names = [...source.matchAll(/^export (?:class|function) (\w+)/gm)].map(([, name]) => name)
  const why = JSON.stringify(`${module} is not part of this build of MapLibre (src/cli/build/leanMapLibre.ts)`)
  const values = [...source.matchAll(/^export const (\w+)/gm)].map(([, name]) => `export const ${name} = undefined`)
  return [...names.map((name) => `export function ${name}() { throw new Error(${why}) }`), ...values].join('\n')
}
