export interface Words {
  readonly zh: string
  readonly en: string
}

/** Chinese and English of one thing shown. */
export function words(zh: string, en: string): Words {
  return { zh, en }
}
