import { createContext, use, type ReactNode } from 'react'

/** What opens the form of a follow-up beside a list or a card. */
export interface ExecutionProps {
  /** The plan to execute; without it the follow-up is one that nobody planned. */
  readonly planId: string | null
  readonly opportunityId: string
  readonly customerId: string
  /** The screen shows the customer and his history already; the form leaves them out. */
  readonly bare?: boolean
  /** Saving opens the next line; the button says so. */
  readonly continues?: boolean
  /** Saved: the next one may open. */
  readonly onDone: () => void
  readonly onCancel: () => void
}

const ExecutionContext = createContext<(props: ExecutionProps) => ReactNode>(() => null)
/** The application says which form it is, so that screens need not import each other. */
export const ExecutionProvider = ExecutionContext.Provider

/** The form of a follow-up, wherever a screen has room for it. Give it a `key` of the plan, so that each opens afresh. */
export function ExecutionSlot(props: ExecutionProps) {
  return use(ExecutionContext)(props)
}
