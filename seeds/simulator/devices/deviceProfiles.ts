/** How one kind of device behaves: all amounts in its unit. */
export interface DeviceProfile {
  /** Decimals a reading is given with. */
  readonly digits: number
  /** Range its own usual level is drawn from. */
  readonly base: readonly [number, number]
  /** Half the swing of a day, and the hour (0-24, Asia/Shanghai) at which it stands highest. */
  readonly day: { readonly swing: number; readonly peak: number }
  /** A second swing of half a day, for what has a morning and an evening. */
  readonly halfDay?: { readonly swing: number; readonly peak: number }
  /** Slow wandering over days: of this device, and of all of its kind together (weather). */
  readonly drift: number
  readonly weather: number
  /** Noise that hangs together for half an hour and for three hours. */
  readonly noise: number
  /** Noise of the instrument itself, new with every reading. */
  readonly grain: number
  /** What rain does: `now` per mm/h falling, `after` per mm fallen, `lag` hours later. */
  readonly rain?: { readonly now?: number; readonly after?: number; readonly lag?: number }
  /** Something that happens now and then: reaches `reach`, with this chance in five days. */
  readonly episode?: {
    readonly reach: readonly [number, number]
    readonly chance: number
    readonly minutes: readonly [number, number]
  }
  /** No reading is below or above these. */
  readonly least: number
  readonly most: number
}

const still = { swing: 0, peak: 0 }

/** The kinds of device the demonstration city has. */
export const deviceProfiles: Readonly<Record<string, DeviceProfile>> = {
  水位: {
    digits: 2,
    base: [1.2, 2.5],
    day: { swing: 0.05, peak: 6 },
    drift: 0.14,
    weather: 0.1,
    noise: 0.02,
    grain: 0.008,
    rain: { after: 0.022, lag: 3.5 },
    least: 0.05,
    most: 7,
  },
  雨量: {
    digits: 1,
    base: [0, 0],
    day: still,
    drift: 0,
    weather: 0,
    noise: 0,
    grain: 0,
    rain: { now: 1 },
    least: 0,
    most: 120,
  },
  空气质量: {
    digits: 0,
    base: [46, 74],
    day: { swing: 9, peak: 22 },
    halfDay: { swing: 7, peak: 8.5 },
    drift: 6,
    weather: 22,
    noise: 4,
    grain: 1.2,
    rain: { now: -1.2 },
    episode: { reach: [155, 190], chance: 0.16, minutes: [240, 540] },
    least: 12,
    most: 400,
  },
  噪声: {
    digits: 1,
    base: [51, 57.5],
    day: { swing: 6, peak: 15 },
    halfDay: { swing: 1.8, peak: 7.6 },
    drift: 0.7,
    weather: 0,
    noise: 1.2,
    grain: 0.7,
    rain: { now: 0.15 },
    episode: { reach: [71.5, 78], chance: 0.5, minutes: [60, 240] },
    least: 32,
    most: 110,
  },
  井盖: {
    digits: 1,
    base: [0.4, 2.4],
    day: { swing: 0.12, peak: 14 },
    drift: 0.2,
    weather: 0,
    noise: 0.08,
    grain: 0.06,
    episode: { reach: [18, 64], chance: 0.22, minutes: [90, 420] },
    least: 0,
    most: 90,
  },
  燃气浓度: {
    digits: 2,
    base: [0.5, 2.8],
    day: { swing: 0.35, peak: 19 },
    halfDay: { swing: 0.25, peak: 7 },
    drift: 0.3,
    weather: 0.1,
    noise: 0.15,
    grain: 0.06,
    episode: { reach: [21.5, 34], chance: 0.25, minutes: [60, 260] },
    least: 0,
    most: 100,
  },
  积水: {
    digits: 1,
    base: [0, 0.8],
    day: still,
    drift: 0.1,
    weather: 0,
    noise: 0.05,
    grain: 0.08,
    rain: { now: 0.15, after: 0.26, lag: 0.7 },
    episode: { reach: [16, 24], chance: 0.08, minutes: [60, 200] },
    least: 0,
    most: 120,
  },
  消防水压: {
    digits: 2,
    base: [0.24, 0.38],
    day: { swing: 0.022, peak: 3 },
    halfDay: { swing: 0.018, peak: 2.5 },
    drift: 0.012,
    weather: 0.004,
    noise: 0.006,
    grain: 0.003,
    episode: { reach: [0.06, 0.125], chance: 0.3, minutes: [90, 420] },
    least: 0,
    most: 1.2,
  },
  桥梁位移: {
    digits: 2,
    base: [2, 5],
    day: { swing: 1.1, peak: 15.5 },
    drift: 0.4,
    weather: 0.4,
    noise: 0.12,
    grain: 0.06,
    episode: { reach: [12.4, 15], chance: 0.18, minutes: [90, 300] },
    least: 0,
    most: 60,
  },
  大棚温度: {
    digits: 1,
    base: [22.5, 25.5],
    day: { swing: 5.2, peak: 14 },
    drift: 0.6,
    weather: 1.1,
    noise: 0.4,
    grain: 0.15,
    rain: { now: -0.08 },
    episode: { reach: [35.6, 39], chance: 0.2, minutes: [90, 260] },
    least: -5,
    most: 55,
  },
}
