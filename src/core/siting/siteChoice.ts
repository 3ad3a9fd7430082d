/** A choice of sites that can be changed site by site and made better by exchange: what a search works on. */
export interface SiteChoice {
  /** Weight served. */
  readonly value: number
  /** Demands looked at so far: a measure of time that is the same on every machine. */
  readonly work: number
  readonly chosen: readonly number[]
  has(site: number): boolean
  /** What a site that is not chosen would add. */
  gainOf(site: number): number
  add(site: number): void
  remove(site: number): void
  /** Chooses these sites and no others. */
  set(sites: readonly number[]): void
  /** The site that would add most, the lowest of equals; −1 when all are chosen. */
  best(): number
  /** The chosen site that is missed least, the lowest of equals; −1 when none is chosen. */
  least(): number
  /** Exchanges one site for another until no such exchange is found that serves more. */
  descend(): void
}

/** Weight below which one choice is no better than another. */
export const TINY = 1e-9
