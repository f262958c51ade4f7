import { Anchor } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useQuery } from '../../api/use-query.ts'
import { useSession } from '../../api/use-session.ts'
import { DueDate } from '../marks/DueDate.tsx'
import { GradeBadge } from '../marks/GradeBadge.tsx'
import { Phone } from '../marks/Phone.tsx'
import { useWords } from '../words/use-words.ts'
import classes from './CoverPanel.module.css'

interface CoverPanelProps {
  /** Only what concerns this customer: on his card. */
  readonly customerId?: string
}

/** 代跟进: three lines about each customer that the asker covers for a colleague. Draws nothing where he covers none. */
export function CoverPanel({ customerId }: CoverPanelProps) {
  const { t } = useTranslation()
  const words = useWords()
  const isConsultant = useSession().staff.role === 'consultant'
  const { data } = useQuery('leaves.briefings', undefined, { enabled: isConsultant })
  const rows = (data?.rows ?? []).filter((row) => customerId === undefined || row.customerId === customerId)
  if (rows.length === 0) return null
  return (
    <section className={classes.panel} aria-label={t('leaves.briefings')}>
      {rows.map((row) => (
        <div key={row.planId ?? row.customerId} className={classes.briefing}>
          <div className={classes.head}>
            <GradeBadge grade={row.grade} />
            <Anchor
              size="sm"
              fw={700}
              renderRoot={(props) => (
                <Link to="/customers/$customerId" params={{ customerId: row.customerId }} {...props} />
              )}
            >
              {row.customerName}
            </Anchor>
            <Phone phone={row.phone} />
            <DueDate on={row.on} />
            <span className={classes.quiet}>{t('leaves.briefingOf', { name: row.ownerName ?? '' })}</span>
          </div>
          {row.lines.map((line) => (
            <div key={line.code} className={classes.line}>
              {words.reason(line)}
            </div>
          ))}
        </div>
      ))}
    </section>
  )
}
