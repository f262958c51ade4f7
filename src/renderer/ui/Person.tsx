import { Tooltip } from '@mantine/core'
import { IconEyeOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Role } from '#shared/domain/codes.ts'
import classes from './Person.module.css'

interface PersonProps {
  /** Null is nobody: an unassigned customer. */
  readonly name: string | null
  /** Draws the dot of the role before a member of staff. */
  readonly role?: Role
  /** Somebody else's customer: the mask is shown with an icon, never blanks. */
  readonly masked?: boolean
}

/** A person in a line: the name, the dot of a role, the icon of a mask. */
export function Person({ name, role, masked = false }: PersonProps) {
  const { t } = useTranslation()
  return (
    <span className={classes.person}>
      {role && (
        <Tooltip label={t(`codes.role.${role}`)}>
          <span className={classes.dot} data-role={role} role="img" aria-label={t(`codes.role.${role}`)} />
        </Tooltip>
      )}
      <span className={classes.name} data-nobody={name === null || undefined}>
        {name ?? t('ui.nobody')}
      </span>
      {masked && (
        <Tooltip label={t('ui.masked')}>
          <IconEyeOff size={13} role="img" aria-label={t('ui.masked')} className={classes.mask} />
        </Tooltip>
      )}
    </span>
  )
}
