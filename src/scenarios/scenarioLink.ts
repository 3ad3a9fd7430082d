import type { OpenedCity } from '#city/CityContext.ts'
import type { LocalText } from '#core/model/feature.ts'
import { NOW } from '#core/model/world.ts'
import { planFile } from '#core/planning/planFile.ts'
import { addScenario, type Scenario, useScenarios } from '#state/scenarios.ts'

/** Links longer than this are cut by some chat programs. */
const LONGEST = 6000
/** A link that unpacks to more than this is not taken for a plan. */
const MOST_BYTES = 4_000_000

/** The plan file of a scenario, as text. */
export const fileText = ({ title, edits, city }: Scenario): string =>
  `${JSON.stringify(planFile({ kind: 'plan', base: NOW, title, edits }, city), null, 2)}\n`

/** Opens a plan file as a scenario of the city; of a file that cannot be read every fault. */
export async function openFile(bytes: Uint8Array, { host, catalog }: OpenedCity): Promise<readonly LocalText[]> {
  const read = await host.readPlan(bytes)
  if (!read.ok) return read.faults
  const { title, changes } = read.plan
  addScenario({ title, city: catalog.city.code, edits: changes })
  return []
}

/** The link of the page with the scenario in it; null where it would be too long. */
export async function linkOf(scenario: Scenario, address: string): Promise<string | null> {
  const packed = await through(new TextEncoder().encode(fileText(scenario)), new CompressionStream('deflate-raw'))
  const code = btoa(String.fromCharCode(...packed))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
  const link = `${address}${address.includes('?', address.indexOf('#')) ? '&' : '?v=1&'}plan=${code}`
  return link.length > LONGEST ? null : link
}

/** Opens the scenario of a link. */
export async function openLinked(code: string, city: OpenedCity): Promise<readonly LocalText[]> {
  useScenarios.setState({ linked: null })
  const faults = await unpacked(code).then(
    (bytes) => openFile(bytes, city),
    (): readonly LocalText[] => [BROKEN],
  )
  useScenarios.setState({ linkFaults: faults })
  return faults
}

const BROKEN: LocalText = { zh: '链接不完整', en: 'the link is not whole' }

async function unpacked(code: string): Promise<Uint8Array> {
  const text = atob(code.replaceAll('-', '+').replaceAll('_', '/'))
  return through(
    Uint8Array.from(text, (char) => char.charCodeAt(0)),
    new DecompressionStream('deflate-raw'),
  )
}

async function through(bytes: Uint8Array<ArrayBuffer>, stream: CompressionStream | DecompressionStream) {
  const parts: Uint8Array[] = []
  let size = 0
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    size += value.length
    if (size > MOST_BYTES) throw new Error('too large')
    parts.push(value)
  }
  return new Uint8Array(await new Blob(parts as BlobPart[]).arrayBuffer())
}
