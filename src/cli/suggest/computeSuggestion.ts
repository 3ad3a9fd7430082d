import { loadCatalog } from '#catalog/loadCatalog.ts'
import { feedsOfIndicator, needsReported } from '#core/indicators/metricFacts.ts'
import type { Reason } from '#core/model/feedReport.ts'
import { NOW, type PlanWorld } from '#core/model/world.ts'
import { type PlanFile, planFile } from '#core/planning/planFile.ts'
import { searchSites } from '#core/siting/sitesSearch.ts'
import type { SitingTask } from '#core/siting/sitingTask.ts'
import type { SitingStart } from '#engine/siting/sitingRequest.ts'
import type { Clocks } from '../clocks'
import type { Language } from '../indicators/parseArguments'
import type { ReadSource } from '../indicators/readFeeds'
import { readCity } from '../readCity'
import { unknownScope } from '../unknownScope'
import type { SuggestArguments } from './parseSuggest'
import { suggestionOf } from './suggestionOf'

export type Suggested =
  | {
      readonly ok: true
      readonly result: ReturnType<typeof suggestionOf>
      /** What is built, and the changes of the plan before it. */
      readonly plan: PlanFile
      /** What is worth a line on standard error. */
      readonly warnings: readonly string[]
    }
  | { readonly ok: false; readonly faults: readonly string[] }

/** From arguments to the result, touching nothing but `read`; or every fault of the step that could not be passed. */
export async function computeSuggestion(
  wanted: SuggestArguments,
  catalogUrl: string,
  read: ReadSource,
  clocks: Clocks,
  planBytes?: Uint8Array,
): Promise<Suggested> {
  const { language, request, until, add, seed } = wanted
  const say = (reasons: readonly Reason[]) => reasons.map((reason) => `${optionOf(reason)}${reason[language]}`)
  const loaded = await loadCatalog(catalogUrl, read)
  if (!loaded.ok) return { ok: false, faults: loaded.faults.map((fault) => fault[language]) }
  const { catalog, standard } = loaded
  const { scope, indicator, candidates } = request
  if (scope !== null && !catalog.scopes.some(({ id }) => id === scope)) {
    return { ok: false, faults: [unknownScope(scope, catalog.scopes, language)] }
  }
  const row = standard.rows.find(({ id }) => id === indicator)
  const definition = catalog.indicators.find(({ id }) => id === indicator)
  const needed = definition
    ? feedsOfIndicator(
        definition,
        catalog.scopes.filter(({ id }) => id === scope),
      )
    : []
  if ('feed' in candidates) needed.push(candidates.feed)
  if (row && needsReported(row, definition)) {
    for (const feed of catalog.feeds) if (feed.record === 'reported') needed.push(feed.id)
  }
  const city = await readCity({
    ...{ loaded, catalogUrl, read, language, plan: planBytes, needed, partial: wanted.partial, now: wanted.now },
  })
  if (!city.ok) return { ok: false, faults: city.faults }
  const { engine, world, plan } = city

  const begun = clocks.wall()
  const cpu = clocks.cpu()
  const start = await engine.sitingTask(world, request)
  if (!start.ok) return { ok: false, faults: say(start.faults) }
  const goesOn =
    'steps' in until
      ? (steps: number) => steps < until.steps
      : (steps: number) => steps === 0 || clocks.wall() - begun < until.seconds * 1000
  const task: SitingTask = JSON.parse(await start.task.text())
  const found = searchSites(task, { most: add, seed, goesOn })
  const cpuMs = 'steps' in until ? null : Math.round(clocks.cpu() - cpu)

  const built = found.built.map(({ site }) => task.edits[site]!)
  const title = titleOf(wanted, built.length)
  const before: PlanWorld = world.kind === 'plan' ? world : { kind: 'plan', base: NOW, title, edits: [] }
  const after = await engine.served({ ...before, edits: [...before.edits, ...built] }, request)
  if (!after.ok) return { ok: false, faults: say(after.faults) }
  return {
    ok: true,
    result: suggestionOf({ wanted, start, task, found, after, cpuMs }),
    plan: planFile({ ...before, title, edits: [...(plan?.changes ?? []), ...built] }, catalog.city.code),
    warnings: [...city.warnings, ...notices(start, language)],
  }
}

const titleOf = ({ language, request: { indicator } }: SuggestArguments, count: number) =>
  language === 'zh' ? `选址建议: ${indicator}, 新增 ${count} 处` : `Suggested: ${count} new for ${indicator}`

/** The option that a fault is about. */
function optionOf({ code }: Reason): string {
  if (['unknown-row', 'unknown-metric', 'which-metric'].includes(code)) return '--row: '
  return ['unknown-feed', 'not-read', 'grid-refused', 'grid-too-fine'].includes(code) ? '--candidates: ' : ''
}

const candidates = (count: number) => (count === 1 ? 'candidate' : 'candidates')

/** What was passed over. */
function notices({ standing, refused, weightless }: SitingStart, language: Language): string[] {
  const lines: string[] = []
  const zh = language === 'zh'
  if (standing > 0)
    lines.push(
      zh ? `${standing} 个候选处已有站点,略过` : `${standing} ${candidates(standing)} passed over: one stands there`,
    )
  for (const { reason, count } of refused) {
    lines.push(zh ? `${count} 个候选略过: ${reason.zh}` : `${count} ${candidates(count)} passed over: ${reason.en}`)
  }
  if (weightless > 0) {
    lines.push(
      zh
        ? `${weightless} 个对象没有权重或权重为负,计为 0`
        : `${weightless} ${weightless === 1 ? 'subject has' : 'subjects have'} no weight or a negative one: it counts 0`,
    )
  }
  return lines
}
