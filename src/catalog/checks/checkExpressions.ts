import type { Methods, MetricMethod } from '#core/indicators/methods/metricMethod.ts'
import { type Parameter, parametersOf } from '#core/indicators/methods/parameters.ts'
import { compilePredicate, compileValue, type Expression } from '#core/model/compileExpression.ts'
import { expressionExcess } from '#core/model/expressionBounds.ts'
import { isObject } from '#core/model/values.ts'
import type { Expected, Path } from '../fault'
import { type Check, type Entry, entriesOf, metricsOf, type Report } from './catalogView'

/** Predicates and values that do not compile, in scopes, footprints, metrics, measures, classes and labels. */
export const checkExpressions =
  (methods: Methods): Check =>
  (catalog, report) => {
    inner(catalog, 'roles', (roles) => inner(roles, 'people', (people) => values(people, ['value'], report)))
    for (const scope of entriesOf(catalog, 'scopes')) predicates(scope, ['where'], report)
    for (const feed of entriesOf(catalog, 'feeds')) {
      const footprint = feed.value.footprint
      if (isObject(footprint)) {
        values({ path: [...feed.path, 'footprint'], value: footprint }, ['radius', 'azimuth', 'beamwidth'], report)
      }
      inner(feed, 'sight', (sight) => {
        values(sight, ['obstacleHeight', 'height', 'tilt', 'verticalAngle'], report)
        inner(sight, 'confirmed', (confirmed) => {
          predicates(confirmed, ['where'], report)
          values(confirmed, ['by', 'at'], report)
        })
      })
      checkLiving(feed, report)
    }
    for (const layer of entriesOf(catalog, 'layers')) {
      values(layer, ['label'], report)
      const classes = layer.value.classes
      if (isObject(classes)) values({ path: [...layer.path, 'classes'], value: classes }, ['by'], report)
    }
    for (const measure of entriesOf(catalog, 'measures')) {
      predicates(measure, ['where'], report)
      values(measure, ['cost'], report)
      inner(measure, 'add', (add) => predicates(add, ['where'], report))
    }
    for (const { metric, method } of metricsOf(catalog, methods)) checkMetric(metric, method, report)
  }

function checkMetric(metric: Entry, { parameters }: MetricMethod, report: Report): void {
  const keysOf = (kind: Parameter['kind']) => parametersOf(parameters, kind).map(([key]) => key)
  predicates(metric, keysOf('predicate'), report)
  values(metric, keysOf('value'), report)
  for (const key of keysOf('parts')) {
    for (const part of entriesOf(metric, key)) predicates(part, ['where'], report)
  }
}

/** Expressions of case clocks, reporting cycles and alarm rules. */
function checkLiving(feed: Entry, report: Report): void {
  inner(feed, 'clock', (clock) => {
    values(clock, ['whole'], report)
    predicates(clock, ['roundTheClock'], report)
    inner(clock, 'limits', (limits) => values(limits, Object.keys(limits.value), report))
  })
  inner(feed, 'reporting', (reporting) => values(reporting, ['cycle'], report))
  for (const rule of entriesOf(feed, 'rules')) {
    predicates(rule, ['where'], report)
    values(rule, ['value', 'above', 'below', 'rise', 'fall'], report)
  }
}

/** Looks into the object `key` of an entry, where there is one. */
function inner(entry: Entry, key: string, then: (entry: Entry) => void): void {
  const value = entry.value[key]
  if (isObject(value)) then({ path: [...entry.path, key], value })
}

/** JSON of a kind that an expression can be; other kinds are faults of shape. */
const isExpression = (value: unknown): value is Expression =>
  value !== undefined && (typeof value !== 'object' || value === null || Array.isArray(value))

function predicates(entry: Entry, keys: readonly string[], report: Report): void {
  for (const key of keys) checkPredicate([...entry.path, key], entry.value[key], report)
}

function values(entry: Entry, keys: readonly string[], report: Report): void {
  for (const key of keys) {
    check([...entry.path, key], entry.value[key], compileValue, { zh: '表达式', en: 'an expression' }, report)
  }
}

/** Reports a predicate that does not compile; what is no expression is a fault of shape. */
export function checkPredicate(path: Path, value: unknown, report: Report): void {
  const what = { zh: '给出真假的表达式', en: 'an expression that gives true or false' }
  check(path, value, compilePredicate, what, report)
}

type Compile = (expression: Expression) => { readonly ok: true } | { readonly ok: false; readonly error: string }

function check(path: Path, expression: unknown, compile: Compile, what: Expected, report: Report): void {
  if (!isExpression(expression)) return
  const excess = expressionExcess(expression)
  if (excess) {
    report(path, expression, excess)
    return
  }
  const error = whyNot(expression, compile)
  if (error !== null) report(path, expression, { zh: `${what.zh}(${error})`, en: `${what.en} (${error})` })
}

function whyNot(expression: Expression, compile: Compile): string | null {
  try {
    const compiled = compile(expression)
    return compiled.ok ? null : compiled.error
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
