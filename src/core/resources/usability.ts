import type { RecordKind } from '../model/feature'
import type { Reason } from '../model/feedReport'
import { isObject, textOf } from '../model/values'

type Properties = Readonly<Record<string, unknown>>

/** 待命: on call. */
const ON_CALL = '待命'

const onCall = ({ state }: Properties): Reason | null => {
  const stated = textOf(state)
  return stated === null || stated === ON_CALL
    ? null
    : { code: 'not-on-call', zh: `状态为“${stated}”`, en: `state is “${stated}”` }
}

const CHECKS: { readonly [R in RecordKind]?: (properties: Properties) => Reason | null } = {
  team: (properties) =>
    properties.ready === false ? { code: 'not-ready', zh: '未备勤', en: 'not ready' } : onCall(properties),
  vehicle: onCall,
  shelter: ({ open }) => (open === false ? { code: 'closed', zh: '未开放', en: 'not open' } : null),
  hospital: ({ emergency }) =>
    emergency === false ? { code: 'no-emergency', zh: '无急诊', en: 'no emergency department' } : null,
  store: ({ stock }) =>
    Array.isArray(stock) && stock.length > 0 && stock.every((item) => isObject(item) && item.quantity === 0)
      ? { code: 'empty', zh: '库存为零', en: 'nothing in stock' }
      : null,
}

/**
 * Why a resource cannot be used now, by what its record says; null where nothing speaks against it. A property that is
 * missing never does.
 */
export const whyNotUsable = (record: RecordKind, properties: Properties): Reason | null =>
  CHECKS[record]?.(properties) ?? null
