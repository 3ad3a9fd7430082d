import { type ReactNode, useState } from 'react'
import { Badge } from '#ui/Badge.tsx'
import { Button } from '#ui/Button.tsx'
import { Card } from '#ui/Card.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { FactList } from '#ui/FactList.tsx'
import { Icon, type IconName } from '#ui/Icon.tsx'
import { IconButton } from '#ui/IconButton.tsx'
import { HeadLine, LineList, LinePart, OpenLine } from '#ui/LineList.tsx'
import { Opener } from '#ui/Opener.tsx'
import { Panel } from '#ui/Panel.tsx'
import { Quantity } from '#ui/Quantity.tsx'
import { RatioBar } from '#ui/RatioBar.tsx'
import { Select } from '#ui/Select.tsx'
import { Skeleton } from '#ui/Skeleton.tsx'
import { Sparkbar } from '#ui/Sparkbar.tsx'
import { Sparkline } from '#ui/Sparkline.tsx'
import { StarMeter } from '#ui/StarMeter.tsx'
import { State } from '#ui/State.tsx'
import { StateSwatch } from '#ui/StateSwatch.tsx'
import { StepStrip } from '#ui/StepStrip.tsx'
import { Tabs } from '#ui/Tabs.tsx'
import { Waiting } from '#ui/Waiting.tsx'

/** Chooses the text in the language of the page. */
export type Say = (zh: string, en: string) => string
/** Views by the name of their state. */
type States = Readonly<Record<string, ReactNode>>

const ICONS = {
  search: true,
  share: true,
  pulse: true,
  sun: true,
  moon: true,
  close: true,
  left: true,
  right: true,
  up: true,
  down: true,
  download: true,
  eye: true,
  eyeOff: true,
  locate: true,
  print: true,
  warning: true,
  info: true,
  refresh: true,
  send: true,
  history: true,
  menu: true,
  help: true,
  table: true,
} satisfies { readonly [K in IconName]: true }

const nothing = () => {}
const longName: (say: Say) => string = (say) =>
  say(
    '一个比任何一栏都要长得多的名称，到了末尾只好省略',
    'A name that is a good deal longer than any column it may stand in',
  )

const bars = (say: Say) => [
  { key: 'a', label: say('市容环境', 'Appearance'), value: 42, text: '42' },
  { key: 'b', label: say('街面秩序', 'Street order'), value: 17, text: '17', color: 'var(--orange)' },
  { key: 'c', label: longName(say), value: 3, text: '3', color: 'var(--gap)' },
  { key: 'd', label: say('其他', 'Other'), value: 0, text: '0' },
]

/** Every component of `src/ui` in its states, by its name; one without an entry fails `gallery.test.ts`. */
export const UI_ENTRIES: Readonly<Record<string, (say: Say) => States>> = {
  Badge: (say) => ({
    plain: <Badge>{say('未读取', 'Not read')}</Badge>,
    good: <Badge tone="good">{say('正常', 'Live')}</Badge>,
    late: <Badge tone="late">{say('滞后', 'Late')}</Badge>,
    warn: <Badge tone="warn">{say('过期', 'Stale')}</Badge>,
    bad: <Badge tone="bad">{say('读取失败', 'Failing')}</Badge>,
    unknown: <Badge tone="unknown">{say('时间不明', 'Of no known time')}</Badge>,
  }),
  Button: (say) => ({
    plain: <Button>{say('派遣', 'Dispatch')}</Button>,
    'with an icon': <Button icon="send">{say('催办', 'Urge')}</Button>,
    quiet: <Button quiet>{say('取消', 'Cancel')}</Button>,
    disabled: <Button disabled>{say('不可用', 'Not now')}</Button>,
  }),
  Card: (say) => ({
    answer: (
      <Card
        onOpen={nothing}
        title={say('有多少学生?', 'How many pupils?')}
        foot={<span>{say('数据 08:00', 'as of 08:00')}</span>}
      >
        <Quantity value={{ figure: '2,400', unit: say('人', 'pupils') }} size="headline" />
      </Card>
    ),
    'opens something': (
      <Card title={longName(say)} onOpen={nothing} openLabel={say('打开', 'Open')}>
        {say('一句话。', 'One sentence.')}
      </Card>
    ),
    busy: (
      <Card onOpen={nothing} title={say('正在计算', 'Being computed')} busy>
        <Skeleton shape="figure" />
      </Card>
    ),
  }),
  Dialog: (say) => ({ closed: <DialogState say={say} /> }),
  FactList: (say) => ({
    facts: (
      <FactList
        facts={[
          { label: say('编号', 'Id'), value: '37088300000000000001' },
          { label: say('责任单位', 'Department'), value: longName(say) },
          { label: say('不说', 'Left out'), value: null },
          { label: say('状态', 'State'), value: <Badge tone="bad">{say('超期', 'Overdue')}</Badge> },
        ]}
      />
    ),
  }),
  Icon: () => Object.fromEntries(Object.keys(ICONS).map((name) => [name, <Icon key={name} name={name as IconName} />])),
  IconButton: (say) => ({
    plain: <IconButton icon="share" label={say('复制链接', 'Copy the link')} />,
    pressed: <IconButton icon="eye" label={say('显示图层', 'Show the layer')} aria-pressed="true" />,
    disabled: <IconButton icon="download" label={say('导出', 'Export')} disabled />,
  }),
  LineList: (say) => ({
    'nothing in it': <LineList label={say('空列表', 'An empty list')}>{null}</LineList>,
    lines: (
      <LineList label={say('两行', 'Two lines')}>
        <OpenLine name={say('太平路道路积水', 'Water on Taiping Road')} onOpen={nothing}>
          <LinePart whole>{say('超 3 小时 5 分', '3 h 5 min over')}</LinePart>
        </OpenLine>
        <OpenLine name={say('光明街井盖丢失', 'Manhole cover missing, Guangming Street')} onOpen={nothing}>
          <LinePart whole>{say('剩 20 分钟', '20 min left')}</LinePart>
        </OpenLine>
      </LineList>
    ),
  }),
  OpenLine: (say) => ({
    'rest below': (
      <LineList>
        <OpenLine
          name={longName(say)}
          mark={<Badge tone="warn">{say('临期', 'Due soon')}</Badge>}
          title={longName(say)}
          onOpen={nothing}
        >
          <LinePart whole>{say('剩 20 分钟', '20 min left')}</LinePart>
          <LinePart>{longName(say)}</LinePart>
        </OpenLine>
      </LineList>
    ),
    'rest beside': (
      <LineList>
        <OpenLine name={say('第一小学', 'First School')} rest="beside" onOpen={nothing}>
          <LinePart>{say('900 人', '900 pupils')}</LinePart>
        </OpenLine>
      </LineList>
    ),
  }),
  LinePart: (say) => ({
    'gives way': (
      <LineList>
        <OpenLine name={say('名称', 'Name')} onOpen={nothing}>
          <LinePart title={longName(say)}>{longName(say)}</LinePart>
          <LinePart whole>{say('整段', 'whole')}</LinePart>
        </OpenLine>
      </LineList>
    ),
  }),
  HeadLine: (say) => ({
    plain: <Heads say={say} />,
    strong: <Heads say={say} strong />,
    'faint, nothing to open': <Heads say={say} faint />,
  }),
  Opener: (say) => ({
    opens: <Opener onOpen={nothing}>{say('12 项', '12 rows')}</Opener>,
    nothing: <Opener onOpen={undefined}>{say('12 项', '12 rows')}</Opener>,
  }),
  Panel: (say) => ({
    padded: (
      <Panel
        title={say('数据健康', 'Data health')}
        aside={say('共 5 行', '5 rows')}
        actions={<IconButton icon="close" label={say('关闭', 'Close')} hint="left" />}
      >
        {say('正文有内边距。', 'The body is padded.')}
      </Panel>
    ),
    flush: (
      <Panel title={say('数据表', 'Table')} flush>
        {say('正文到边。', 'The body runs to the edges.')}
      </Panel>
    ),
  }),
  Quantity: (say) => ({
    headline: <Quantity value={{ figure: '86.4', unit: '%' }} size="headline" />,
    number: <Quantity value={{ figure: '12', unit: '/ 40' }} size="number" />,
    body: <Quantity value={{ figure: '3.2', unit: say('公里', 'km') }} />,
    stale: <Quantity value={{ figure: '86.4', unit: '%' }} size="headline" stale />,
    'not known': <Quantity value={{ figure: '—', unit: '' }} size="headline" />,
  }),
  RatioBar: (say) => ({
    'with the line that matters': (
      <div>
        <RatioBar
          ratio={0.64}
          label={say('64%，四星线 80%', '64 %, four stars at 80 %')}
          ticks={[
            { at: 0.6, strong: false },
            { at: 0.8, label: say('四星 80%', '4 stars 80 %'), strong: true },
            { at: 0.95, strong: false },
          ]}
        />
      </div>
    ),
    small: (
      <div>
        <RatioBar ratio={0.3} size="small" label="30 %" />
      </div>
    ),
    full: (
      <div>
        <RatioBar ratio={1} label="100 %" />
      </div>
    ),
    none: (
      <div>
        <RatioBar ratio={0} label="0 %" />
      </div>
    ),
    unknown: (
      <div>
        <RatioBar ratio={null} label={say('未知', 'unknown')} />
      </div>
    ),
    stale: (
      <div>
        <RatioBar ratio={0.64} stale label={say('64%，过期', '64 %, stale')} />
      </div>
    ),
  }),
  Select: (say) => ({
    few: (
      <Select aria-label={say('范围', 'Scope')} defaultValue="core">
        <option value="city">{say('全域', 'Whole city')}</option>
        <option value="core">{say('建成区', 'Built-up area')}</option>
      </Select>
    ),
    long: (
      <Select aria-label={say('范围', 'Scope')}>
        <option>{longName(say)}</option>
      </Select>
    ),
    disabled: (
      <Select aria-label={say('范围', 'Scope')} disabled>
        <option>{say('全域', 'Whole city')}</option>
      </Select>
    ),
  }),
  Skeleton: () => ({
    figure: (
      <div>
        <Skeleton shape="figure" />
      </div>
    ),
    bar: (
      <div>
        <Skeleton shape="bar" />
      </div>
    ),
    lines: (
      <div>
        <Skeleton shape="lines" lines={4} />
      </div>
    ),
  }),
  Sparkbar: (say) => ({ bars: <Sparkbar label={say('按类别', 'By class')} items={bars(say)} /> }),
  Sparkline: (say) => ({
    'with a gap': (
      <Sparkline values={[3.1, 3.2, null, 3.6, 3.8, 3.7]} label={say('水位，近一小时', 'Level, last hour')} />
    ),
    'one value': <Sparkline values={[null, 2, null]} label={say('只有一个值', 'One value only')} />,
    level: <Sparkline values={[2, 2, 2]} label={say('不变', 'Unchanged')} />,
    'nothing known': <Sparkline values={[null, null]} label={say('没有值', 'No value')} />,
  }),
  StarMeter: (say) => ({
    ...Object.fromEntries(
      ([1, 2, 3, 4, 5] as const).map((level) => [
        `${level}`,
        <StarMeter key={level} level={level} label={say(`${level} 星`, `${level} stars`)} />,
      ]),
    ),
    below: <StarMeter level="below" label={say('不足一星', 'below one star')} />,
    unknown: <StarMeter level="unknown" label={say('未知', 'unknown')} />,
    deduction: <StarMeter level="deduction" label={say('扣分项', 'a deduction')} />,
    pending: <StarMeter level="pending" label={say('正在计算', 'being computed')} />,
    large: <StarMeter level={4} label={say('4 星', '4 stars')} size="large" />,
  }),
  State: (say) => ({
    empty: (
      <State kind="empty" title={say('没有要素', 'No features')}>
        {say('“规划区”范围内没有要素，可切换为全市。', 'Nothing in “Planning area”; try the whole city.')}
      </State>
    ),
    failing: (
      <State kind="failing" title={say('数据源读取失败', 'The feed could not be read')}>
        {say('服务器返回 503', 'the server answered 503')}
      </State>
    ),
    choose: <State kind="choose" title={say('选择一个事件', 'Choose a case')} />,
  }),
  StateSwatch: (say) => ({
    covered: swatch('covered', say('已覆盖', 'Covered')),
    uncovered: swatch('uncovered', say('未覆盖', 'Not covered')),
    excluded: swatch('excluded', say('不计入', 'Not counted')),
  }),
  StepStrip: (say) => ({
    shares: (
      <StepStrip
        label={say('按星级', 'By star')}
        items={[
          { key: '5', label: say('五星', '5 stars'), value: 4, text: '4', color: 'var(--star5)' },
          { key: '4', label: say('四星', '4 stars'), value: 12, text: '12', color: 'var(--star4)' },
          { key: '3', label: say('三星', '3 stars'), value: 0, text: '0', color: 'var(--star3)' },
          { key: '1', label: say('一星', '1 star'), value: 1, text: '1', color: 'var(--star1)' },
          { key: '?', label: say('未知', 'unknown'), value: 20, text: '20' },
        ]}
      />
    ),
  }),
  Tabs: (say) => ({
    underline: <TabsState say={say} look="underline" />,
    segments: <TabsState say={say} look="segments" />,
  }),
  Waiting: (say) => ({ lines: <Waiting lines={4} label={say('正在读取', 'Being read')} /> }),
}

function swatch(state: 'covered' | 'uncovered' | 'excluded', word: string) {
  return (
    <span>
      <StateSwatch state={state} />
      {word}
    </span>
  )
}

function Heads({ say, strong = false, faint = false }: { say: Say; strong?: boolean; faint?: boolean }) {
  return (
    <LineList>
      <HeadLine
        name={say('白马河水位', 'Baima River, gauge')}
        mark={<Badge tone="bad">{say('橙色', 'Orange')}</Badge>}
        end={<span>{say('已 1 小时 35 分', 'for 1 h 35 min')}</span>}
        strong={strong}
        faint={faint}
        onOpen={faint ? undefined : nothing}
      >
        <p>{say('水位超警戒 3.82 m 高于限值 3.5 m', 'Water too high: 3.82 m, above the limit of 3.5 m')}</p>
      </HeadLine>
    </LineList>
  )
}

function DialogState({ say }: { readonly say: Say }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>{say('打开对话框', 'Open the dialog')}</Button>
      <Dialog
        open={open}
        title={say('分享当前画面', 'Share what is on show')}
        closeLabel={say('关闭', 'Close')}
        actions={<Button icon="download">{say('导出', 'Export')}</Button>}
        onClose={() => setOpen(false)}
      >
        <p>{longName(say)}</p>
      </Dialog>
    </>
  )
}

function TabsState({ say, look }: { readonly say: Say; readonly look: 'underline' | 'segments' }) {
  const [selected, setSelected] = useState<'unit' | 'grid' | 'class'>('unit')
  return (
    <Tabs
      label={`${say('分组', 'Grouped')}: ${look}`}
      tabs={[
        { id: 'unit', label: say('按单位', 'By department') },
        { id: 'grid', label: say('按网格', 'By grid') },
        { id: 'class', label: say('按类别', 'By class') },
      ]}
      selected={selected}
      onSelect={setSelected}
      look={look}
    />
  )
}
