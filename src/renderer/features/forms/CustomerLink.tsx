import { useNavigate } from '@tanstack/react-router'
import classes from './FormPaper.module.css'

interface CustomerLinkProps {
  /** Null where he cannot be opened. */
  readonly customerId: string | null
  readonly name: string
  /** Not reached by Tab: the cell around it is. */
  readonly quiet?: boolean
}

/** A name on a form: a click opens the customer. */
export function CustomerLink({ customerId, name, quiet = false }: CustomerLinkProps) {
  const navigate = useNavigate()
  if (customerId === null) return name
  return (
    <button
      type="button"
      className={classes.link}
      tabIndex={quiet ? -1 : 0}
      onClick={() => void navigate({ to: '/customers/$customerId', params: { customerId } })}
    >
      {name}
    </button>
  )
}
