import { UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ImportDecisions } from '#shared/contract/imports.ts'
import type { ProblemKind } from '#shared/domain/codes.ts'
import { DecisionField } from './DecisionField.tsx'
import type { Preview } from './import-state.ts'
import classes from './Imports.module.css'

interface ProblemKindsProps {
  readonly kinds: readonly ProblemKind[]
  readonly counts: Preview['counts']
  readonly decisions: ImportDecisions
  /** The kind whose rows are shown. */
  readonly shown: ProblemKind
  readonly onShow: (kind: ProblemKind) => void
  readonly onDecide: (decisions: ImportDecisions) => void
}

/** Kinds of problem with how many rows have them, and one decision for each. */
export function ProblemKinds({ kinds, counts, decisions, shown, onShow, onDecide }: ProblemKindsProps) {
  const { t } = useTranslation()
  return (
    <div className={classes.scroll}>
      <table className={classes.table} aria-label={t('imports.problems')}>
        <thead>
          <tr>
            <th scope="col">{t('imports.kind')}</th>
            <th scope="col" style={{ width: 56, textAlign: 'right' }}>
              {t('imports.rows')}
            </th>
            <th scope="col" style={{ width: '52%' }}>
              {t('imports.decision')}
            </th>
          </tr>
        </thead>
        <tbody>
          {kinds.map((kind) => (
            <tr
              key={kind}
              title={t(`codes.problemKind.${kind}`)}
              data-shown={kind === shown || undefined}
              onClick={() => onShow(kind)}
            >
              <th scope="row">
                <UnstyledButton
                  className={classes.kind}
                  aria-pressed={kind === shown}
                  onClick={() => onShow(kind)}
                  onFocus={() => onShow(kind)}
                >
                  {t(`codes.problemKind.${kind}`)}
                </UnstyledButton>
              </th>
              <td style={{ textAlign: 'right' }}>{counts[kind]}</td>
              <td>
                <DecisionField
                  kind={kind}
                  decision={decisions[kind] ?? 'skip'}
                  onChange={(decision) => onDecide({ ...decisions, [kind]: decision })}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
