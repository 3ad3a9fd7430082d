/** 隐患级别, grave first. A scale of its own: how grave the hazard is, not the colour of the risk it makes. */
export const HAZARD_GRADES = ['重大', '一般'] as const
export type HazardGrade = (typeof HAZARD_GRADES)[number]
