import type { Words } from '../language'

export const map: Words['map'] = {
  title: 'City map: arrow keys pan, plus and minus zoom, Enter inspects the middle',
  northUp: 'North up',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  buildings3d: '3D: buildings stand up',
  metres: '{{value}} m',
  kilometres: '{{value}} km',
  contextLost: 'The graphics processor is away for a moment and the map is being restored; all else goes on.',
  unsupported: 'This browser has no WebGL2, so the map cannot be drawn; indicators, tables and exports still work.',
}
