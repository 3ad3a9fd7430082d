import { rm } from 'node:fs/promises'
import { loadavg } from 'node:os'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { launchBrowser } from '../../browser/launch'
import { machine } from '../machine'
import { buildForBench } from '../page/buildForBench'
import { readSources } from '../page/readSources'
import { baselineStyle } from './baselineStyle'
import { benchCatalog, MAP } from './benchCatalog'
import { buildBaseline } from './buildBaseline'
import { liveCases, soakCases } from './liveCases'
import { measureSide, type Side, type SideRound, type Stream, VIEWPORT } from './measureSide'
import { printCases, printRound, printSoak } from './printLive'
import { soak } from './soak'
import { startSender } from './startSender'

/**
 * `npm run bench:live -- [--json] [--rounds 5] [--seconds 20] [--devices 20000] [--rate 5000] [--places 0] [--dist FOLDER]`:
 * the built app under a busy living feed beside a bare map whose whole collection is set anew for every batch.
 * `--soak [--minutes 10]`: the app alone, its heaps over time. Fails when a device does not end as it was last sent; never
 * on time. FOLDER is a build made with `vite build --sourcemap hidden`; `--places` prints where the time went.
 */
const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    soak: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '20' },
    minutes: { type: 'string', default: '10' },
    devices: { type: 'string', default: '20000' },
    rate: { type: 'string', default: '5000' },
    places: { type: 'string', default: '0' },
    dist: { type: 'string' },
  },
})
const stream: Stream = {
  devices: Number(values.devices),
  perSecond: Number(values.rate),
  seconds: values.soak ? Number(values.minutes) * 60 : Number(values.seconds),
  seed: 370883,
}

const app = values.dist === undefined ? await buildForBench() : resolve(values.dist)
const baseline = await buildBaseline()
const sender = await startSender({
  app,
  baseline,
  texts: {
    '/geodata/catalog.json': JSON.stringify(benchCatalog),
    '/baseline/style.json': JSON.stringify(baselineStyle(VIEWPORT.width, VIEWPORT.height)),
  },
})
const ours: Side = { name: 'ours', path: `#/screen/${MAP}`, find: readSources(app) }
const setData: Side = { name: 'setData', path: 'baseline/', find: readBaseline() }
const browser = await launchBrowser()
const where = () => ({
  ...machine({ chromium: browser.version() }),
  load: loadavg()[0],
  graphics: 'software WebGL',
  stream,
})
try {
  if (values.soak) {
    const result = await soak(browser, sender, ours, stream)
    console.error(printSoak(result))
    if (values.json) console.log(JSON.stringify({ machine: where(), cases: soakCases(result), soak: result }))
    if (!result.agree) process.exitCode = 1
  } else {
    const rounds: SideRound[] = []
    for (let round = 0; round < Number(values.rounds); round++) {
      for (const side of [ours, setData]) {
        const done = await measureSide(browser, sender, side, { ...stream, seed: stream.seed + round })
        rounds.push(done)
        console.error(printRound(done, Number(values.places)))
      }
      const load = loadavg().map((value) => value.toFixed(1))
      console.error(`round ${round + 1} of ${values.rounds}, load ${load.join(' ')}`)
    }
    const cases = liveCases(rounds)
    console.error(printCases(cases))
    if (values.json) console.log(JSON.stringify({ machine: where(), cases }))
    if (!cases.every(({ agree }) => agree)) process.exitCode = 1
  }
} finally {
  await browser.close()
  sender.close()
  await rm(baseline, { recursive: true })
  if (values.dist === undefined) await rm(app, { recursive: true })
}

/** Its scripts are served one folder deeper than they lie. */
function readBaseline(): Side['find'] {
  const find = readSources(baseline)
  return (url, line, column) => find(url.replace('/baseline/', '/'), line, column)
}
