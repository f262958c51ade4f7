import { useTranslation } from 'react-i18next'
import { useSession } from '../../api/use-session.ts'
import { DueDate } from '../../ui/marks/DueDate.tsx'
import { KeyHint } from '../../ui/keys/KeyHint.tsx'
import { LinkButton } from '../../ui/page/LinkButton.tsx'
import { Reasons } from '../../ui/Why.tsx'
import { linkOf, pageOfAttention, type AttentionLine } from './attention.ts'
import classes from './LinesPane.module.css'

/** Why a line is here in full, and the pages on which something can be done about it. */
export function AttentionDetails({ line }: { readonly line: AttentionLine }) {
  const { t } = useTranslation()
  const { permissions } = useSession()
  const { customerId } = line
  const page = pageOfAttention[line.kind]
  const link = linkOf(line)
  const mayOpen = page !== null && permissions.includes(page.permission)
  return (
    <section className={classes.details} aria-label={t('ui.detailsOf')}>
      <div className={classes.detailsHead}>
        <strong>{line.staffName}</strong>
        {line.customerName && <span>{line.customerName}</span>}
        <span style={{ flex: 1 }} />
        {customerId !== null && (
          <LinkButton
            to="/customers/$customerId"
            params={{ customerId }}
            variant="default"
            {...(mayOpen ? {} : { rightSection: <KeyHint keys="Enter" /> })}
          >
            {t('dailyCheck.openCustomer')}
          </LinkButton>
        )}
        {mayOpen && link && (
          <LinkButton {...link} rightSection={<KeyHint keys="Enter" />}>
            {t(`dailyCheck.attention.open.${page.word}`)}
          </LinkButton>
        )}
      </div>
      <dl className={classes.facts}>
        <dt>{t('dailyCheck.field.on')}</dt>
        <dd>
          <DueDate on={line.on} due={false} />
        </dd>
        <dt>{t('dailyCheck.field.reasons')}</dt>
        <dd>
          <Reasons reasons={line.reasons} />
        </dd>
      </dl>
    </section>
  )
}
