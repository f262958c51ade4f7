import type { Topic } from '#shared/contract/declare.ts'
import type { QueryPath } from './calls.ts'

/** What each query shows; it is read again when a command anywhere changes one of them. */
export const topicsOf: Readonly<Record<QueryPath, readonly Topic[]>> = {
  'setup.state': ['store'],
  'store.status': ['store'],
  'session.current': ['staff'],
  'policies.current': ['store'],
  'staff.list': ['staff'],
  'customers.lookup': ['customers', 'plans', 'staff'],
  'customers.get': ['customers', 'plans', 'losses', 'staff', 'store'],
  'customers.search': ['customers', 'plans', 'losses', 'staff'],
  'opportunities.proposePlan': ['plans', 'customers', 'staff', 'store'],
  'toDo.list': ['customers', 'plans', 'losses', 'checks', 'staff', 'store'],
  'losses.list': ['losses', 'customers', 'staff'],
  'imports.preview': [],
  'imports.list': ['imports'],
  'imports.profiles': ['imports'],
  'dailyCheck.get': ['checks', 'customers', 'plans', 'losses', 'staff', 'store'],
  'dailyCheck.lines': ['checks', 'customers', 'plans', 'losses', 'staff', 'store'],
  'dailyCheck.signed': ['checks'],
  'dailyCheck.signatures': ['checks', 'staff'],
  'violations.list': ['checks', 'customers', 'staff'],
}
