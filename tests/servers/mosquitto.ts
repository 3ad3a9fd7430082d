import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import mqtt from 'mqtt'

/** Where Mosquitto is, or null where it is not installed. */
export function findMosquitto(): string | null {
  for (const path of ['mosquitto', '/usr/sbin/mosquitto', '/usr/local/sbin/mosquitto']) {
    try {
      execFileSync(path, ['-h'], { stdio: 'ignore' })
      return path
    } catch (error) {
      // `-h` exits with 3; only one that is not there fails to start.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') return path
    }
  }
  return null
}

export interface Mosquitto {
  readonly url: string
  publish(topic: string, payload: string, retain?: boolean): Promise<void>
  stop(): Promise<void>
  restart(): Promise<void>
  close(): Promise<void>
}

/** Eclipse Mosquitto with a WebSocket listener on the loopback address. */
export async function mosquitto(path: string): Promise<Mosquitto> {
  const folder = await mkdtemp(join(tmpdir(), 'mosquitto-'))
  const port = await freePort()
  const config = join(folder, 'mosquitto.conf')
  // Version 2.0.11 does not start with a WebSocket listener alone.
  const lines = ['allow_anonymous true', 'persistence false', `listener ${await freePort()} 127.0.0.1`]
  lines.push(`listener ${port} 127.0.0.1`, 'protocol websockets')
  await writeFile(config, `${lines.join('\n')}\n`)
  const url = `ws://127.0.0.1:${port}/mqtt`
  let child: ChildProcess

  async function start(): Promise<void> {
    child = spawn(path, ['-c', config, '-v'], { stdio: ['ignore', 'ignore', 'pipe'] })
    const { stderr } = child
    let said = ''
    await new Promise<void>((running, fail) => {
      // Read to the end of its days: it dies of a pipe that nobody reads.
      stderr?.on('data', (piece: Buffer) => {
        said += piece.toString()
        if (said.includes(' running')) running()
      })
      child.once('error', fail)
      child.once('exit', () => fail(new Error(said)))
    })
  }

  async function stop(): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    await ended
  }

  const remove = () => rm(folder, { recursive: true, force: true })
  await start().catch(async (error: unknown) => {
    await remove()
    throw error
  })
  return {
    url,
    async publish(topic, payload, retain = false) {
      const client = await mqtt.connectAsync(url, { reconnectPeriod: 0 })
      await client.publishAsync(topic, payload, { qos: 1, retain })
      await client.endAsync()
    },
    stop,
    restart: start,
    async close() {
      await stop()
      await remove()
    },
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}
