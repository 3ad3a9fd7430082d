import type { DrawnMark, MapDrawing } from '#core/drawing/drawMap.ts'
import type { Bounds } from '#core/geo/boundsOf.ts'

export interface DrawingRequest {
  /** What is to be seen whole; null: the scope, or without one the city. */
  readonly bounds: Bounds | null
  readonly width: number
  readonly height: number
  readonly scope: string | null
  /** A metric with what it covers and leaves open; null: the ground alone. */
  readonly row: { readonly indicator: string; readonly metric: string } | null
  readonly marks: readonly DrawnMark[]
  readonly words: MapDrawing['words']
  readonly language: 'zh-CN' | 'en'
  /** Id to cancel it by; without one it runs to its end. */
  readonly job?: string | undefined
}

/** A map without a map: the city as an SVG element. */
export interface Drawing {
  readonly svg: string
  /** Feeds that would be on it and have not come in. */
  readonly missing: readonly string[]
}
