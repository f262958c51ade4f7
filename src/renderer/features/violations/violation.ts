import type { RowOf } from '../../api/use-pages.ts'

export type Violation = RowOf<'violations.list'>

/** Whether a penalty can still follow from it. */
export const isUnsettled = ({ status, ladder }: Violation): boolean =>
  ladder !== null && ['raised', 'objected', 'confirmed'].includes(status)
