import { useEffect, useState } from 'react'
import { useCity } from '#city/CityContext.ts'
import { formatNumber } from '#i18n/formatNumber.ts'
import { formatTime } from '#i18n/formatTime.ts'
import { useWords } from '#i18n/useWords.ts'
import { liveTime, setClockSpeed, useClock } from '#state/clock.ts'
import { lookBy, openTimeBar, slideTo, usePlayback } from '#state/playback.ts'
import { useMoment } from '#state/world.ts'
import { Button } from '#ui/Button.tsx'
import { IconButton } from '#ui/IconButton.tsx'
import { Tabs } from '#ui/Tabs.tsx'
import { densityBars } from './densityBars'
import { secondsOf } from './secondsOf'
import styles from './TimeBar.module.css'
import { useLook } from './useLook'
import { useTimeline } from './useTimeline'

/** Closer than this to now, milliseconds, the slider is at now. */
const AT_NOW = 1_500
const STEP = 1_000
const BARS = 180
/** Playing shows so many milliseconds of the past in each of these milliseconds. */
const PLAY_EVERY = 500
const PLAY_STEP = 30_000
const SPEEDS = ['1', '10', '60'] as const

/** Scrubs back to any moment on record; live goes on behind, and is one key away. */
export function TimeBar() {
  const { t, language } = useWords()
  const { demoClock } = useCity()
  const clock = useClock((state) => state.clock)
  const looking = useMoment()
  const axis = usePlayback((state) => state.axis)
  const timeline = useTimeline()
  const live = useLiveNow()
  const look = useLook()
  const dragged = usePlayback((state) => state.slider)
  const [playing, setPlaying] = useState(false)
  const from = timeline?.from ?? null
  const at = dragged ?? looking ?? live

  useEffect(() => {
    if (looking === dragged) slideTo(null)
  }, [looking, dragged])

  useEffect(() => {
    if (!playing) return
    if (looking === null) {
      setPlaying(false)
      return
    }
    const timer = setTimeout(() => {
      const next = looking + PLAY_STEP
      if (next >= live) setPlaying(false)
      look(next >= live ? null : next)
    }, PLAY_EVERY)
    return () => clearTimeout(timer)
  }, [playing, looking, live, look])

  function scrub(value: number) {
    // Only a step forward snaps: a step back from now must leave now.
    const moment = value > at && value >= live - AT_NOW ? null : value
    goTo(moment)
  }

  function goTo(moment: number | null) {
    slideTo(moment)
    look(moment)
  }

  function chooseAxis(next: typeof axis) {
    lookBy(next)
    if (looking !== null) look(looking)
  }

  const since =
    looking === null || !timeline
      ? null
      : timeline.minutes.reduce((sum, [minute, changes]) => sum + (minute > looking ? changes : 0), 0)
  const words = looking === null ? t('playback.live') : t('playback.looking', { time: secondsOf(at, language) })

  return (
    <section className={styles.bar} aria-label={t('playback.bar')} data-looking={looking !== null}>
      <div className={styles.head}>
        <strong className={styles.moment}>{words}</strong>
        {since !== null && (
          <span className={styles.quiet}>
            {since > 0 ? t('playback.behind', { formatted: formatNumber(since, language) }) : t('playback.behindNone')}
          </span>
        )}
        <span className={styles.gap} />
        <Tabs
          look="segments"
          label={t('playback.axis')}
          tabs={[
            { id: 'known', label: t('playback.known') },
            { id: 'happened', label: t('playback.happened') },
          ]}
          selected={axis}
          onSelect={chooseAxis}
        />
        {demoClock && (
          <Tabs
            look="segments"
            label={t('playback.speed')}
            tabs={SPEEDS.map((id) => ({ id, label: t('playback.times', { times: id }) }))}
            selected={SPEEDS.find((speed) => Number(speed) === clock.speed) ?? '1'}
            onSelect={(speed) => setClockSpeed(Number(speed))}
          />
        )}
        <Button quiet disabled={looking === null} aria-pressed={playing} onClick={() => setPlaying(!playing)}>
          {playing ? t('playback.pause') : t('playback.play')}
        </Button>
        <Button disabled={looking === null} onClick={() => goTo(null)}>
          {t('playback.backKey')}
        </Button>
        <IconButton icon="close" label={t('shell.timeBar.close')} hint="none" onClick={() => openTimeBar(false)} />
      </div>
      {from === null ? (
        <p className={styles.quiet}>{t('playback.nothing')}</p>
      ) : (
        <>
          <div className={styles.track}>
            <svg className={styles.density} viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
              {densityBars(timeline?.minutes ?? [], from, live, BARS).map((bar) => (
                <rect
                  key={bar.from}
                  x={bar.from * 100}
                  y={10 - bar.height * 10}
                  width={Math.max(0.15, (bar.to - bar.from) * 100 - 0.1)}
                  height={bar.height * 10}
                />
              ))}
            </svg>
            <input
              type="range"
              className={styles.slider}
              aria-label={t('playback.slider')}
              aria-valuetext={words}
              min={from}
              max={Math.max(from + STEP, live)}
              step={STEP}
              value={at}
              onChange={(event) => scrub(Number(event.currentTarget.value))}
            />
          </div>
          <div className={styles.ends}>
            <span>{t('playback.from', { time: formatTime(from, language, live) })}</span>
            <span>{axis === 'known' ? t('playback.knownHint') : t('playback.happenedHint')}</span>
            <span>{secondsOf(live, language)}</span>
          </div>
        </>
      )}
    </section>
  )
}

/** The app's time whatever moment is looked at, epoch milliseconds, read every second. */
function useLiveNow(): number {
  const [time, setTime] = useState(liveTime)
  useEffect(() => {
    const timer = setInterval(() => setTime(liveTime()), 1_000)
    return () => clearInterval(timer)
  }, [])
  return time
}
