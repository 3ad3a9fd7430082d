import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A PostGIS of the bench's own, on a socket in a folder of its own. */
export interface PostgisServer {
  /** Runs SQL in one session of psql and gives what it printed. */
  run(sql: string): string
  readonly version: string
  stop(): void
}

const SERVERS = '/usr/lib/postgresql'

/** Starts a server, or says on standard error why there is none and gives null: it is measured only where it is installed. */
export function startPostgis(): PostgisServer | null {
  const bin = newestServer()
  if (!bin) return without('no PostgreSQL server installed')
  const folder = mkdtempSync(join(tmpdir(), 'one-map-postgis-'))
  const data = join(folder, 'data')
  const root = process.getuid?.() === 0
  /** The server refuses to run as root. */
  const asServer = (command: string, ...options: string[]): void => {
    const [program, before] = root ? ['runuser', ['-u', 'postgres', '--']] : [command, []]
    execFileSync(program, [...before, ...(root ? [command] : []), ...options], { stdio: 'ignore' })
  }
  const run = (sql: string): string =>
    execFileSync(
      'psql',
      ['--no-psqlrc', '-h', folder, '-U', 'postgres', '-d', 'postgres', '-v', 'ON_ERROR_STOP=1', '-At'],
      { input: sql, encoding: 'utf8', stdio: ['pipe', 'pipe', 'pipe'], maxBuffer: 2 ** 28 },
    )
  const stop = (): void => {
    if (existsSync(join(data, 'postmaster.pid'))) asServer(join(bin, 'pg_ctl'), '-D', data, '-m', 'immediate', 'stop')
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    if (root) execFileSync('chown', ['postgres', folder])
    asServer(join(bin, 'initdb'), '-D', data, '-U', 'postgres', '--auth=trust', '--no-sync')
    // One core, as for all others; no network.
    const options = `-k ${folder} -c listen_addresses= -c max_parallel_workers_per_gather=0 -c fsync=off -c jit=off -c work_mem=256MB -c shared_buffers=512MB`
    asServer(join(bin, 'pg_ctl'), '-D', data, '-o', options, '-l', join(folder, 'log'), '-w', 'start')
    run('CREATE EXTENSION postgis;')
    return { run, stop, version: run('SELECT postgis_lib_version();').trim() }
  } catch (fault) {
    stop()
    return without(String(fault).split('\n')[0] ?? '')
  }
}

function newestServer(): string | null {
  if (!existsSync(SERVERS)) return null
  const bins = readdirSync(SERVERS).map((version) => join(SERVERS, version, 'bin'))
  return bins.filter((bin) => existsSync(join(bin, 'initdb'))).at(-1) ?? null
}

function without(why: string): null {
  console.error(`postgis is not measured: ${why}`)
  return null
}
