import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export type TestOutcome = 'passed' | 'failed' | 'hung'

const CONFIG = 'tests/mutate/vitest.config.ts'
const REPORT = 'mutate-report.json'
let running: ChildProcess | null = null

/** Ends the tests that run now, and what they started. */
export function stopTests(): void {
  if (running?.pid !== undefined) {
    try {
      process.kill(-running.pid, 'SIGKILL')
    } catch {
      // They have ended by themselves.
    }
  }
  running = null
}

/** Runs test files of Node under `root`, up to the first failure; those not done in `limitMs` have hung. */
export function runTests(root: string, files: readonly string[], limitMs: number): Promise<TestOutcome> {
  const options = ['run', '--config', CONFIG, '--root', '.', '--bail', '1', '--no-cache']
  const reported = ['--reporter', 'json', '--outputFile', REPORT]
  return new Promise((resolve, reject) => {
    const child = spawn(join(root, 'node_modules/.bin/vitest'), [...options, ...reported, ...files], {
      cwd: root,
      // A group of its own, so that its workers end with it.
      detached: true,
      stdio: 'ignore',
    })
    running = child
    const timer = setTimeout(() => {
      stopTests()
      resolve('hung')
    }, limitMs)
    child.on('error', reject)
    child.on('exit', (code) => {
      clearTimeout(timer)
      running = null
      resolve(code === 0 ? 'passed' : 'failed')
    })
  })
}

/** How long each test file of the latest run took, milliseconds by path, and those that failed. */
export function readReport(root: string): {
  readonly durations: ReadonlyMap<string, number>
  readonly failed: readonly string[]
} {
  const { testResults }: { readonly testResults: readonly FileResult[] } = JSON.parse(
    readFileSync(join(root, REPORT), 'utf8'),
  )
  const path = ({ name }: FileResult): string => name.slice(name.indexOf(root) + root.length + 1)
  return {
    durations: new Map(testResults.map((file) => [path(file), file.endTime - file.startTime])),
    failed: testResults.filter(({ status }) => status === 'failed').map(path),
  }
}

interface FileResult {
  readonly name: string
  readonly status: string
  readonly startTime: number
  readonly endTime: number
}
