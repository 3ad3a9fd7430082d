/** 整改: the steps a hazard goes through, first to last; the last one ends it. */
export const RECTIFICATION = ['未整改', '整改中', '待验收', '已销号'] as const
export type RectificationStep = (typeof RECTIFICATION)[number]

/** Struck off the list: nothing is due any more. */
export const RECTIFIED: RectificationStep = '已销号'
