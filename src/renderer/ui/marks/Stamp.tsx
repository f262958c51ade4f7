import { IconRosetteDiscountCheck } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './Stamp.module.css'

/** Who signed and when, as a stamp. */
export function Stamp({ children }: { readonly children: ReactNode }) {
  return (
    <span className={classes.stamp}>
      <IconRosetteDiscountCheck size={15} aria-hidden />
      {children}
    </span>
  )
}
