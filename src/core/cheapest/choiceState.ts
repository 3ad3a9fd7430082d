import { evaluateMetric } from '../indicators/evaluateMetric'
import { evaluateRow } from '../indicators/evaluateRow'
import { evaluationContext } from '../indicators/evaluationContext'
import { METHODS } from '../indicators/methods/methods'
import { roundRatio } from '../indicators/ratioResult'
import { rateRow } from '../indicators/starRules'
import type { MetricResult } from '../model/evaluation'
import type { Made } from './changedFeeds'
import { type ChoiceModel, inputWith, type ModelMetric, type ModelRow, type Sum } from './choiceModel'

/** Choices made one by one, and which rows stand at the star with them. */
export class ChoiceState implements Made {
  cost = 0
  private readonly model: ChoiceModel
  private readonly on: Uint8Array
  private readonly numerators: Float64Array
  private readonly denominators: Float64Array
  /** By choice: what it brings to sums alone, and the parts of sums that it matters to. */
  private readonly single: { sum: number; numerator: number; denominator: number }[][]
  private readonly joint: number[][]
  private readonly parts: { readonly sum: Sum; readonly at: number; readonly known: Map<string, Brought> }[] = []
  private readonly now: Brought[] = []
  private readonly rowsOf: number[][]
  private readonly stands: (boolean | null)[]
  private readonly answers = new Map<string, number | boolean | null>()

  constructor(model: ChoiceModel) {
    this.model = model
    const { choices } = model.task
    this.on = new Uint8Array(choices.length)
    this.numerators = Float64Array.from(model.sums, ({ numerator }) => numerator)
    this.denominators = Float64Array.from(model.sums, ({ denominator }) => denominator)
    this.single = choices.map(() => [])
    this.joint = choices.map(() => [])
    this.rowsOf = choices.map(() => [])
    this.stands = model.rows.map(() => null)
    for (const sum of model.sums) {
      for (const { choice, numerator, denominator } of sum.single) {
        this.single[choice]!.push({ sum: sum.id, numerator, denominator })
      }
      sum.parts.forEach((part, at) => {
        for (const choice of part.choices) this.joint[choice]!.push(this.parts.length)
        this.parts.push({ sum, at, known: new Map() })
      })
    }
    for (let part = 0; part < this.parts.length; part++) {
      const brought = this.broughtBy(part)
      this.now.push(brought)
      this.take(part, brought, 1)
    }
    model.rows.forEach((row, at) => {
      for (const choice of row.choices) this.rowsOf[choice]!.push(at)
    })
  }

  has = (choice: number): boolean => this.on[choice] === 1
  get made(): number[] {
    return [...this.on.keys()].filter(this.has)
  }

  set(choices: Iterable<number>): void {
    const wanted = new Set(choices)
    for (let choice = 0; choice < this.on.length; choice++) {
      if (this.has(choice) !== wanted.has(choice)) this.toggle(choice)
    }
  }

  toggle(choice: number): void {
    const sign = this.on[choice] === 1 ? -1 : 1
    this.on[choice] = sign === 1 ? 1 : 0
    this.cost += sign * this.model.task.choices[choice]!.cost
    for (const { sum, numerator, denominator } of this.single[choice]!) {
      this.numerators[sum]! += sign * numerator
      this.denominators[sum]! += sign * denominator
    }
    for (const part of this.joint[choice]!) {
      this.take(part, this.now[part]!, -1)
      const brought = this.broughtBy(part)
      this.now[part] = brought
      this.take(part, brought, 1)
    }
    for (const row of this.rowsOf[choice]!) this.stands[row] = null
  }

  /** Whether a row stands at the star that is wanted. */
  standsAt(row: number): boolean {
    this.stands[row] ??= (this.starOf(this.model.rows[row]!) ?? 0) >= this.model.task.want
    return this.stands[row] ?? false
  }

  private take(part: number, brought: Brought, sign: 1 | -1): void {
    const { id } = this.parts[part]!.sum
    this.numerators[id]! += sign * brought.numerator
    this.denominators[id]! += sign * brought.denominator
  }

  private broughtBy(part: number): Brought {
    const { sum, at, known } = this.parts[part]!
    const { choices, brought, anyOne } = sum.parts[at]!
    const made = choices.filter(this.has)
    const key = anyOne ? String(made.length > 0) : made.join()
    const before = known.get(key)
    if (before) return before
    const fresh = brought(this)
    known.set(key, fresh)
    return fresh
  }

  private starOf(row: ModelRow): number | null {
    if (row.asked) {
      const context = evaluationContext(inputWith(this.model.task, this))
      return evaluateRow(row.row, row.definition, context).result.star
    }
    const values = new Map<string, number | boolean | null>()
    const valueAt = (id: string): number | boolean | null => {
      const known = values.get(id)
      if (known !== undefined) return known
      const metric = row.metrics.get(id)
      const value = metric ? this.measured(row, id, metric, valueAt) : null
      values.set(id, value)
      return value
    }
    const metrics = Object.fromEntries([...row.metrics.keys()].map((id) => [id, valueAt(id)]))
    return rateRow(row.row, { metrics, items: row.before.items ?? {} }).star
  }

  private measured(
    row: ModelRow,
    id: string,
    metric: ModelMetric,
    other: (id: string) => number | boolean | null,
  ): number | boolean | null {
    switch (metric.kind) {
      case 'known':
        return metric.value
      case 'sum':
        return sumValue(metric.sum, this.numerators[metric.sum.id]!, this.denominators[metric.sum.id]!)
      case 'combined':
        return evaluateMetric(metric.definition, METHODS, {
          ...evaluationContext(this.model.input),
          ...{ indicator: row.row.id, metric: id, standardWeights: row.row.weights, detail: 'none' },
          other: (each): MetricResult => ({ ...row.before.metrics[each]!, value: other(each), known: 'measured' }),
        }).result.value
      case 'asked': {
        const key = `${row.row.id}\n${id}\n${metric.choices.filter(this.has).join()}`
        const known = this.answers.get(key)
        if (known !== undefined) return known
        const value = evaluateMetric(row.definition?.metrics[id], METHODS, {
          ...evaluationContext(inputWith(this.model.task, this)),
          ...{ indicator: row.row.id, metric: id, standardWeights: row.row.weights, detail: 'none' },
          other: (each): MetricResult => ({ ...row.before.metrics[each]!, value: other(each), known: 'measured' }),
        }).result.value
        this.answers.set(key, value)
        return value
      }
    }
  }
}

interface Brought {
  readonly numerator: number
  readonly denominator: number
}

function sumValue({ counts, tolerance }: Sum, numerator: number, denominator: number): number | null {
  if (!(denominator > 0)) return null
  if (counts) return roundRatio(numerator)
  const share = numerator / denominator
  return tolerance > 0 && share >= 1 - tolerance ? 1 : roundRatio(share)
}
