import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { isEquivalent } from './equivalent'
import { type Mutant, planted } from './mutantsOf'
import { pickMutants } from './pickMutants'
import { readReport, runTests, stopTests } from './runTests'
import { testsByDistance } from './testsOf'
import { copyProject } from './workingCopy'

const USAGE = `Plants random faults and prints those that no test notices. For the night, not for every change.
Works in a copy of the project: however it ends, your files stay as they are.

npm run mutate -- [options]
  --files GLOB   sources to plant faults in (src/{core,engine}/**)
  --count N      faults at most (60)
  --seed N       which ones (the day's date)
  --minutes N    no new fault after so many minutes (60)
  --tests N      test files that a fault is shown to, the nearest by imports (24)
  --skip GLOB    test files left out, such as slow ones (none)
  --json         one line of JSON a fault`

/** Test files are run in turns of so many, the nearest first: most faults are noticed in the first turn. */
const TURNS = [2, 6, Number.POSITIVE_INFINITY]
/** A set of tests may take this much longer than without the fault, and so much more, before it counts as hanging. */
const SLOWER = 6
const SPARE_MS = 20_000
const SETTLING_MS = 15 * 60_000

const { values } = parseArgs({
  options: {
    files: { type: 'string', default: 'src/{core,engine}/**' },
    count: { type: 'string', default: '60' },
    seed: { type: 'string', default: new Date().toISOString().slice(0, 10).replaceAll('-', '') },
    minutes: { type: 'string', default: '60' },
    tests: { type: 'string', default: '24' },
    skip: { type: 'string', default: '' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})
if (values.help) {
  console.log(USAGE)
  process.exit(0)
}

const root = new URL('../..', import.meta.url).pathname.replace(/\/$/, '')
const numberOf = (name: 'count' | 'seed' | 'minutes' | 'tests'): number => {
  const value = Number(values[name])
  if (Number.isFinite(value) && value >= 0) return value
  console.error(`--${name} is to be a number\n\n${USAGE}`)
  return process.exit(2)
}
const ends = Date.now() + numberOf('minutes') * 60_000

/** A glob as a pattern: `**` any path, `*` any name, `{a,b}` one of those. */
function patternOf(glob: string): RegExp {
  const escaped = glob.replace(/[.+^$()|[\]\\]/g, '\\$&')
  const alternatives = escaped.replace(/\{([^}]*)\}/g, (_, names: string) => `(${names.replaceAll(',', '|')})`)
  return new RegExp(`^${alternatives.replace(/\*\*\/?|\*/g, (star) => (star === '*' ? '[^/]*' : '.*'))}$`)
}

const sources = new Map<string, string>()
for (const room of ['src', 'seeds', 'tests']) {
  for (const name of readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })) {
    if (/\.tsx?$/.test(name)) sources.set(join(room, name), readFileSync(join(root, room, name), 'utf8'))
  }
}
const wanted = patternOf(values.files)
const mutable = new Map(
  [...sources].filter(([file]) => wanted.test(file) && !/(\.test\.|Fixtures?\.|\.d\.ts)/.test(file)),
)
const { imports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const reached = testsByDistance(root, sources, imports)
const skipped = patternOf(values.skip)
const testsOf = (file: string): readonly string[] =>
  reached(file)
    .filter((test) => !skipped.test(test))
    .slice(0, numberOf('tests'))
const mutants = pickMutants(mutable, numberOf('count'), numberOf('seed'))

const copy = copyProject(root)
const leave = (code: number): never => {
  stopTests()
  copy.remove()
  process.exit(code)
}
process.on('SIGINT', () => leave(130))
process.on('SIGTERM', () => leave(143))

/** How long test files take without a fault, milliseconds; each is run once, when it is first needed. */
const durations = new Map<string, number>()
async function limitOf(files: readonly string[]): Promise<number> {
  const unknown = files.filter((file) => !durations.has(file))
  if (unknown.length > 0) {
    const outcome = await runTests(copy.root, unknown, SETTLING_MS)
    const report = readReport(copy.root)
    if (outcome !== 'passed') {
      console.error(`tests do not pass without a fault (${outcome}): ${report.failed.join(', ')}`)
      leave(1)
    }
    for (const file of unknown) durations.set(file, report.durations.get(file) ?? 0)
  }
  return SPARE_MS + SLOWER * files.reduce((sum, file) => sum + (durations.get(file) ?? 0), 0)
}

async function fateOf(mutant: Mutant): Promise<Fate> {
  const original = sources.get(mutant.file) ?? ''
  if (isEquivalent(mutant, original)) return 'equivalent'
  const source = planted(original, mutant)
  const tests = testsOf(mutant.file)
  let from = 0
  for (const turn of TURNS) {
    const files = tests.slice(from, from + turn)
    if (files.length === 0) break
    from += turn
    const limit = await limitOf(files)
    const outcome = await copy.with(mutant.file, source, () => runTests(copy.root, files, limit))
    if (outcome !== 'passed') return outcome === 'hung' ? 'hung' : 'killed'
  }
  return tests.length === 0 ? 'untested' : 'survived'
}

type Fate = 'killed' | 'hung' | 'survived' | 'equivalent' | 'untested'
const tally: Record<Fate, number> = { killed: 0, hung: 0, survived: 0, equivalent: 0, untested: 0 }
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').slice(0, 90)

function tell(mutant: Mutant, fate: Fate): void {
  tally[fate] += 1
  const { file, line, before, after } = mutant
  if (values.json) console.log(JSON.stringify({ fate, file, line, before, after }))
  else console.log(`${fate.padEnd(10)} ${file}:${line}  ${oneLine(before)}  →  ${oneLine(after)}`)
}

try {
  console.error(`${mutants.length} faults in ${mutable.size} files`)
  for (const mutant of mutants) {
    if (Date.now() > ends) break
    tell(mutant, await fateOf(mutant))
  }
  const noticed = tally.killed + tally.hung
  const judged = noticed + tally.survived + tally.untested
  const share = judged === 0 ? 0 : Math.round((100 * noticed) / judged)
  console.error(
    `seed ${values.seed}: ${noticed} of ${judged} noticed (${share} %), ${tally.hung} of them by hanging; ` +
      `${tally.survived} survived, ${tally.untested} in code that no test reaches, ${tally.equivalent} known to change nothing`,
  )
} finally {
  copy.remove()
}
