import { Alert, Button, Title } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { KeyHint } from '../../ui/keys/KeyHint.tsx'
import { LinkButton } from '../../ui/page/LinkButton.tsx'
import { Person } from '../../ui/marks/Person.tsx'
import { Phone } from '../../ui/marks/Phone.tsx'
import { Tag } from '../../ui/marks/StatusBadge.tsx'
import { useDates } from '../../ui/words/use-dates.ts'
import { Reasons } from '../../ui/Why.tsx'
import { claimTone, type Claim, type ClaimAct } from './claim.ts'
import classes from './Ownership.module.css'

interface ClaimDetailsProps {
  readonly claim: Claim
  readonly onAct: (act: ClaimAct) => void
}

/** A claim from its filing to its decision, with what the asker may do about it. */
export function ClaimDetails({ claim, onAct }: ClaimDetailsProps) {
  const { t } = useTranslation()
  return (
    <>
      <header className={classes.head}>
        <Title order={2}>
          <Person name={claim.customerName} masked={claim.masked} />
        </Title>
        <Phone phone={claim.phone} icon />
        <Tag tone={claimTone[claim.status]}>{t(`codes.claimStatus.${claim.status}`)}</Tag>
        <span className={classes.gap} />
        <Acts claim={claim} onAct={onAct} />
      </header>
      <div className={classes.scroll} tabIndex={0} role="group" aria-label={t('ui.detailsOf')}>
        {claim.masked && claim.abilities.withdraw && (
          <p className={classes.note}>{t('ownership.claim.masked')}</p>
        )}
        {claim.notes.length > 0 && (
          <Alert
            color="orange"
            variant="light"
            m="sm"
            p="sm"
            icon={<IconAlertTriangle size={16} aria-hidden />}
            title={t('ownership.claim.notes')}
          >
            <Reasons reasons={claim.notes} />
          </Alert>
        )}
        <Filing claim={claim} />
        <Contact claim={claim} />
        <Answer claim={claim} />
        <Decision claim={claim} />
      </div>
    </>
  )
}

function Acts({ claim, onAct }: ClaimDetailsProps) {
  const { t } = useTranslation()
  const { answer, withdraw, decide } = claim.abilities
  return (
    <>
      {!claim.masked && (
        <LinkButton
          to="/customers/$customerId"
          params={{ customerId: claim.customerId }}
          variant="default"
          rightSection={<KeyHint keys="k" />}
        >
          {t('ownership.openCard')}
        </LinkButton>
      )}
      {withdraw && (
        <Button variant="default" onClick={() => onAct('withdraw')} rightSection={<KeyHint keys="w" />}>
          {t('ownership.claim.withdraw')}
        </Button>
      )}
      {answer && (
        <Button onClick={() => onAct('answer')} rightSection={<KeyHint keys="a" />}>
          {t(claim.answer === null ? 'ownership.claim.answer' : 'ownership.claim.answerAgain')}
        </Button>
      )}
      {decide && (
        <Button onClick={() => onAct('decide')} rightSection={<KeyHint keys="d" />}>
          {t('ownership.claim.decide')}
        </Button>
      )}
    </>
  )
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={classes.part}>
      <h3>{title}</h3>
      {children}
    </section>
  )
}

function Filing({ claim }: { readonly claim: Claim }) {
  const { t } = useTranslation()
  const dates = useDates()
  const { owner, lastEffectiveOn } = claim
  const before = lastEffectiveOn
    ? t('ownership.claim.lastEffective', { on: dates.short(lastEffectiveOn) })
    : t('ownership.claim.noEffective')
  return (
    <Part title={t('ownership.claim.statement')}>
      <p className={classes.said}>{claim.statement}</p>
      <p className={classes.quiet}>
        {t('ownership.claim.filed', { name: claim.claimant.name, on: dates.moment(claim.filedAt) })} ·{' '}
        {t('ownership.claim.ownerThen', {
          name: owner?.name ?? t('ui.nobody'),
          on: dates.short(claim.dormantFrom),
        })}{' '}
        · {before} · {t('ownership.claim.policy', { version: claim.policyVersion })}
      </p>
    </Part>
  )
}

function Contact({ claim }: { readonly claim: Claim }) {
  const { t } = useTranslation()
  const dates = useDates()
  const { contactedOn, channel, result, content, recordings } = claim.followUp
  return (
    <Part title={t('ownership.claim.contact')}>
      <p>
        {dates.full(contactedOn)} · {t(`codes.channel.${channel}`)} · {t(`codes.result.${result}`)}
      </p>
      <p className={classes.said}>{content}</p>
      <p className={classes.quiet}>
        {recordings.length > 0
          ? t('ownership.claim.recordings', {
              names: recordings.map(({ fileName }) => fileName).join(t('ui.and')),
            })
          : t('ownership.claim.noRecording')}
      </p>
    </Part>
  )
}

function Answer({ claim }: { readonly claim: Claim }) {
  const { t } = useTranslation()
  const dates = useDates()
  const { answer, answeredAt, answerRecording } = claim
  return (
    <Part title={t('ownership.claim.ownerAnswer')}>
      {answer === null || answeredAt === null ? (
        <p className={classes.quiet}>{t('ownership.claim.noAnswer')}</p>
      ) : (
        <>
          <p className={classes.said}>{answer}</p>
          <p className={classes.quiet}>
            {dates.moment(answeredAt)}
            {answerRecording &&
              ` · ${t('ownership.claim.withRecording', { name: answerRecording.fileName })}`}
          </p>
        </>
      )}
    </Part>
  )
}

function Decision({ claim }: { readonly claim: Claim }) {
  const { t } = useTranslation()
  const dates = useDates()
  const { decidedAt, decidedBy, decisionReason, recording, withoutRecording, status } = claim
  const rests = recording
    ? t('ownership.claim.onRecording', { name: recording.fileName })
    : withoutRecording
      ? t('ownership.claim.onNone')
      : null
  return (
    <Part title={t('ownership.claim.decision')}>
      {decidedAt === null ? (
        <p className={classes.quiet}>{t('ownership.claim.notDecided')}</p>
      ) : (
        <>
          <p>
            <Tag tone={claimTone[status]}>{t(`codes.claimStatus.${status}`)}</Tag> {rests}
          </p>
          {decisionReason && <p className={classes.said}>{decisionReason}</p>}
          <p className={classes.quiet}>
            {t('ownership.claim.decidedBy', { name: decidedBy ?? '', at: dates.moment(decidedAt) })}
          </p>
        </>
      )}
    </Part>
  )
}
