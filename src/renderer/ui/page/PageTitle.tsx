import { Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { useMaybeSession } from '../../api/use-session.ts'
import classes from './PageTitle.module.css'
import { useWindowTitle } from './use-window-title.ts'

interface PageTitleProps {
  readonly title: string
  /** Figures and states beside the title. */
  readonly children?: ReactNode
  /** Buttons, on the right. */
  readonly actions?: ReactNode
}

/** The one head line of a screen. It names the window as well. */
export function PageTitle({ title, children, actions }: PageTitleProps) {
  const store = useMaybeSession()?.store.name
  useWindowTitle(store ? `${title} · ${store}` : title)
  return (
    <header className={classes.root}>
      <Title order={1}>{title}</Title>
      <div className={classes.middle}>{children}</div>
      {actions}
    </header>
  )
}
