import type { ReactNode } from 'react'
import classes from './Facts.module.css'

interface FactsProps {
  /** What has no value is left out. */
  readonly facts: readonly (readonly [name: string, value: ReactNode])[]
  /** Beside each other with their names above them, in place of one below the other. */
  readonly inLine?: boolean
}

const hasValue = ([, value]: readonly [string, ReactNode]) =>
  value !== null && value !== undefined && value !== false && value !== ''

/** Names and values. */
export function Facts({ facts, inLine = false }: FactsProps) {
  return (
    <dl className={classes.facts} data-in-line={inLine || undefined}>
      {facts.filter(hasValue).map(([name, value]) => (
        <div key={name} className={classes.fact}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
