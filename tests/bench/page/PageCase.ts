import type { Page } from 'playwright-core'
import type { ChangingServer } from './serveChanging'

/** One thing a person does, or that happens, on a page at rest. */
export interface PageCase {
  readonly name: string
  readonly note: string
  /** Brings the page to where the case begins and finds what to press, unrecorded: looking things up costs main-thread time. */
  prepare?(page: Page, server: ChangingServer): Promise<void>
  /** Recorded, with the wait until the page is at rest again. */
  act(page: Page, server: ChangingServer): Promise<void>
}

/** Cases done one after the other on one page. */
export interface PageVisit {
  /** The part of the address after the hash. */
  readonly view: string
  /** Opening itself, as a case, where wanted. */
  readonly opening?: { readonly name: string; readonly note: string }
  /** Served with a feed that can change. */
  readonly changes?: boolean
  readonly cases: readonly PageCase[]
}
