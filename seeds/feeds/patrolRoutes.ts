import type { Position } from 'geojson'
import { metresBetween } from '../geometry/offset'
import { roadSearch } from '../geometry/shortestRoad'
import type { Random } from '../random'
import type { Survey } from './survey'

/** How far off the far end of a route lies, metres as the crow flies. */
const NEAREST = 1500
const FARTHEST = 5200

/** Ways along the main roads from the junction nearest to a place to another some kilometres off. */
export function patrolRoutes(facts: Survey, dice: Random): (from: Position) => readonly Position[] {
  const roads = facts.roads('trunk', 'primary', 'secondary', 'tertiary')
  const search = roadSearch(roads)
  const ends = [...new Set(roads.flatMap(({ from, to }) => [from, to]))].map((id) => facts.junction.get(id)!)
  const nearest = (place: Position) =>
    ends.reduce((best, each) =>
      metresBetween(each.position, place) < metresBetween(best.position, place) ? each : best,
    )
  return (from) => {
    const start = nearest(from)
    const far = ends.filter(({ position }) => {
      const metres = metresBetween(position, start.position)
      return metres > NEAREST && metres < FARTHEST
    })
    for (const goal of dice.shuffle(far)) {
      const line = search(start.id, goal.id)
      if (line) return line
    }
    return [start.position]
  }
}
