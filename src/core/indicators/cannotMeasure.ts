/** Why a metric has no value; `why` is a code such as `feed-unreadable:sites-5g`. Caught by `evaluateMetric`. */
export class CannotMeasure extends Error {
  constructor(readonly why: string) {
    super(why)
  }
}
