import { gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'
import { type Tool, weighBundle } from './weighBundle.ts'
import { weighWorkers } from './weighWorkers.ts'

const KB = 1024

/** Most JavaScript of the page's own thread, gzipped KB. */
const PAGE = {
  /** Up to the first map frame: the entry, what it needs at once, and the map. */
  first: 400,
  /** Maps, board and desks: everything that is not one of the tools. */
  page: 1000,
}

/** Parts that load when they are first used, and the most each may add to the page, gzipped KB. */
const TOOLS: readonly (Tool & { readonly most: number })[] = [
  { name: 'data health', begins: 'src/views/health/HealthPanel.tsx', most: 10 },
  { name: 'playback', begins: 'src/playback/Playback.tsx', most: 10 },
  { name: 'debug panel', begins: 'src/app/debug/DebugPanel.tsx', most: 5 },
  { name: 'English', begins: 'src/i18n/en/index.ts', most: 25 },
  { name: 'charts', begins: 'src/maps/sensing/chartsOfDevice.ts', most: 30 },
  { name: 'gaps of a row, with their chart', begins: 'src/board/gaps/Gaps.tsx', most: 45 },
  { name: 'deck.gl', begins: 'src/map/deck/deckOverlay.ts', most: 150 },
  { name: 'deck.gl: hexagons', begins: 'src/map/deck/hexagon.ts', after: 'deck.gl', most: 95 },
]

/** Scripts of the workers by the beginning of their file names, gzipped KB. `first`: loaded before the first map frame. */
const WORKERS: readonly { readonly name: string; readonly file: string; readonly most: number; first?: true }[] = [
  { name: "the map's worker", file: 'worker-', most: 135, first: true },
  { name: "the engine's worker", file: 'cityEngine.worker-', most: 275, first: true },
  { name: "the engine's CAP", file: 'cap-', most: 40 },
  { name: "the engine's CSV", file: 'csv-', most: 15 },
  { name: "the engine's GeoJSON sequences", file: 'geojsonseq-', most: 5 },
  { name: "the engine's TopoJSON", file: 'topojson-', most: 5 },
  { name: "the engine's shapefiles", file: 'shapefile-', most: 15 },
  { name: "the engine's MQTT", file: 'mqttTransport-', most: 110 },
  { name: "the engine's siting", file: 'answerSiting-', most: 10 },
  { name: "the engine's sight", file: 'answerSight-', most: 10 },
  { name: "the engine's drawing", file: 'answerDrawing-', most: 10 },
  { name: "the engine's check of systems", file: 'checkSystems-', most: 5 },
  { name: "the engine's measures", file: 'answerCheapest-', most: 10 },
  { name: 'the worker of measures', file: 'cheapest.worker-', most: 150 },
  { name: "the siting's worker", file: 'siting.worker-', most: 75 },
  { name: "the engine's search", file: 'searchCity-', most: 10 },
  { name: "the engine's pinyin", file: 'pinyin-', most: 90 },
  { name: "the engine's simulator", file: 'openDemo-', most: 20 },
]

/** Prints what the built page's JavaScript weighs when, and fails the build with the lines that are over. */
export function bundleBudget(): Plugin {
  return {
    name: 'bundle-budget',
    apply: 'build',
    writeBundle(_, bundle) {
      const output = Object.values(bundle)
      const chunks = output
        .filter((item) => item.type === 'chunk')
        .map(({ fileName, code, isEntry, moduleIds, imports, dynamicImports }) => ({
          file: fileName,
          size: gzipSync(code).length,
          isEntry,
          modules: moduleIds,
          imports,
          dynamicImports,
        }))
      const scripts = output.flatMap((item) =>
        item.type === 'asset' && /\.m?js$/.test(item.fileName)
          ? [
              {
                name: item.fileName.replace(/^.*\//, ''),
                source: String(item.source),
                size: gzipSync(item.source).length,
              },
            ]
          : [],
      )
      const { weights, unnamed } = weighWorkers(
        scripts,
        WORKERS.map(({ file }) => file),
      )
      const ofWorker = (file: string): number => weights.get(file) ?? 0
      const { first, page, tools } = weighBundle(chunks, TOOLS)
      const lines = [
        { name: 'the page before the first map frame', size: first, most: PAGE.first },
        { name: 'maps, board and desks', size: page, most: PAGE.page },
        ...TOOLS.map(({ name, most }) => ({ name, size: tools.get(name) ?? 0, most })),
        ...WORKERS.map(({ name, file, most }) => ({ name, size: ofWorker(file), most })),
      ]
      for (const line of lines) this.info(say(line))
      const before = WORKERS.filter((worker) => worker.first).reduce((sum, { file }) => sum + ofWorker(file), first)
      this.info(`before the first map frame with both workers: ${inKb(before)} KB gzip`)

      const over = lines.filter(({ size, most }) => size > most * KB).map(say)
      const faults = [
        ...over,
        ...lines
          .filter(({ size }) => size === 0)
          .map(({ name }) => `${name}: a line in the budget of what is not there`),
        ...unnamed.map((name) => `${name}: a worker's script without a line in the budget`),
      ]
      if (faults.length > 0) this.error(`over budget:\n${faults.map((fault) => `  ${fault}`).join('\n')}`)
    },
  }
}

const inKb = (size: number): string => (size / KB).toFixed(0)
const say = ({ name, size, most }: { readonly name: string; readonly size: number; readonly most: number }): string =>
  `${name}: ${inKb(size)} KB gzip of ${most} KB`
