import { IconEyeOff } from '@tabler/icons-react'
import type { Role } from '#shared/domain/codes.ts'
import { useTexts } from '../words/i18n.ts'
import classes from './Person.module.css'
import { TooltipSpan } from '../TooltipSpan.tsx'

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
  const { t } = useTexts()
  return (
    <span className={classes.person}>
      {role && (
        <TooltipSpan
          tooltip={t(`codes.role.${role}`)}
          className={classes.dot}
          data-role={role}
          role="img"
          aria-label={t(`codes.role.${role}`)}
        />
      )}
      <span className={classes.name} data-nobody={name === null || undefined}>
        {name ?? t('ui.nobody')}
      </span>
      {masked && (
        <TooltipSpan tooltip={t('ui.masked')} className={classes.mask} role="img" aria-label={t('ui.masked')}>
          <IconEyeOff size={13} aria-hidden />
        </TooltipSpan>
      )}
    </span>
  )
}
