export { IndicatorInspector as OpenRow } from './inspector/IndicatorInspector'
export { StarBoard as Board } from './table/StarBoard'
