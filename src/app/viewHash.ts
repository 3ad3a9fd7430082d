import { type Camera, initialView, type ViewState, WORKSPACES, type Workspace } from '#state/view.ts'
import { type LinkedLists, NO_LISTS } from './listsLink'
import { isTail, mendedHash } from './mendedHash'
import { readTable, writeTables } from './tableLink'

/** Version of the query part. A later version reads the older ones. */
const VERSION = '1'

/** What a link says: the view, the selected feature by its text id, the lists of a desk, and what this app does not know. */
export interface LinkedView {
  readonly view: ViewState
  readonly selected: { readonly feed: string; readonly id: string } | null
  readonly lists: LinkedLists
  readonly unknown: readonly string[]
  /** The code of a scenario. */
  readonly scenario: string | null
}

/** Writes `#/<workspace>/<map>?v=1&…`. What stands at its default is left out, so links stay short. */
export function writeViewHash(
  view: ViewState,
  selected: LinkedView['selected'],
  defaultScope: string | null = null,
  { tool, everywhere, part }: LinkedLists = NO_LISTS,
): string {
  const query = new URLSearchParams()
  if (view.scope !== defaultScope) query.set('scope', view.scope ?? '*')
  if (view.indicator) query.set('row', view.indicator)
  if (view.metric) query.set('metric', view.metric)
  if (view.lens) query.set('lens', view.lens)
  const layers = Object.entries(view.layerVisibility).map(([id, shown]) => `${shown ? '' : '!'}${id}`)
  if (layers.length > 0) query.set('layers', layers.sort().join(','))
  const opacity = Object.entries(view.layerOpacity).map(([id, percent]) => `${id}:${percent}`)
  if (opacity.length > 0) query.set('opacity', opacity.sort().join(','))
  writeTables(query, view)
  if (part !== null) query.set('part', part)
  if (everywhere) query.set('all', '1')
  if (tool !== null) query.set('tool', tool)
  if (view.buildings3d) query.set('3d', '1')
  if (view.camera) query.set('at', writeCamera(view.camera))
  if (selected) query.set('sel', `${selected.feed}:${selected.id}`)
  const path = `#/${view.workspace}/${view.map}`
  // Commas, colons and the like are plain in a fragment; leaving them readable keeps links short.
  const text = query.toString().replace(/%2C/g, ',').replace(/%3A/g, ':').replace(/%21/g, '!').replace(/%2A/g, '*')
  if (text === '') return path
  const link = `${path}?v=${VERSION}&${text}`
  // A reader takes a stop at the end for the end of a sentence.
  return `#${mendedHash(link)}` === link ? link : `${path}?${text}&v=${VERSION}`
}

/** What a city gives links. */
export interface CityLinks {
  /** The scope a page opens in; null: the whole city. */
  readonly defaultScope: string | null
  /** Ids of its maps; a page opens on the first. */
  readonly maps: readonly string[]
}

/**
 * Reads a hash, also as chat programs leave it. Anything unknown or malformed falls back to its default and is named in
 * `unknown`.
 */
export function readViewHash(hash: string, { defaultScope, maps }: CityLinks): LinkedView {
  const unknown: string[] = []
  const base: ViewState = { ...initialView, scope: defaultScope, map: maps[0] ?? initialView.map }
  const [path = '', ...search] = mendedHash(hash).split('?')
  const [workspace = '', map = '', ...rest] = path.split('/').filter((part) => part !== '')
  if (rest.length > 0) unknown.push(rest.join('/'))
  const query = new URLSearchParams(search.join('&'))
  const version = query.get('v')
  if (version !== null && version !== VERSION) unknown.push(`v=${version}`)

  let view: ViewState = {
    ...base,
    workspace: pick<Workspace>(WORKSPACES, workspace, base.workspace, unknown),
    map: pick(maps.length > 0 ? maps : [base.map], map, base.map, unknown),
  }
  let selected: LinkedView['selected'] = null
  let lists = NO_LISTS
  let scenario: string | null = null
  for (const [key, value] of query) {
    switch (key) {
      case 'v':
        break
      case 'scope':
        view = { ...view, scope: value === '*' ? null : value }
        break
      case 'row':
        view = { ...view, indicator: value }
        break
      case 'metric':
        view = { ...view, metric: value }
        break
      case 'lens':
        view = { ...view, lens: value }
        break
      case 'layers':
        view = { ...view, layerVisibility: readLayers(value) }
        break
      case 'opacity': {
        const layerOpacity = readOpacity(value)
        if (layerOpacity) view = { ...view, layerOpacity }
        else unknown.push(`opacity=${value}`)
        break
      }
      case 'table':
      case 'sort':
      case 'filter': {
        const read = readTable(view, key, value)
        if (read) view = { ...view, ...read }
        else unknown.push(`${key}=${value}`)
        break
      }
      case 'part':
        lists = { ...lists, part: value }
        break
      case 'all':
        lists = { ...lists, everywhere: value === '1' }
        break
      case 'tool':
        lists = { ...lists, tool: value }
        break
      case '3d':
        view = { ...view, buildings3d: value === '1' }
        break
      case 'at': {
        const camera = readCamera(value)
        if (camera) view = { ...view, camera }
        else unknown.push(`at=${value}`)
        break
      }
      case 'sel': {
        const cut = value.indexOf(':')
        if (cut > 0) selected = { feed: value.slice(0, cut), id: value.slice(cut + 1) }
        else unknown.push(`sel=${value}`)
        break
      }
      case 'plan':
        scenario = value
        break
      default:
        if (!isTail(key)) unknown.push(`${key}=${value}`)
    }
  }
  return { view, selected, lists, scenario, unknown }
}

function pick<T extends string>(known: readonly T[], text: string, otherwise: T, unknown: string[]): T {
  const found = known.find((candidate) => candidate === text)
  if (!found && text !== '') unknown.push(text)
  return found ?? otherwise
}

function readLayers(text: string): Readonly<Record<string, boolean>> {
  const entries = text.split(',').filter((part) => part !== '')
  return Object.fromEntries(entries.map((part) => (part.startsWith('!') ? [part.slice(1), false] : [part, true])))
}

function readOpacity(text: string): Readonly<Record<string, number>> | null {
  const entries = text.split(',').map((part): readonly [string, number] => {
    const cut = part.lastIndexOf(':')
    return [part.slice(0, cut), Number(part.slice(cut + 1))]
  })
  const isRight = entries.every(
    ([id, percent]) => id !== '' && Number.isInteger(percent) && percent >= 10 && percent < 100,
  )
  return isRight ? Object.fromEntries(entries) : null
}

function writeCamera({ longitude, latitude, zoom, bearing, pitch }: Camera): string {
  const numbers = [longitude.toFixed(5), latitude.toFixed(5), zoom.toFixed(2), bearing.toFixed(0), pitch.toFixed(0)]
  return numbers.map((number) => String(Number(number))).join(',')
}

function readCamera(text: string): Camera | null {
  const numbers = text.split(',').map(Number)
  const [longitude, latitude, zoom, bearing = 0, pitch = 0] = numbers
  if (longitude === undefined || latitude === undefined || zoom === undefined) return null
  if (!numbers.every(Number.isFinite) || Math.abs(longitude) > 180 || Math.abs(latitude) > 85) return null
  if (zoom < 0 || zoom > 24 || pitch < 0 || pitch > 85) return null
  return { longitude, latitude, zoom, bearing, pitch }
}
