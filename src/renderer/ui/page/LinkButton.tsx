import { Button, type ButtonProps } from '@mantine/core'
import { createLink } from '@tanstack/react-router'
import type { ComponentPropsWithRef } from 'react'

type AnchorProps = Omit<ComponentPropsWithRef<'a'>, keyof ButtonProps>

function AnchorButton(props: ButtonProps & AnchorProps) {
  return <Button component="a" {...props} />
}

/** A button that goes to another page: `<LinkButton to="/customers/$customerId" params={{ customerId }}>`. */
export const LinkButton = createLink(AnchorButton)
