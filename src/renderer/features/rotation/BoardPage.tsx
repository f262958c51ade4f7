import { CloseButton } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { closeBigScreen, isBigScreen } from '../../api/big-screen.ts'
import { useQuery } from '../../api/use-query.ts'
import { useSession } from '../../api/use-session.ts'
import { ErrorState } from '../../ui/states/ErrorState.tsx'
import { LoadingRows } from '../../ui/states/LoadingRows.tsx'
import { useDates } from '../../ui/words/use-dates.ts'
import { useShortcuts } from '../../ui/keys/use-shortcuts.ts'
import { useWindowTitle } from '../../ui/page/use-window-title.ts'
import classes from './Board.module.css'
import { minutesBetween, type Board } from './place.ts'

const minuteMs = 60_000
/** So many lines of those who are with somebody fit in full size. */
const fitting = 7
/** The next one, and who comes after him. */
const shownNext = 3

/**
 * 轮排 on the big screen of the showroom: read from across the hall, also by visitors. It names colleagues and nobody else; why
 * somebody is passed over is nobody's business here.
 */
export function BoardPage() {
  const { t } = useTranslation()
  const { store } = useSession()
  const navigate = useNavigate()
  const { data, error, refetch, isError } = useQuery('rotation.board', undefined, { everyMs: minuteMs })
  const close = () => void (isBigScreen ? closeBigScreen() : navigate({ to: '/rotation' }))
  useWindowTitle(`${t('rotation.title')} · ${store.name}`)
  useShortcuts(t('rotation.title'), [{ keys: 'Escape', label: t('rotation.boardClose'), run: close }])
  return (
    <main className={classes.root} data-mantine-color-scheme="dark">
      {data ? (
        <Wall board={data} isStale={isError} storeName={store.name} />
      ) : error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <LoadingRows rows={6} rowHeight={80} />
      )}
      <CloseButton className={classes.close} aria-label={t('rotation.boardClose')} onClick={close} />
    </main>
  )
}

interface WallProps {
  readonly board: Board
  /** The last reading failed: what is shown is older than a minute. */
  readonly isStale: boolean
  readonly storeName: string
}

function Wall({ board, isStale, storeName }: WallProps) {
  const { t } = useTranslation()
  const dates = useDates()
  const { places, on, now, waiting } = board
  const [next, ...then] = places.filter(({ hindrances }) => hindrances.length === 0).slice(0, shownNext)
  const busy = places.filter((place) => place.with.length > 0)
  return (
    <>
      <header className={classes.head}>
        <h1>
          {t('rotation.title')} · {storeName}
        </h1>
        <span>{dates.withWeekday(on)}</span>
        <time className={classes.clock}>{now}</time>
      </header>
      <section className={classes.next} aria-label={t('rotation.boardNext')}>
        <h2>{t('rotation.boardNext')}</h2>
        <p className={classes.first} data-nobody={next === undefined || undefined}>
          {next?.name ?? t('rotation.boardNobody')}
        </p>
        {then.length > 0 && (
          <ol className={classes.then} start={2} aria-label={t('rotation.boardThen')}>
            {then.map(({ staffId, name }) => (
              <li key={staffId}>{name}</li>
            ))}
          </ol>
        )}
      </section>
      <section className={classes.busy} aria-label={t('rotation.boardWith')}>
        <h2>{t('rotation.boardWith')}</h2>
        {busy.length === 0 && <p className={classes.quiet}>{t('rotation.boardNobodyWith')}</p>}
        <ul data-many={busy.length > fitting || undefined}>
          {busy.map(({ staffId, name, with: visitors }) => (
            <li key={staffId}>
              <strong>{name}</strong>
              <span>
                {visitors[0]?.since &&
                  t('rotation.since', {
                    since: visitors[0].since,
                    minutes: minutesBetween(visitors[0].since, now),
                  })}
              </span>
            </li>
          ))}
        </ul>
      </section>
      <footer className={classes.foot}>
        {waiting > 0 && (
          <p className={classes.waiting}>
            {t('rotation.boardWaiting')} <strong>{t('rotation.boardParties', { count: waiting })}</strong>
          </p>
        )}
        {isStale && <p className={classes.stale}>{t('rotation.boardStale', { at: now })}</p>}
      </footer>
    </>
  )
}
