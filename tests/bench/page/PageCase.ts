import type { Page } from 'playwright-core'

/** One thing a person does, or that happens, on a page at rest. */
export interface PageCase {
  readonly name: string
  readonly note: string
  /** Brings the page to where the case begins and finds what to press, unrecorded: looking things up costs main-thread time. */
  prepare?(page: Page): Promise<void>
  /** Recorded, with the wait until the page is at rest again. */
  act(page: Page): Promise<void>
  /** Selector of what must be there at the end. */
  readonly there?: string
}

/** Cases done one after the other on one page. */
export interface PageVisit {
  /** The part of the address after the hash. */
  readonly view: string
  /** Opening itself, as a case, where wanted. */
  readonly opening?: { readonly name: string; readonly note: string }
  readonly cases: readonly PageCase[]
}
