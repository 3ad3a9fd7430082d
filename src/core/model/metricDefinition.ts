import type { Expression } from './compileExpression'

/**
 * How a city measures one metric of a row of the standard: a method and its parameters. What these may be is said by the
 * method alone (`indicators/methods`); a catalog is checked against it, so that any definition that comes out of one fits.
 */
export interface MetricDefinition {
  readonly method: string
  readonly [parameter: string]: unknown
}

export interface IndicatorDefinition {
  /** Id of a row of the standard. */
  readonly id: string
  readonly metrics: Readonly<Record<string, MetricDefinition>>
}

/** A scope is the union of the features of `feed` that `where` selects. */
export interface ScopeDefinition {
  readonly id: string
  readonly feed: string
  readonly where?: Expression | undefined
}
