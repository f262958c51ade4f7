import { Text, Title } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { CallOutput } from '../../api/calls.ts'
import { countNames } from '../../ui/backups/backup.ts'
import { useCallWords } from '../../ui/words/use-call-words.ts'
import { useDates } from '../../ui/words/use-dates.ts'
import classes from './Restore.module.css'

type Preview = CallOutput<'backups.preview'>
const shownKinds = 8
/** The rows of the table. */
const sides = ['inStore', 'inBackup'] as const

/** Now against the backup, figure by figure, and what was done since: of which kind, by whom, which customers. */
export function RestorePreview({ preview }: { readonly preview: Preview }) {
  const { t } = useTranslation()
  const { lost, regained, customersLost, erasedAgain } = preview
  return (
    <>
      <Compared preview={preview} />
      {lost.acts === 0 ? (
        <Text className={classes.nothing}>{t('backups.lostNothing')}</Text>
      ) : (
        <Acts title={t('backups.lost', { count: lost.acts })} acts={lost} warns />
      )}
      {customersLost.count > 0 && (
        <p className={classes.warn}>
          {customersLost.names.length === 0
            ? t('backups.customersLostCount', { count: customersLost.count })
            : t('backups.customersLost', {
                count: customersLost.count,
                names:
                  customersLost.names.join(t('ui.and')) +
                  (customersLost.count > customersLost.names.length ? ` ${t('backups.andMore')}` : ''),
              })}
        </p>
      )}
      {erasedAgain > 0 && <p className={classes.told}>{t('backups.erasedAgain', { count: erasedAgain })}</p>}
      {regained.acts > 0 && <Acts title={t('backups.regained', { count: regained.acts })} acts={regained} />}
    </>
  )
}

function Compared({ preview }: { readonly preview: Preview }) {
  const { t } = useTranslation()
  const say = (difference: number) =>
    difference === 0 ? t('backups.same') : difference > 0 ? `+${difference}` : `−${Math.abs(difference)}`
  return (
    <table className={classes.compared} aria-label={t('backups.compared')}>
      <thead>
        <tr>
          <td />
          {countNames.map((name) => (
            <th key={name} scope="col">
              {t(`backups.counts.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {sides.map((side) => (
          <tr key={side}>
            <th scope="row">{t(`backups.${side}`)}</th>
            {countNames.map((name) => (
              <td key={name}>{preview[side][name]}</td>
            ))}
          </tr>
        ))}
        <tr>
          <th scope="row">{t('backups.difference')}</th>
          {countNames.map((name) => {
            const difference = preview.inBackup[name] - preview.inStore[name]
            return (
              <td
                key={name}
                data-less={difference < 0 || undefined}
                data-same={difference === 0 || undefined}
              >
                {say(difference)}
              </td>
            )
          })}
        </tr>
      </tbody>
    </table>
  )
}

interface ActsProps {
  readonly title: string
  readonly acts: Preview['lost']
  readonly warns?: boolean
}

function Acts({ title, acts, warns = false }: ActsProps) {
  const { t } = useTranslation()
  const dates = useDates()
  const callWords = useCallWords()
  const { byCall, byStaff, from, until } = acts
  return (
    <section aria-label={title}>
      <Title order={3} className={warns ? classes.warn : ''}>
        {warns && <IconAlertTriangle size={14} aria-hidden />} {title}
      </Title>
      {from !== null && until !== null && (
        <Text size="xs" c="dimmed">
          {t('backups.lostBetween', { from: dates.moment(from), until: dates.moment(until) })}
        </Text>
      )}
      <div className={classes.acts}>
        <Counted
          title={t('backups.lostWhat')}
          lines={workFirst(byCall)
            .slice(0, shownKinds)
            .map(({ call, count }) => [callWords(call), count])}
          more={byCall.length - shownKinds}
        />
        <Counted
          title={t('backups.lostBy')}
          lines={byStaff
            .slice(0, shownKinds)
            .map(({ staffId, staffName, count }) => [
              staffName ?? t(staffId === null ? 'backups.program' : 'backups.somebody'),
              count,
            ])}
          more={byStaff.length - shownKinds}
        />
      </div>
    </section>
  )
}

/** Signing in and out, which nobody misses, comes after the work. */
const workFirst = (byCall: Preview['lost']['byCall']) => {
  const isSession = ({ call }: (typeof byCall)[number]) => call.startsWith('session.')
  return [...byCall.filter((each) => !isSession(each)), ...byCall.filter(isSession)]
}

interface CountedProps {
  readonly title: string
  readonly lines: readonly (readonly [string, number])[]
  readonly more: number
}

function Counted({ title, lines, more }: CountedProps) {
  const { t } = useTranslation()
  return (
    <div>
      <div className={classes.quiet}>{title}</div>
      <ul className={classes.lines}>
        {lines.map(([what, count], index) => (
          <li key={`${what} ${index}`}>
            <span>{what}</span>
            <b>{count}</b>
          </li>
        ))}
        {more > 0 && <li className={classes.quiet}>{t('backups.more', { count: more })}</li>}
      </ul>
    </div>
  )
}
