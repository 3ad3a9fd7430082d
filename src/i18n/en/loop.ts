import type { Words } from '../language'

export const loop: Words['loop'] = {
  label: 'The loop: monitor, warn, coordinate, command, analyse, decide, evaluate',
  monitor: 'Monitor',
  warn: 'Warn',
  coordinate: 'Coordinate',
  command: 'Command',
  analyse: 'Analyse',
  decide: 'Decide',
  evaluate: 'Evaluate',
  online: '{{online}} / {{all}} online',
  warned: '{{warnings}} warn · {{alarms}} alarms',
  toAssign: '{{count}} to assign',
  inHand: '{{count}} in hand',
  emerging: '{{count}} emerging',
  below: '{{count}} under 4★',
  onTime: '{{rate}} in time',
  notThere: 'Not connected',
  old: 'Old data',
  go: '{{stage}}: {{fact}}, open',
  goHere: '{{stage}}: {{fact}}, served by this map, open',
}
