/** One change of a living feed as it came, before the door: a feature inserted or replaced, or one that is gone. */
export type Change =
  | {
      readonly kind: 'put'
      readonly id: string
      /** A GeoJSON Feature as received; the door has not seen it. */
      readonly feature: unknown
      /** When it arrived, epoch milliseconds of the city's clock. */
      readonly arrival: number
    }
  | { readonly kind: 'gone'; readonly id: string; readonly arrival: number }
