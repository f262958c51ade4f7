import { ActionIcon, Button, Loader, Slider } from '@mantine/core'
import { IconPlayerPauseFilled, IconPlayerPlayFilled } from '@tabler/icons-react'
import { useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { RecordingState } from '#shared/domain/codes.ts'
import { desktop } from '../../api/desktop.ts'
import { Tag } from '../marks/StatusBadge.tsx'
import { formatLength, soundAlone } from './sound.ts'
import classes from './RecordingPlayer.module.css'
import { useSound } from './use-sound.ts'

/** What a player needs to know of a recording. */
export interface PlayableRecording {
  readonly recordingId: string
  readonly fileName: string
  readonly lengthMs: number | null
  readonly state: RecordingState
}

interface RecordingPlayerProps {
  readonly recording: PlayableRecording
  /** Leaves the name of the file out, where it stands beside. */
  readonly nameless?: boolean
}

const leap = 5

/**
 * Plays a recording: space plays and pauses, ← → go 5 seconds. A file that is missing or was changed says so
 * loudly; a changed one can still be heard, so that a person can judge.
 */
export function RecordingPlayer({ recording, nameless = false }: RecordingPlayerProps) {
  const { t } = useTranslation()
  const sound = useSound(recording.recordingId)
  const audio = useRef<HTMLAudioElement>(null)
  const [playing, setPlaying] = useState(false)
  const [at, setAt] = useState(0)
  const [length, setLength] = useState<number | null>(null)
  const [unplayable, setUnplayable] = useState(false)
  const state = sound.state ?? (sound.failure?.code === 'FILE_REFUSED' ? 'missing' : recording.state)
  const seconds = length ?? (recording.lengthMs === null ? null : recording.lengthMs / 1000)

  const toggle = async () => {
    const element = audio.current
    if (!element || sound.loading) return
    if (!element.paused) return element.pause()
    const address = await sound.load()
    if (address === null) return
    if (element.src !== address) element.src = address
    soundAlone(element)
    await element.play().catch(() => undefined)
  }
  const moveTo = (second: number) => {
    const element = audio.current
    if (!element || !sound.address) return
    element.currentTime = Math.min(Math.max(second, 0), seconds ?? second)
    setAt(element.currentTime)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const to = event.key === 'ArrowLeft' ? at - leap : event.key === 'ArrowRight' ? at + leap : null
    const isOther = event.target instanceof HTMLElement && event.target.dataset['keys'] === 'own'
    if (isOther || (event.key !== ' ' && to === null)) return
    event.preventDefault()
    event.stopPropagation()
    if (to === null) void toggle()
    else moveTo(to)
  }
  return (
    // The keys are those of the buttons within: the group only gathers them.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <span
      role="group"
      aria-label={t('recordings.player', { name: recording.fileName })}
      className={classes.root}
      data-state={state}
      data-playing={playing}
      onKeyDownCapture={onKeyDown}
    >
      {/* A call has no captions: nobody wrote down what was said but its follow-up. */}
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption */}
      <audio
        ref={audio}
        preload="metadata"
        onPlay={() => setPlaying(true)}
        onPause={() => setPlaying(false)}
        onTimeUpdate={(event) => setAt(event.currentTarget.currentTime)}
        onDurationChange={({ currentTarget: { duration } }) =>
          setLength(Number.isFinite(duration) ? duration : null)
        }
        onError={() => setUnplayable(audio.current?.getAttribute('src') !== null)}
      />
      <ActionIcon
        size="sm"
        variant="subtle"
        aria-label={t(playing ? 'recordings.pause' : 'recordings.play')}
        title={`${t(playing ? 'recordings.pause' : 'recordings.play')} · ${t('recordings.keys')}`}
        aria-busy={sound.loading}
        disabled={state === 'missing'}
        onClick={() => void toggle()}
      >
        {sound.loading ? (
          // Not the button's own way of loading: that takes the focus, and the keys with it.
          <Loader size={12} aria-hidden />
        ) : playing ? (
          <IconPlayerPauseFilled size={14} aria-hidden />
        ) : (
          <IconPlayerPlayFilled size={14} aria-hidden />
        )}
      </ActionIcon>
      {!nameless && (
        <span className={classes.name} title={recording.fileName}>
          {recording.fileName}
        </span>
      )}
      {sound.address && !unplayable && (
        <Slider
          className={classes.slider}
          size="xs"
          thumbLabel={t('recordings.position')}
          label={null}
          min={0}
          max={Math.max(seconds ?? 0, at, 1)}
          step={0.1}
          value={at}
          onChange={moveTo}
        />
      )}
      <span className={classes.time}>
        {seconds === null
          ? t('recordings.lengthUnknown')
          : sound.address && !unplayable
            ? t('recordings.positionOf', {
                at: formatLength(at * 1000),
                length: formatLength(seconds * 1000),
              })
            : formatLength(seconds * 1000)}
      </span>
      {state !== 'present' && <Tag tone="danger">{t(`codes.recordingState.${state}`)}</Tag>}
      {state !== 'present' && (
        <p role="alert" className={classes.loud}>
          {t(state === 'changed' ? 'recordings.changedLoud' : 'recordings.missingLoud')}
        </p>
      )}
      {sound.failure && sound.failure.code !== 'FILE_REFUSED' && (
        <p role="alert" className={classes.loud}>
          {sound.failure.message}
        </p>
      )}
      {unplayable && state !== 'missing' && (
        <p role="alert" className={classes.loud}>
          {t('recordings.cannotPlay')}{' '}
          <Button
            size="compact-xs"
            variant="subtle"
            data-keys="own"
            onClick={() => sound.path && void desktop.call('openPath', { path: sound.path })}
          >
            {t('recordings.showFile')}
          </Button>
        </p>
      )}
    </span>
  )
}
