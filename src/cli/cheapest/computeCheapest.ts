import { loadCatalog } from '#catalog/loadCatalog.ts'
import type { Catalog } from '#catalog/schema.ts'
import { searchCheapest } from '#core/cheapest/cheapestSearch.ts'
import type { CheapestTask } from '#core/cheapest/cheapestTask.ts'
import { feedsOfIndicator, needsReported } from '#core/indicators/metricFacts.ts'
import type { Reason } from '#core/model/feedReport.ts'
import type { Standard } from '#core/model/standard.ts'
import { NOW, type PlanWorld } from '#core/model/world.ts'
import { type PlanFile, planFile } from '#core/planning/planFile.ts'
import type { CheapestStart } from '#engine/cheapest/cheapestRequest.ts'
import type { Clocks } from '../clocks'
import type { Language } from '../indicators/parseArguments'
import type { ReadSource } from '../indicators/readFeeds'
import { readCity } from '../readCity'
import { unknownScope } from '../unknownScope'
import { cheapestOf } from './cheapestOf'
import type { CheapestArguments } from './parseCheapest'

export type Cheapest =
  | {
      readonly ok: true
      readonly result: ReturnType<typeof cheapestOf>
      /** The measures that are taken, in their order. */
      readonly plan: PlanFile
      /** What is worth a line on standard error. */
      readonly warnings: readonly string[]
    }
  | { readonly ok: false; readonly faults: readonly string[] }

/** From arguments to the result, touching nothing but `read`; or every fault of the step that could not be passed. */
export async function computeCheapest(
  wanted: CheapestArguments,
  catalogUrl: string,
  read: ReadSource,
  clocks: Clocks,
): Promise<Cheapest> {
  const { language, request, until, budget, seed, partial } = wanted
  const say = (reasons: readonly Reason[]) => reasons.map((reason) => `${optionOf(reason)}${reason[language]}`)
  const loaded = await loadCatalog(catalogUrl, read)
  if (!loaded.ok) return { ok: false, faults: loaded.faults.map((fault) => fault[language]) }
  const { catalog, standard } = loaded
  const { scope, rows } = request
  if (scope !== null && !catalog.scopes.some(({ id }) => id === scope)) {
    return { ok: false, faults: [unknownScope(scope, catalog.scopes, language)] }
  }
  const needed = neededFeeds(catalog, standard, scope, rows)
  const city = await readCity({
    ...{ loaded, catalogUrl, read, language, plan: undefined, needed, partial, now: wanted.now },
  })
  if (!city.ok) return { ok: false, faults: city.faults }
  const { engine } = city

  const begun = clocks.wall()
  const cpu = clocks.cpu()
  const start = await engine.cheapestTask(NOW, request)
  if (!start.ok) return { ok: false, faults: say(start.faults) }
  const goesOn =
    'steps' in until
      ? (steps: number) => steps < until.steps
      : (steps: number) => steps === 0 || clocks.wall() - begun < until.seconds * 1000
  const task: CheapestTask = JSON.parse(await start.task.text())
  const found = searchCheapest(task, { budget, seed, goesOn })
  const cpuMs = 'steps' in until ? null : Math.round(clocks.cpu() - cpu)

  const edits = found.made.map((choice) => task.choices[choice]!.edit)
  const world: PlanWorld = { kind: 'plan', base: NOW, title: titleOf(wanted, found.rows.length), edits }
  const after = await engine.evaluate(world, { scope, only: found.rows.map(({ id }) => id) })
  for (const { id, after: star } of found.rows) {
    const counted = after.indicators.find((row) => row.id === id)?.star ?? null
    if (counted !== star) throw new Error(`${id}: the search found star ${star}, the city with the plan has ${counted}`)
  }
  return {
    ok: true,
    result: cheapestOf({ wanted, catalog, task, found, cpuMs }),
    plan: planFile(world, catalog.city.code),
    warnings: [...city.warnings, ...notices(start, language)],
  }
}

/** The feeds that measures change, their candidates, and those of every row that is measured on one of them or asked for. */
function neededFeeds(
  { measures, indicators, scopes, feeds }: Catalog,
  standard: Standard,
  scope: string | null,
  asked: readonly string[] | null,
): ReadonlySet<string> {
  const changed = new Set(measures.map(({ feed }) => feed))
  const needed = new Set([...changed, ...measures.flatMap(({ add }) => add?.candidates ?? [])])
  const wanted = scopes.filter(({ id }) => id === scope)
  for (const { feed } of wanted) needed.add(feed)
  const reported = feeds.filter(({ record }) => record === 'reported').map(({ id }) => id)
  for (const row of standard.rows) {
    const definition = indicators.find(({ id }) => id === row.id)
    const own = [
      ...(definition ? feedsOfIndicator(definition, wanted) : []),
      ...(needsReported(row, definition) ? reported : []),
    ]
    if (asked?.includes(row.id) || own.some((feed) => changed.has(feed))) for (const feed of own) needed.add(feed)
  }
  return needed
}

const titleOf = ({ language, request: { want } }: CheapestArguments, rows: number) =>
  language === 'zh' ? `最省达到 ${want} 星: ${rows} 项指标` : `Least cost to ${want} stars: ${rows} rows`

/** The option that a fault is about. */
const optionOf = ({ code }: Reason): string => (['unknown-row', 'deduction'].includes(code) ? '--rows: ' : '')

/** What was passed over. */
function notices({ measures }: CheapestStart, language: Language): string[] {
  const zh = language === 'zh'
  return measures.flatMap(({ measure, standing, unpriced, refused }) => {
    const lines = refused.map(({ reason, count }) =>
      zh ? `${count} 处略过: ${reason.zh}` : `${count} passed over: ${reason.en}`,
    )
    if (standing > 0)
      lines.push(zh ? `${standing} 个候选处已有,略过` : `${standing} candidates passed over: one stands there`)
    if (unpriced > 0)
      lines.push(zh ? `${unpriced} 处没有造价,略过` : `${unpriced} passed over: what it would cost is not known`)
    return lines.map((line) => `measures ${measure}: ${line}`)
  })
}
