import type { MetricDefinition } from '../../model/metricDefinition'
import type { MeasuringContext, MetricContext, MetricOutcome } from '../metricOutcome'
import type { Given, Named, Parameters } from './parameters'
import { withDefaults } from './parameterValues'

/** What numerators and denominators are counted in. `readings`: a sum over so many readings. */
export type Measure = 'features' | 'm2' | 'm' | 'plain' | 'readings'

/** What a method says about itself, as plain data: the part that the page is given. */
export interface MethodFacts<P extends Parameters = Parameters> {
  /** As `method` in a definition. */
  readonly name: string
  readonly words: Named
  readonly parameters: P
  /** Whether a scope filters its features, and its data time is that of the feeds it reads. */
  readonly scoped: boolean
  readonly measure: Measure
  /** What the value of one subject is: a share, metres, a number; null where it says no more than the state. */
  readonly subjectValue: 'ratio' | 'm' | 'plain' | null
  /** To what one whole feature more adds 1; null where the way to the next star is not counted in features. */
  readonly featureAdds: 'value' | 'numerator' | null
  /**
   * Numerator and denominator are sums over its subjects, each measured alone, unless one of these parameters is given; where
   * it is absent they are not, or nobody knows.
   */
  readonly sums?: readonly string[]
  /** The numerator is what a union covers: one more adds at most what it adds alone, and the denominator does not depend on it. */
  readonly union?: true
  /** Words of the reasons for which this method alone excludes a feature, by code. */
  readonly reasons: Readonly<Record<string, Named>>
  /** Words of the codes for which the whole metric is unknown and that not every method has, by the part before the colon. */
  readonly unknowns: Readonly<Record<string, UnknownWords>>
}

/** Why a metric is unknown: `{name}` stands for what the code names after its colon, a feed or a metric or part. */
interface UnknownWords {
  readonly words: Named
  readonly names: 'feed' | 'part'
}

/** A way to measure a metric, complete in one module: all that anyone asks about the method is answered here. */
export interface MetricMethod extends MethodFacts {
  /**
   * Measures a metric. Never throws for data but
   * @throws CannotMeasure for what makes the whole metric unknown.
   */
  readonly evaluate: (definition: MetricDefinition, context: MetricContext) => MetricOutcome
  /**
   * Has the context's memory measure what `evaluate` would in one go, a few subjects at each step; other questions may come
   * between. Absent: it never takes long.
   * @throws CannotMeasure as `evaluate`
   */
  readonly measureAhead?: (definition: MetricDefinition, context: MeasuringContext) => Generator<void>
  /** The same measurement as a query: the form another engine runs. None has it yet. */
  readonly sql?: (definition: MetricDefinition) => string
}

/** Methods by their names. */
export type Methods = Readonly<Record<string, MetricMethod>>

interface Described<P extends Parameters> extends MethodFacts<P> {
  readonly evaluate: (definition: Given<P>, context: MetricContext) => MetricOutcome
  readonly measureAhead?: (definition: Given<P>, context: MeasuringContext) => Generator<void>
  readonly sql?: (definition: Given<P>) => string
}

/** A method from its description; `evaluate` sees a definition of the type that its parameters give. */
export function defineMethod<const P extends Parameters>(method: Described<P>): MetricMethod {
  // The catalog's schema and the checks of overrides are made of the same parameters: no other definition comes this far.
  const given = (definition: MetricDefinition) => withDefaults(method.parameters, definition) as unknown as Given<P>
  const { sql, measureAhead, ...rest } = method
  return {
    ...rest,
    evaluate: (definition, context) => method.evaluate(given(definition), context),
    ...(measureAhead && {
      measureAhead: (definition: MetricDefinition, context: MeasuringContext) =>
        measureAhead(given(definition), context),
    }),
    ...(sql && { sql: (definition: MetricDefinition) => sql(given(definition)) }),
  }
}

/**
 * A registry of methods.
 * @throws Error when two have one name.
 */
export function registerMethods(list: readonly MetricMethod[]): Methods {
  const methods: Record<string, MetricMethod> = {}
  for (const method of list) {
    if (Object.hasOwn(methods, method.name)) throw new Error(`two methods are called ${method.name}`)
    methods[method.name] = method
  }
  return methods
}

/** What methods say about themselves, without what they do: it can be sent to another thread. */
export function methodFacts(methods: Methods): Readonly<Record<string, MethodFacts>> {
  return Object.fromEntries(
    Object.entries(methods).map(([name, { evaluate: _evaluate, measureAhead: _ahead, sql: _sql, ...facts }]) => [
      name,
      facts,
    ]),
  )
}
