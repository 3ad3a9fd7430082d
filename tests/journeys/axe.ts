import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const axeFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

interface Violation {
  readonly id: string
  readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[]
}

/**
 * What axe finds on the page, one line each; `without` names rules left out. The script is run by the browser's own
 * protocol, not by the page.
 */
export async function axe(page: Page, without: readonly string[] = []): Promise<string[]> {
  await page.evaluate(await readFile(axeFile, 'utf8'))
  const violations = await page.evaluate(
    async (rules) => {
      const { axe } = window as unknown as { axe: { run(options: object): Promise<{ violations: Violation[] }> } }
      return (await axe.run({ rules })).violations
    },
    Object.fromEntries(without.map((rule) => [rule, { enabled: false }])),
  )
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${String(node.target)} ${node.failureSummary ?? ''}`),
  )
}
