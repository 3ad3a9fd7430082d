import { METHODS } from '#core/indicators/methods/methods.ts'
import type { Methods } from '#core/indicators/methods/metricMethod.ts'
import type { Standard } from '#core/model/standard.ts'
import { badAddresses } from './addresses'
import { runChecks } from './checks/catalogView'
import { checkCards } from './checks/checkCards'
import { checkCity } from './checks/checkCity'
import { checkExpressions } from './checks/checkExpressions'
import { checkIdentities } from './checks/checkIdentities'
import { checkLayerStyles } from './checks/checkLayerStyles'
import { checkMeasures } from './checks/checkMeasures'
import { checkMetrics } from './checks/checkMetrics'
import { checkReferences } from './checks/checkReferences'
import { checkSources } from './checks/checkSources'
import { completeCatalog } from './defaults/completeCatalog'
import { type Fault, makeFault, type Path, syntaxFault } from './fault'
import { DEEPEST } from './json/deeperThan'
import { readJson } from './json/readJson'
import { scanJson } from './json/scanJson'
import { type Catalog, catalogSchema, catalogSchemaWith, type WrittenCatalog } from './schema'
import { zodFaults } from './zodFaults'

/**
 * A copy without the keys that begin `x-`, which anyone may add. Expressions (lists that begin with text) are left as
 * they are, so that a literal object in one keeps its keys.
 */
function stripPrivateKeys(value: unknown): unknown {
  if (Array.isArray(value)) return typeof value[0] === 'string' ? value : value.map(stripPrivateKeys)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !key.startsWith('x-'))
      .map(([key, inner]) => [key, stripPrivateKeys(inner)]),
  )
}

export type CatalogResult =
  | {
      readonly ok: true
      readonly catalog: Catalog
      /** Without what follows from the rest, which a reading of the feeds may tell better (`completeCatalog`). */
      readonly written: WrittenCatalog
    }
  | { readonly ok: false; readonly faults: readonly Fault[] }

/**
 * A catalog from its bytes or text, with every default applied; or every fault of it, each with JSON path, what was
 * found and what was expected. `standard` gives the rows that indicators must name (`bundledStandard()`, or the
 * one the catalog names; see `loadCatalog`); null leaves names of rows and metrics unchecked. `base`: where it was read, which its
 * addresses are relative to.
 */
export function parseCatalog(
  source: Uint8Array | string,
  standard: Standard | null,
  methods: Methods = METHODS,
  base: string | null = null,
): CatalogResult {
  const reading = readJson(source, { deepest: DEEPEST })
  if (!reading.ok) return { ok: false, faults: [syntaxFault(reading.problem)] }
  const raw = stripPrivateKeys(reading.value)
  const schema = methods === METHODS ? catalogSchema : catalogSchemaWith(methods)
  const parsed = schema.safeParse(raw)
  const faults = [
    ...duplicateKeys(reading.text),
    ...(parsed.success ? [] : zodFaults(parsed.error.issues, raw)),
    ...runChecks(raw, [
      checkCity,
      checkSources,
      checkIdentities(methods),
      checkReferences(standard, methods),
      checkCards(standard),
      checkMetrics(standard, methods),
      checkMeasures,
      checkExpressions(methods),
      checkLayerStyles,
      (catalog, report) => {
        for (const { path, text, expected } of badAddresses(catalog, base)) report(path, text, expected)
      },
    ]),
  ]
  if (!parsed.success || faults.length > 0) return { ok: false, faults }
  return { ok: true, catalog: completeCatalog(parsed.data), written: parsed.data }
}

/** JSON.parse keeps the last of two equal keys without a word. */
function duplicateKeys(text: string): Fault[] {
  const paths: Path[] = []
  scanJson(text, { duplicate: (path) => paths.push(path) })
  return paths.map((path) => makeFault(path, path.at(-1), { zh: '只出现一次的键', en: 'a key that stands once' }))
}
