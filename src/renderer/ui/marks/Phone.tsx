import { IconPhone } from '@tabler/icons-react'
import classes from './Phone.module.css'

/** 138 0013 8000, as one says it; masks and landlines stay as they are. */
export function formatPhone(phone: string): string {
  return /^1\d{10}$/.test(phone) ? `${phone.slice(0, 3)} ${phone.slice(3, 7)} ${phone.slice(7)}` : phone
}

/** A phone number in groups, with a receiver before it where `icon`. Draws a dash for none. */
export function Phone({ phone, icon = false }: { readonly phone: string | null; readonly icon?: boolean }) {
  if (!phone) return <span className={classes.none}>—</span>
  return (
    <span className={classes.phone}>
      {icon && <IconPhone size={13} aria-hidden />}
      {formatPhone(phone)}
    </span>
  )
}
