import { Button, Textarea } from '@mantine/core'
import { IconRosetteDiscountCheck, IconSignature } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BusinessDate } from '#shared/time/business-date.ts'
import { useCommand } from '../../api/use-command.ts'
import { useQuery } from '../../api/use-query.ts'
import { FailureAlert } from '../../ui/states/FailureAlert.tsx'
import { KeyHint } from '../../ui/keys/KeyHint.tsx'
import { LinkButton } from '../../ui/page/LinkButton.tsx'
import { useDates } from '../../ui/words/use-dates.ts'
import { useShortcuts } from '../../ui/keys/use-shortcuts.ts'
import type { AgendaPage } from './agenda.ts'
import classes from './Meeting.module.css'

interface EndPageProps {
  readonly on: BusinessDate
  readonly pages: readonly AgendaPage[]
  readonly discussed: readonly AgendaPage[]
}

/** How many names are called of those not yet discussed. */
const named = 12

/** The end of the meeting: what is left, and the signature. */
export function EndPage({ on, pages, discussed }: EndPageProps) {
  const { t } = useTranslation()
  const dates = useDates()
  const { data: check } = useQuery('dailyCheck.get', { on })
  const sign = useCommand('dailyCheck.sign')
  const [note, setNote] = useState('')
  const signed = check?.signed ?? null
  const maySign = check?.maySign === true
  const left = pages.filter((page) => !discussed.includes(page))
  const confirm = () => void sign.run({ on, ...(note.trim() ? { note } : {}) })
  useShortcuts(t('meeting.end'), [
    {
      keys: 'F10',
      label: t('meeting.sign'),
      run: confirm,
      inFields: true,
      when: maySign && !sign.pending,
    },
  ])
  return (
    <section className={classes.end}>
      <h2 className={classes.name}>{t(pages.length === 0 ? 'meeting.nothing' : 'meeting.end')}</h2>
      {pages.length === 0 ? (
        <p>{t('meeting.nothingHint')}</p>
      ) : (
        <>
          <p>{t('meeting.endHint', { count: discussed.length, of: pages.length })}</p>
          <p className={left.length > 0 ? classes.warn : classes.quiet}>
            {left.length === 0
              ? t('meeting.allDiscussed')
              : t('meeting.notDiscussed', {
                  count: left.length,
                  names: left
                    .slice(0, named)
                    .map(({ customerName, staffName }) => customerName ?? staffName)
                    .concat(left.length > named ? ['…'] : [])
                    .join(t('ui.and')),
                })}
          </p>
        </>
      )}
      {signed ? (
        <>
          <p className={classes.stamp} role="status">
            <IconRosetteDiscountCheck size="1.3em" aria-hidden />
            {t('dailyCheck.stamp', { name: signed.signedBy.name, at: dates.moment(signed.signedAt) })}
          </p>
          <p>
            <LinkButton
              to="/daily-check/signed/$on"
              params={{ on }}
              search={{ signedBy: signed.signedBy.staffId }}
              variant="default"
              size="lg"
            >
              {t('dailyCheck.openSigned')}
            </LinkButton>
          </p>
        </>
      ) : maySign ? (
        <form
          className={classes.sign}
          onSubmit={(event) => {
            event.preventDefault()
            confirm()
          }}
        >
          <Textarea
            id="meeting-note"
            label={t('dailyCheck.noteLabel')}
            placeholder={t('dailyCheck.noteHint')}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
            autosize
            minRows={2}
            maxRows={6}
            size="lg"
          />
          <p className={classes.quiet}>{t('dailyCheck.signOnce')}</p>
          <FailureAlert failure={sign.failure} />
          <Button
            type="submit"
            size="lg"
            loading={sign.pending}
            leftSection={<IconSignature size={22} aria-hidden />}
            rightSection={<KeyHint keys="F10" />}
          >
            {t('meeting.sign')}
          </Button>
        </form>
      ) : (
        check && <p className={classes.quiet}>{t('meeting.notSignable')}</p>
      )}
    </section>
  )
}
