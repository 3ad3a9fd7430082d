import type { FeedFeature, FeedFile } from './feedFile'
import { feature } from './feedFile'
import { rounded } from './rounding'

interface Told {
  readonly indicator: string
  readonly metric?: string
  readonly item?: string
  readonly value: number | boolean
  readonly numerator?: number
  readonly denominator?: number
  readonly date: string
  readonly source: string
}

/** Rows that only a department can know. Two rows and one count are left out on purpose: they must show as unknown. */
export function growReported(): FeedFile {
  const told = [...ratios(), ...counts(), ...checklists()]
  const features = told.map(
    (each, index): FeedFeature => feature(`BS${String(index + 1).padStart(3, '0')}`, null, { ...each }),
  )
  return { id: 'reported', asOf: '2026-08-25T00:00:00+08:00', features }
}

function ratio(
  indicator: string,
  metric: string,
  numerator: number,
  denominator: number,
  source: string,
  date = '2026-07-31',
): Told {
  return { indicator, metric, value: rounded(numerator / denominator, 6), numerator, denominator, date, source }
}

function ratios(): Told[] {
  return [
    ratio('e-certificate-usage-rate', 'value', 1538, 1842, '市行政审批服务局'),
    ratio('transit-e-payment-rate', 'value', 912_400, 998_300, '市交通运输局'),
    ratio('gov-cloud-migration-rate', 'value', 132, 137, '市大数据局'),
    ratio('data-sharing-rate', 'value', 37, 45, '市大数据局'),
    ratio('public-data-openness', 'value', 17, 22, '市大数据局'),
    ratio('software-revenue-scale', 'value', 19.6, 934.5, '市工业和信息化局', '2025-12-31'),
    ratio('e-commerce-share', 'value', 61.7, 382.4, '市商务局', '2026-06-30'),
    ratio('patents-per-10k-growth', 'value', 0.92, 7.31, '市市场监管局', '2025-12-31'),
    ratio('public-security-video-application', 'crime_contribution', 402, 641, '市公安局', '2026-06-30'),
    ratio('ipv6-website-support', 'value', 4, 10, '市委网信办'),
    ratio('gov-service-app-applications', 'rank_share', 31, 136, '市大数据局'),
  ]
}

function counts(): Told[] {
  const row = (
    indicator: string,
    metric: string,
    value: number | boolean,
    source: string,
    date = '2026-07-31',
  ): Told => ({ indicator, metric, value, date, source })
  return [
    row('gov-service-app-applications', 'branch_hall_open', true, '市大数据局'),
    row('multi-grid-integration', 'value', 4, '市委政法委'),
    row('public-security-video-application', 'served_departments', 6, '市公安局'),
    row('project-cultivation', 'value', 82, '市发展改革局'),
    row('funding', 'social_capital_cny', 18_600_000, '市财政局'),
    row('information-security', 'incidents', 0, '市委网信办'),
    row('pilot-work', 'pilots_any', 3, '市大数据局'),
    row('pilot-work', 'pilots_provincial', 1, '市大数据局'),
    row('pilot-work', 'pilots_national', 0, '市大数据局'),
    row('publicity-experience', 'activities_any', 4, '市委宣传部'),
    row('publicity-experience', 'activities_national_or_provincial', 1, '市委宣传部'),
  ]
}

const items: Readonly<Record<string, readonly [source: string, held: readonly string[], missing: readonly string[]]>> =
  {
    'institutional-mechanism': [
      '市政府办公室',
      [
        'leading_group',
        'led_by_gov_head',
        'dept_coordinates',
        'operator_unified',
        'project_mgmt_rules',
        'in_performance_assessment',
      ],
      ['regular_meetings'],
    ],
    planning: [
      '市大数据局',
      ['annual_plan', 'task_division', 'top_plan_published', 'assessment_mechanism', 'special_plans'],
      ['annual_summary'],
    ],
    'talent-assurance': [
      '市委组织部',
      ['talent_plan', 'org_structure', 'training', 'cio_system'],
      ['role_division', 'talent_incentives', 'talent_exchange'],
    ],
    funding: ['市财政局', ['special_fund', 'multi_channel_investment', 'fiscal_key_projects'], []],
  }

function checklists(): Told[] {
  return Object.entries(items).flatMap(([indicator, [source, held, missing]]) =>
    [...held, ...missing].map((item) => ({ indicator, item, value: held.includes(item), date: '2026-06-30', source })),
  )
}
