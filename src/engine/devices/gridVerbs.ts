import { type GridState, gridState, senseGrids } from '#core/devices/blindGrids.ts'
import { textOf } from '#core/model/values.ts'
import type { EngineContext } from '../EngineContext'
import type { Answers } from '../world/worldView'
import { areasInScope } from './areasInScope'

interface BlindGridsRequest {
  /** Feed of polygons. */
  readonly grids: string
  /** Feeds of devices. */
  readonly devices: readonly string[]
  /** Kind of device that a grid should have; any when null. */
  readonly kind: string | null
  readonly scope: string | null
}

export interface BlindGrid {
  readonly mapId: number
  readonly id: string
  readonly name: string | null
  readonly state: GridState
  readonly devices: number
  readonly people: number | null
}

export interface BlindGrids {
  /** Grids in the scope. */
  readonly grids: number
  /** Every grid of the scope that is not sensed, the most people first. */
  readonly blind: readonly BlindGrid[]
  /** Map ids of the grids that are. */
  readonly sensed: readonly number[]
  /** For each kind of device: grids without one, and with none online. */
  readonly kinds: readonly { readonly kind: string; readonly bare: number; readonly dark: number }[]
}

/** Questions about grids and what senses them. */
export interface GridQuestions {
  blindGrids(request: BlindGridsRequest): BlindGrids
}

export function gridQuestions(context: EngineContext): Answers<GridQuestions> {
  const areasOf = areasInScope(context)
  return {
    blindGrids(view, { grids, devices, kind, scope }) {
      const all = devices.flatMap((feed) => view.features(feed))
      const sensed = senseGrids(areasOf(view, grids, scope), all)
      const states = sensed.map((sense) => ({ sense, state: gridState(sense, kind) }))
      const blind = states.flatMap(({ sense: { grid, devices }, state }) =>
        state === 'sensed'
          ? []
          : [
              {
                mapId: grid.mapId,
                id: grid.id,
                name: textOf(grid.properties.name),
                state,
                devices,
                people: figure(grid.properties.people),
              },
            ],
      )
      const kinds = [...new Set(all.flatMap(({ properties }) => textOf(properties.kind) ?? []))].map((each) => {
        const of = sensed.map((sense) => gridState(sense, each))
        const count = (state: GridState) => of.filter((one) => one === state).length
        return { kind: each, bare: count('bare'), dark: count('dark') }
      })
      return {
        grids: sensed.length,
        blind: blind.sort((a, b) => (b.people ?? 0) - (a.people ?? 0) || (a.id < b.id ? -1 : 1)),
        sensed: states.flatMap(({ sense, state }) => (state === 'sensed' ? sense.grid.mapId : [])),
        kinds: kinds.sort((a, b) => b.bare + b.dark - a.bare - a.dark || (a.kind < b.kind ? -1 : 1)),
      }
    },
  }
}

const figure = (value: unknown): number | null => (typeof value === 'number' ? value : null)
