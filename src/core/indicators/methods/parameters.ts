import type { Expression } from '../../model/compileExpression'
import type { LocalText, RecordKind } from '../../model/feature'

/** A name in both languages of the app. */
export type Named = LocalText & { readonly en: string }

/** The id of a feed. */
export interface FeedParameter {
  readonly kind: 'feed'
  readonly words: Named
  readonly optional?: true
  /** `subjects`: its features are counted, measured and listed. `by`: its features are what subjects are held against. */
  readonly role?: 'subjects' | 'by'
  /** Its features must cover something: polygons, or points with a footprint, whose radius is swept. */
  readonly covers?: true
  /** The only record it may be of. */
  readonly record?: RecordKind
}

/** A style-spec expression that gives true or false of a feature. */
interface PredicateParameter {
  readonly kind: 'predicate'
  readonly optional?: true
  /** A catalog may hold it, without effect: it is not read and cannot be set. */
  readonly unused?: true
}

/** A style-spec expression that gives a value of a feature. */
interface ValueParameter {
  readonly kind: 'value'
  readonly optional?: true
}

export interface NumberParameter {
  readonly kind: 'number'
  readonly words: Named
  readonly least: number
  /** No upper end when absent. */
  readonly most?: number
  /** What holds where a definition does not say; the parameter is optional then. */
  readonly otherwise?: number
  /** As it is read: `≥ 50%` is a share with its sign. `forgiven`: the share of the whole that may be missing. */
  readonly as: 'share' | 'plain' | 'forgiven'
  readonly sign?: '≥' | '≤'
  /** How the robustness of a star is tried, where a standard leaves the number open. */
  readonly sweep?: Sweep
}

export interface Sweep {
  /** Name of the axis where it is not that of the parameter. */
  readonly words?: Named
  /** Tried besides the catalog's own value. */
  readonly values: readonly number[]
  /** The values are factors on what the catalog says. */
  readonly factor?: true
  /** What another value costs: `search` over the features again varies slower than to `compare` again. */
  readonly cost: 'search' | 'compare'
  /** It can matter only where some subject has an area or a length. */
  readonly needsExtent?: true
}

/** One of a few words. */
interface ChoiceParameter {
  readonly kind: 'choice'
  readonly words: Named
  readonly optional?: true
  readonly choices: Readonly<Record<string, Named>>
}

/** Other metrics of the row, at least one. */
interface MetricsParameter {
  readonly kind: 'metrics'
  readonly words: Named
  readonly optional?: true
}

/** A number for each of some metrics. Those left out are the standard's. */
export interface WeightsParameter {
  readonly kind: 'weights'
  readonly optional?: true
  /** The parameter that names the metrics. */
  readonly of: string
  /** The choice under which weights count: a parameter and its value. */
  readonly when: readonly [string, string]
}

/** Named classes of the subjects, each with its weight; at least one. */
interface PartsParameter {
  readonly kind: 'parts'
  readonly optional?: true
}

interface Part {
  readonly id: string
  readonly where: Expression
  readonly weight: number
}

/** One parameter of a method as plain data: what it may be, what it means to others, how it is named. */
export type Parameter =
  | FeedParameter
  | PredicateParameter
  | ValueParameter
  | NumberParameter
  | ChoiceParameter
  | MetricsParameter
  | WeightsParameter
  | PartsParameter

/** Parameters by name, in the order in which the catalog's schema lists them. */
export type Parameters = Readonly<Record<string, Parameter>>

interface Values {
  readonly feed: string
  readonly predicate: Expression
  readonly value: Expression
  readonly number: number
  readonly choice: string
  readonly metrics: readonly string[]
  readonly weights: Readonly<Record<string, number>>
  readonly parts: readonly Part[]
}

type ValueOf<P extends Parameter> = P extends { readonly choices: infer Choices }
  ? Extract<keyof Choices, string>
  : Values[P['kind']]

type MayLack<P extends Parameters> = {
  [Name in keyof P]: P[Name] extends { readonly optional: true } ? Name : never
}[keyof P]

/** What a method is given: its parameters, with those numbers filled in that hold where a definition does not say. */
export type Given<P extends Parameters> = {
  readonly [Name in Exclude<keyof P, MayLack<P>>]: ValueOf<P[Name]>
} & { readonly [Name in MayLack<P>]?: ValueOf<P[Name]> | undefined }

/** The parameters of one kind by name, in their order. */
export function parametersOf<Kind extends Parameter['kind']>(
  parameters: Parameters,
  kind: Kind,
): readonly (readonly [string, Extract<Parameter, { kind: Kind }>])[] {
  const isOfKind = (parameter: Parameter): parameter is Extract<Parameter, { kind: Kind }> => parameter.kind === kind
  return Object.entries(parameters).flatMap(([name, parameter]) =>
    isOfKind(parameter) ? [[name, parameter] as const] : [],
  )
}

/** The feed that a definition names in a role; null when its method has no such parameter. */
export function feedOfRole(
  parameters: Parameters,
  definition: Readonly<Record<string, unknown>>,
  role: FeedParameter['role'],
): string | null {
  const [name] = parametersOf(parameters, 'feed').find(([, feed]) => feed.role === role) ?? []
  const feed = name === undefined ? null : definition[name]
  return typeof feed === 'string' ? feed : null
}

/** Whether a definition may leave it out. */
export function isOptional(parameter: Parameter): boolean {
  return parameter.kind === 'number' ? parameter.otherwise !== undefined : parameter.optional === true
}

/** Filters that every measured method has: `where` chooses, and what `known` does not hold for is excluded as unknown. */
export const FILTERS = {
  where: { kind: 'predicate', optional: true },
  byWhere: { kind: 'predicate', optional: true, unused: true },
  known: { kind: 'predicate', optional: true },
} as const satisfies Parameters

/** The same where features of `by` are chosen too, by `byWhere`. */
export const FILTERS_WITH_BY = {
  ...FILTERS,
  byWhere: { kind: 'predicate', optional: true },
} as const satisfies Parameters

export const SUBJECTS = { zh: '对象', en: 'Subjects' } as const satisfies Named
export const BY = { zh: '由…覆盖', en: 'Covered by' } as const satisfies Named
