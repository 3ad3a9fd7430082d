export interface CaseKind {
  readonly code: string
  readonly class: string
  readonly zh: string
  readonly en: string
  readonly unit: string
  readonly grade: '紧急' | '较急' | '一般'
  /** Working minutes allowed for handling it, of 450 a day; minutes of the clock for 紧急. */
  readonly limit: number
  readonly weight: number
}

const enforcement = '市综合执法局'
const housing = '市住房城乡建设局'
const water = '市城乡水务局'
const police = '市公安局'

function kind(
  [code, name]: readonly [code: string, name: string],
  [zh, en]: readonly [zh: string, en: string],
  unit: string,
  grade: CaseKind['grade'],
  limit: number,
  weight: number,
): CaseKind {
  return { code, class: name, zh, en, unit, grade, limit, weight }
}

/** Event classes as GB/T 30428 groups them, with a few kinds of each. */
export const caseKinds: readonly CaseKind[] = [
  kind(['0101', '市容环境'], ['暴露垃圾', 'Exposed rubbish'], enforcement, '较急', 240, 7),
  kind(['0104', '市容环境'], ['道路破损', 'Damaged road'], housing, '一般', 2250, 5),
  kind(['0112', '市容环境'], ['道路积水', 'Standing water'], water, '较急', 240, 4),
  kind(['0201', '宣传广告'], ['非法小广告', 'Illegal stickers'], enforcement, '较急', 450, 5),
  kind(['0204', '宣传广告'], ['广告牌破损', 'Damaged billboard'], enforcement, '一般', 1350, 2),
  kind(['0301', '施工管理'], ['工地扬尘', 'Construction dust'], housing, '较急', 240, 4),
  kind(['0303', '施工管理'], ['无证占道挖掘', 'Unlicensed digging'], enforcement, '一般', 675, 2),
  kind(['0401', '突发事件'], ['井盖丢失', 'Missing manhole cover'], water, '紧急', 120, 3),
  kind(['0404', '突发事件'], ['燃气泄漏报警', 'Gas leak alarm'], housing, '紧急', 60, 1),
  kind(['0406', '突发事件'], ['路灯成片不亮', 'Street lamps out'], housing, '较急', 450, 3),
  kind(['0501', '街面秩序'], ['占道经营', 'Street trading'], enforcement, '较急', 240, 8),
  kind(['0505', '街面秩序'], ['机动车乱停放', 'Illegal parking'], police, '较急', 180, 8),
  kind(['0601', '其他事件'], ['绿地损坏', 'Damaged green space'], enforcement, '一般', 2250, 3),
]
