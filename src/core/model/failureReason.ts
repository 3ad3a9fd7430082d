/** Why something failed, in both languages. */
export interface FailureReason {
  readonly zh: string
  readonly en: string
}

/** The reason an error brings in words of both languages; of another, what it says itself. */
export function failureReason(error: unknown): FailureReason {
  if (typeof error === 'object' && error !== null && 'reason' in error && isReason(error.reason)) return error.reason
  const text = error instanceof Error ? error.message : String(error)
  return { zh: text, en: text }
}

function isReason(value: unknown): value is FailureReason {
  if (typeof value !== 'object' || value === null) return false
  return 'zh' in value && typeof value.zh === 'string' && 'en' in value && typeof value.en === 'string'
}
