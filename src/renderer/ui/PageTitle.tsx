import { Title } from '@mantine/core'
import { useDocumentTitle } from '@mantine/hooks'
import { useEffect, type ReactNode } from 'react'
import { desktop } from '../api/desktop.ts'
import { useMaybeSession } from '../api/use-session.ts'
import classes from './PageTitle.module.css'

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
  const full = store ? `${title} · ${store}` : title
  useDocumentTitle(full)
  useEffect(() => {
    desktop.call('windowTitle', { title: full }).catch(() => {})
  }, [full])
  return (
    <header className={classes.root}>
      <Title order={1}>{title}</Title>
      <div className={classes.middle}>{children}</div>
      {actions}
    </header>
  )
}
