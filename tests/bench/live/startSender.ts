import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { DeviceFeature } from './deviceCity'
import type { SenderFolders, SenderOrder, SenderReport, SendTally } from './senderMessages'

/** The process that serves the pages and sends the changes. */
export interface Sender {
  /** Ends with a slash. */
  readonly url: string
  /** Cuts every stream and begins again with devices of this seed. */
  reset(devices: number, seed: number): Promise<void>
  /** Resolves when a stream opens after this was asked. */
  opened(): Promise<void>
  send(seconds: number, perSecond: number): Promise<SendTally>
  /** Every device as it last became. */
  truth(): Promise<readonly DeviceFeature[]>
  close(): void
}

export async function startSender(folders: SenderFolders): Promise<Sender> {
  const child = fork(fileURLToPath(new URL('./sender.ts', import.meta.url)), [JSON.stringify(folders)])
  const next = <K extends SenderReport['kind']>(kind: K): Promise<Extract<SenderReport, { kind: K }>> =>
    new Promise((resolve, reject) => {
      const hear = (report: SenderReport): void => {
        if (report.kind !== kind) return
        child.off('message', hear)
        child.off('exit', ended)
        resolve(report as Extract<SenderReport, { kind: K }>)
      }
      const ended = (): void => reject(new Error('the sender ended'))
      child.on('message', hear)
      child.once('exit', ended)
    })
  const order = (wanted: SenderOrder): void => void child.send(wanted)
  const { url } = await next('listening')
  return {
    url,
    async reset(devices, seed) {
      order({ kind: 'reset', devices, seed })
      await next('reset')
    },
    opened: async () => void (await next('opened')),
    async send(seconds, perSecond) {
      order({ kind: 'send', seconds, perSecond })
      return (await next('sent')).tally
    },
    async truth() {
      const response = await fetch(`${url}live/devices.geojson`)
      const { features } = (await response.json()) as { readonly features: readonly DeviceFeature[] }
      return features
    },
    close: () => child.disconnect(),
  }
}
