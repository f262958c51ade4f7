import { Fragment, type ReactNode } from 'react'
import classes from './FormPaper.module.css'

/** Pairs of label and value, three a row unless one takes the rest of it. */
export function Pairs({
  pairs,
}: {
  readonly pairs: readonly (readonly [label: string, value: ReactNode])[]
}) {
  const columns = 6
  return (
    <tr>
      {pairs.map(([label, value], place) => (
        <Fragment key={label}>
          <th scope="row">{label}</th>
          <td colSpan={place === pairs.length - 1 ? columns - 2 * place - 1 : 1}>{value}</td>
        </Fragment>
      ))}
    </tr>
  )
}

/** The heading of a part of the card. */
export function Caption({ children }: { readonly children: ReactNode }) {
  return (
    <tr>
      <th colSpan={6} scope="colgroup" className={classes.caption}>
        {children}
      </th>
    </tr>
  )
}
