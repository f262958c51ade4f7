import { useTranslation } from 'react-i18next'
import type { CallOutput } from '../../api/calls.ts'
import { useOwnerReason } from '../../ui/customer/use-owner-reason.ts'
import { PaperSheet, TrainingOnPaper } from '../../ui/paper/PaperSheet.tsx'
import { formatPhone } from '../../ui/marks/Phone.tsx'
import { useDates } from '../../ui/words/use-dates.ts'
import { useWords } from '../../ui/words/use-words.ts'
import { fittingLines } from './fitting-lines.ts'
import classes from './VerdictSheet.module.css'

export type Verdict = CallOutput<'ownership.verdict'>

/** What fits on one A4 above the signatures: at most so many lines, fewer where their reasons are long. */
const contactsOnPage = 16
const linesOnPage = 31
const placesALine = 54
const ownersOnPage = 6
const claimsOnPage = 4

/** 客户归属判定书: one page, black on white whatever the screen looks like. */
export function VerdictSheet({ verdict }: { readonly verdict: Verdict }) {
  const { t } = useTranslation()
  const dates = useDates()
  const signs = ['owner', 'other', 'director', 'date'] as const
  return (
    <PaperSheet shape="upright" className={classes.sheet}>
      <header className={classes.head}>
        <div>
          <h1>{t('ownership.verdict.document')}</h1>
          <p>
            {verdict.storeName}
            <TrainingOnPaper />
          </p>
        </div>
        <p className={classes.facts}>
          {t('ownership.verdict.asOf')} {dates.full(verdict.today)}
          <br />
          {t('ownership.verdict.policy', { version: verdict.policyVersion, rule: verdict.ruleId })}
        </p>
      </header>
      <Finding verdict={verdict} />
      <Contacts verdict={verdict} />
      <Owners owners={verdict.owners} />
      <Claims claims={verdict.claims} />
      <footer className={classes.signs}>
        {signs.map((sign) => (
          <span key={sign}>{t(`ownership.verdict.signs.${sign}`)}</span>
        ))}
      </footer>
    </PaperSheet>
  )
}

/** Whose he is, until when, and because of what. */
function Finding({ verdict }: { readonly verdict: Verdict }) {
  const { t } = useTranslation()
  const dates = useDates()
  const words = useWords()
  const { owner, ownerSince, protectedUntil, dormantFrom, daysLeft, lastEffective } = verdict
  const day = (on: typeof protectedUntil) => (on ? dates.full(on) : '')
  const state = verdict.dormant
    ? t('ownership.verdict.dormant', { on: day(dormantFrom) })
    : t(verdict.thinIce ? 'ownership.verdict.thinIce' : 'ownership.verdict.protected', {
        on: day(protectedUntil),
        days: daysLeft,
      })
  const last = lastEffective
    ? [
        day(lastEffective.contactedOn),
        lastEffective.staff?.name,
        t(`codes.channel.${lastEffective.channel}`),
      ].join(' · ')
    : t('ownership.verdict.noLast')
  return (
    <dl className={classes.finding}>
      <dt>{t('ownership.verdict.customer')}</dt>
      <dd>
        <strong>{verdict.customerName}</strong> {formatPhone(verdict.phone)}
      </dd>
      <dt>{t('ownership.verdict.by')}</dt>
      <dd>
        <strong>{owner?.name ?? t('ownership.verdict.nobody')}</strong>{' '}
        {ownerSince && t('ownership.verdict.since', { on: day(ownerSince) })}
      </dd>
      <dt>{t('ownership.verdict.state')}</dt>
      <dd>
        <strong>{state}</strong>
      </dd>
      <dt>{t('ownership.verdict.grounds')}</dt>
      <dd>{verdict.reasons[0] && words.reason(verdict.reasons[0])}</dd>
      <dt>{t('ownership.verdict.last')}</dt>
      <dd>{last}</dd>
    </dl>
  )
}

function Contacts({ verdict }: { readonly verdict: Verdict }) {
  const { t } = useTranslation()
  const dates = useDates()
  const words = useWords()
  const { contacts, owners, claims } = verdict
  const reasonOf = (each: Verdict['contacts'][number]) =>
    each.counts ? '' : each.reasons.map((one) => words.reason(one)).join(t('ui.and'))
  const lines = linesOnPage - Math.min(owners.length, ownersOnPage) - Math.min(claims.length, claimsOnPage)
  const likely = contacts.slice(0, contactsOnPage)
  const shown = likely.slice(0, fittingLines(likely.map(reasonOf), { lines, placesALine }))
  return (
    <section>
      <h2>{t('ownership.verdict.contacts')}</h2>
      {shown.length === 0 && <p>{t('ownership.verdict.noContacts')}</p>}
      {shown.length > 0 && (
        <table className={classes.contacts}>
          <thead>
            <tr>
              {(['on', 'recorded', 'who', 'channel', 'result', 'counts', 'reason'] as const).map((key) => (
                <th key={key} scope="col">
                  {t(`ownership.verdict.${key}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((each) => (
              <tr key={each.followUpId} data-line data-counts={each.counts || undefined}>
                <td>{dates.short(each.contactedOn)}</td>
                <td>{dates.short(each.recordedOn)}</td>
                <td>
                  {each.staff?.name ?? t('common.unknown')}
                  {each.relativeName && t('ownership.verdict.relative', { name: each.relativeName })}
                </td>
                <td>{t(`codes.channel.${each.channel}`)}</td>
                <td>{t(`codes.result.${each.result}`)}</td>
                <td>{t(each.counts ? 'ownership.verdict.yes' : 'ownership.verdict.no')}</td>
                <td>{reasonOf(each)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {contacts.length > shown.length && (
        <p>{t('ownership.verdict.more', { count: contacts.length - shown.length })}</p>
      )}
    </section>
  )
}

function Owners({ owners }: { readonly owners: Verdict['owners'] }) {
  const { t } = useTranslation()
  const dates = useDates()
  const reasonOf = useOwnerReason()
  return (
    <section>
      <h2>{t('ownership.verdict.owners')}</h2>
      <table>
        <thead>
          <tr>
            {(['by', 'from', 'until', 'how'] as const).map((key) => (
              <th key={key} scope="col">
                {t(`ownership.verdict.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {owners.slice(0, ownersOnPage).map((each) => (
            <tr key={`${each.staffId} ${each.from} ${each.until}`}>
              <td>{each.name}</td>
              <td>{dates.full(each.from)}</td>
              <td>{each.until ? dates.full(each.until) : t('ownership.verdict.now')}</td>
              <td>{reasonOf(each.reason)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Claims({ claims }: { readonly claims: Verdict['claims'] }) {
  const { t } = useTranslation()
  const dates = useDates()
  return (
    <section>
      <h2>{t('ownership.verdict.claims')}</h2>
      {claims.length === 0 && <p>{t('ownership.verdict.noClaims')}</p>}
      {claims.slice(0, claimsOnPage).map(({ claimId, claimantName, filedOn, status }) => (
        <p key={claimId}>
          {t('ownership.verdict.claimOf', {
            name: claimantName,
            on: dates.full(filedOn),
            status: t(`codes.claimStatus.${status}`),
          })}
        </p>
      ))}
    </section>
  )
}
