import { Alert } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconUsers } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { normalisePhone } from '#shared/domain/phone.ts'
import { useQuery } from '../../api/use-query.ts'
import { useCan } from '../../api/use-session.ts'
import { GradeBadge } from '../marks/GradeBadge.tsx'
import { LinkButton } from '../page/LinkButton.tsx'
import { Person } from '../marks/Person.tsx'
import classes from './LikeStrip.module.css'

interface LikeStripProps {
  /** What stands in the form by now. */
  readonly typed: {
    readonly mobile?: string | null | undefined
    readonly plate?: string | null | undefined
    readonly name?: string | null | undefined
    readonly area?: string | null | undefined
    readonly model?: string | null | undefined
  }
  /** Whose data are being changed. */
  readonly customerId?: string
  /** A phone that is somebody's is told elsewhere on the page. */
  readonly withoutPhone?: boolean
}
const typingMs = 150

/** R-3.4a Who may be the same person, while somebody types: told, and standing in nobody's way. Draws nothing for nobody. */
export function LikeStrip({ typed, customerId, withoutPhone = false }: LikeStripProps) {
  const { t } = useTranslation()
  const maySee = useCan('duplicate.check')
  const phone = typed.mobile && normalisePhone(typed.mobile).ok ? typed.mobile : undefined
  const said = (value: string | null | undefined) => (value?.trim() ? value.trim() : undefined)
  const now = {
    ...(phone && !withoutPhone ? { phone } : {}),
    ...(said(typed.plate) ? { plate: said(typed.plate) } : {}),
    ...(said(typed.name) ? { name: said(typed.name) } : {}),
    ...(said(typed.area) ? { area: said(typed.area) } : {}),
    ...(said(typed.model) ? { model: said(typed.model) } : {}),
    ...(customerId ? { customerId } : {}),
  }
  const [asked] = useDebouncedValue(JSON.stringify(now), typingMs)
  const input = JSON.parse(asked) as typeof now
  const isWorth = input.phone !== undefined || input.plate !== undefined || input.name !== undefined
  const { data } = useQuery('duplicates.check', input, { enabled: maySee && isWorth, keepLast: true })
  const matches = isWorth ? (data?.matches ?? []) : []
  if (matches.length === 0) return null
  return (
    <Alert
      color="orange"
      variant="light"
      role="status"
      px="md"
      py="xs"
      icon={<IconUsers size={16} aria-hidden />}
      title={t('duplicates.like')}
    >
      <ul className={classes.list}>
        {matches.map((each) => (
          <li key={each.customerId} className={classes.line}>
            {each.grade && <GradeBadge grade={each.grade} size="sm" />}
            {each.mayOpen ? (
              <LinkButton
                to="/customers/$customerId"
                params={{ customerId: each.customerId }}
                variant="subtle"
                size="compact-xs"
                tabIndex={-1}
              >
                {each.name}
              </LinkButton>
            ) : (
              <Person name={each.name} masked={each.masked} />
            )}
            <span>{t('duplicates.owner', { name: each.ownerName ?? t('ui.nobody') })}</span>
            <span className={classes.quiet}>
              {each.level === 'relative'
                ? t('duplicates.likeRelative')
                : each.agrees.map((what) => t(`duplicates.agrees.${what}`)).join(t('ui.and'))}
            </span>
          </li>
        ))}
      </ul>
    </Alert>
  )
}
