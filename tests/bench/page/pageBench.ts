import { rm } from 'node:fs/promises'
import { loadavg } from 'node:os'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { launchBrowser } from '../../browser/launch'
import { machine } from '../machine'
import { buildForBench } from './buildForBench'
import { combineRounds } from './combineRounds'
import { printPage } from './printPage'
import { readSources } from './readSources'
import { type CaseRound, visitPage } from './visitPage'
import { feedVisit } from './visits/feedVisit'
import { planVisit } from './visits/planVisit'
import { screenVisit } from './visits/screenVisit'

/**
 * `npm run bench:page -- [--json] [--rounds 3] [--only a,b] [--dist FOLDER]`: the longest tasks of the built page's main
 * thread while a person works with it, and what they are made of. Never fails on time. FOLDER is a build of before, made
 * with `vite build --sourcemap hidden` so that places in it have names.
 */
const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '3' },
    only: { type: 'string' },
    dist: { type: 'string' },
  },
})
const visits = [
  planVisit(),
  screenVisit(),
  feedVisit('plan-feed', 'plan/panorama?v=1&row=5g-key-area-coverage'),
  feedVisit('screen-feed', 'screen/panorama'),
]
const names = visits.flatMap(({ opening, cases }) => [
  ...(opening ? [opening.name] : []),
  ...cases.map(({ name }) => name),
])
const only = values.only?.split(',')
const unknown = only?.filter((name) => !names.includes(name)) ?? []
if (unknown.length > 0) {
  console.error(`no such case: ${unknown.join(', ')}; there are ${names.join(', ')}`)
  process.exit(2)
}
const wanted = (name: string): boolean => !only || only.includes(name)

const folder = values.dist === undefined ? await buildForBench() : resolve(values.dist)
const find = readSources(folder)
const browser = await launchBrowser()
const rounds: CaseRound[] = []
try {
  for (let round = 0; round < Number(values.rounds); round++) {
    for (const visit of visits) {
      if (!visit.cases.some(({ name }) => wanted(name)) && !(visit.opening && wanted(visit.opening.name))) continue
      rounds.push(...(await visitPage(browser, folder, find, visit, wanted)))
    }
    console.error(
      `round ${round + 1} of ${values.rounds}, load ${loadavg()
        .map((load) => load.toFixed(1))
        .join(' ')}`,
    )
  }
} finally {
  await browser.close()
  if (values.dist === undefined) await rm(folder, { recursive: true })
}
const cases = combineRounds(rounds)
const where = { ...machine({ chromium: browser.version() }), load: loadavg()[0], graphics: 'software WebGL' }
console.log(values.json ? JSON.stringify({ machine: where, cases }) : printPage(cases))
