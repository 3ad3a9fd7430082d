import {
  CompoundExpression,
  createExpression,
  expressions,
  type StyleExpression,
  type StylePropertySpecification,
} from '@maplibre/maplibre-gl-style-spec'
import type { Geometry } from 'geojson'
import { expressionExcess } from './expressionBounds'

/**
 * A MapLibre style-spec expression as it stands in JSON, evaluated with the style-spec library in the map, the worker
 * and the command line alike.
 */
export type Expression = readonly unknown[] | string | number | boolean | null

/** What an expression may look at: properties after the `fields` mapping, and the kind of geometry. */
export interface ExpressionSubject {
  readonly geometry: Geometry | null
  readonly properties: Readonly<Record<string, unknown>>
}

export type ExpressionValue = string | number | boolean | null | readonly unknown[] | Readonly<Record<string, unknown>>

/** An expression ready to run, or why it cannot be used, in words. */
export type Compiled<Result> =
  | { readonly ok: true; readonly evaluate: (subject: ExpressionSubject) => Result }
  | { readonly ok: false; readonly error: string }

/** `unknown`: the expression failed on this feature, or gave no boolean. */
export type PredicateResult = boolean | 'unknown'

/** Outside a map these have no meaning: they would give a wrong answer without an error. */
const REFUSED = [
  'zoom',
  'feature-state',
  'id',
  'within',
  'distance',
  'global-state',
  'heatmap-density',
  'line-progress',
  'elevation',
  'accumulated',
  'is-supported-script',
]

const BOOLEAN: StylePropertySpecification = {
  type: 'boolean',
  'property-type': 'data-driven',
  expression: { interpolated: false, parameters: ['feature'] },
  transition: false,
}

/** MapLibre tiles know three kinds of geometry; core answers `geometry-type` as the map does. */
function tileGeometryType(geometry: Geometry | null): 0 | 1 | 2 | 3 {
  switch (geometry?.type) {
    case 'Point':
    case 'MultiPoint':
      return 1
    case 'LineString':
    case 'MultiLineString':
      return 2
    case 'Polygon':
    case 'MultiPolygon':
      return 3
    default:
      return 0
  }
}

type Node = StyleExpression['expression']

function refusedOperator(node: Node): string | null {
  for (const name of REFUSED) {
    const operator = expressions[name]
    if (node instanceof CompoundExpression ? node.name === name : operator && node instanceof operator) return name
  }
  let found: string | null = null
  node.eachChild((child) => {
    found ??= refusedOperator(child)
  })
  return found
}

function compile(
  expression: Expression,
  spec: StylePropertySpecification | null,
): { ok: true; style: StyleExpression } | { ok: false; error: string } {
  const tooMuch = expressionExcess(expression)
  if (tooMuch) return { ok: false, error: tooMuch.en }
  const created = createExpression(expression, 'expression', spec)
  if (created.result === 'error') {
    return { ok: false, error: created.value.map((e) => (e.key ? `${e.key}: ${e.message}` : e.message)).join('; ') }
  }
  const refused = refusedOperator(created.value.expression)
  if (refused) return { ok: false, error: `"${refused}" is not allowed here: it has no meaning outside a map view` }
  return { ok: true, style: created.value }
}

function run(style: StyleExpression, subject: ExpressionSubject): unknown {
  return style.evaluateWithoutErrorHandling(
    { zoom: 0 },
    { type: tileGeometryType(subject.geometry), properties: subject.properties },
  )
}

/**
 * Compiles a predicate (`where`, `match`, `known`, `filter`) with the style-spec library. The predicate gives true or
 * false, or `unknown` where it fails on a feature or gives something that is no boolean.
 */
export function compilePredicate(expression: Expression): Compiled<PredicateResult> {
  const compiled = compile(expression, BOOLEAN)
  if (!compiled.ok) return compiled
  return {
    ok: true,
    evaluate: (subject) => {
      try {
        const value = run(compiled.style, subject)
        return typeof value === 'boolean' ? value : 'unknown'
      } catch {
        return 'unknown'
      }
    },
  }
}

/**
 * Compiles a value (`footprint`, `value`, `groupBy`, `label`). The result is the value, null where there is none
 * (a missing property, NaN), and undefined where the expression fails on a feature.
 */
export function compileValue(expression: Expression): Compiled<ExpressionValue | undefined> {
  const compiled = compile(expression, null)
  if (!compiled.ok) return compiled
  return {
    ok: true,
    evaluate: (subject) => {
      try {
        const value = run(compiled.style, subject)
        if (value === undefined || value === null || Number.isNaN(value)) return null
        switch (typeof value) {
          case 'string':
          case 'number':
          case 'boolean':
            return value
          case 'object':
            return isPlain(value) ? value : String(value)
          default:
            return undefined
        }
      } catch {
        return undefined
      }
    },
  }
}

function isPlain(value: object): value is readonly unknown[] | Record<string, unknown> {
  const prototype: unknown = Object.getPrototypeOf(value)
  return Array.isArray(value) || prototype === Object.prototype || prototype === null
}
