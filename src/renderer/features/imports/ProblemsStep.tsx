import { Button, Text } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportDecisions } from '#shared/contract/imports.ts'
import { problemKinds, type ProblemKind } from '#shared/domain/codes.ts'
import type { ShownFailure } from '../../api/failure.ts'
import { EmptyState } from '../../ui/states/EmptyState.tsx'
import { FailureAlert } from '../../ui/states/FailureAlert.tsx'
import { KeyHint } from '../../ui/keys/KeyHint.tsx'
import { SplitView } from '../../ui/lists/SplitView.tsx'
import { useShortcuts } from '../../ui/keys/use-shortcuts.ts'
import { countRejected, type ImportDraft, type Preview } from './import-state.ts'
import classes from './Imports.module.css'
import { ProblemKinds } from './ProblemKinds.tsx'
import { ProblemRows } from './ProblemRows.tsx'
import { WizardFoot } from './WizardFoot.tsx'

interface ProblemsStepProps {
  readonly draft: ImportDraft
  readonly preview: Preview
  readonly busy: boolean
  readonly failure: ShownFailure | null
  readonly onChange: (draft: ImportDraft) => void
  readonly onImport: () => void
}

/** Every problem by kind, with the rows that have it and what is to be done about it. */
export function ProblemsStep({ draft, preview, busy, failure, onChange, onImport }: ProblemsStepProps) {
  const { t } = useTranslation()
  const [chosen, setChosen] = useState<ProblemKind | null>(null)
  const kinds = problemKinds.filter((kind) => preview.counts[kind] > 0)
  const shown = kinds.find((kind) => kind === chosen) ?? kinds[0]
  const rejected = countRejected(preview, draft.decisions)
  const imported = preview.rowCount - rejected
  const ready = imported > 0 && !busy
  const back = () => onChange({ ...draft, step: 'columns' })
  const decide = (decisions: ImportDecisions) => onChange({ ...draft, decisions })
  useShortcuts(t('imports.title'), [
    {
      keys: 'mod+Enter',
      label: t('imports.import', { rows: imported }),
      run: onImport,
      inFields: true,
      when: ready,
    },
    { keys: 'alt+ArrowLeft', label: t('common.back'), run: back, inFields: true },
  ])
  return (
    <>
      <div style={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }} aria-busy={busy}>
        {shown === undefined ? (
          <EmptyState
            icon={<IconCircleCheck size={36} stroke={1.2} aria-hidden />}
            title={t('imports.noProblems')}
            hint={t('imports.noProblemsHint', { rows: preview.rowCount })}
          />
        ) : (
          <SplitView
            name="import-problems"
            listShare={52}
            detailsLabel={t('imports.problemRows')}
            list={
              <ProblemKinds
                kinds={kinds}
                counts={preview.counts}
                decisions={draft.decisions}
                shown={shown}
                onShow={setChosen}
                onDecide={decide}
              />
            }
            details={<ProblemRows key={shown} kind={shown} problems={preview.problems} />}
          />
        )}
      </div>
      <FailureAlert failure={failure} />
      <WizardFoot
        summary={
          <Text aria-live="polite">
            <strong>{t('imports.willImport', { rows: imported })}</strong>
            {rejected > 0 && (
              <span className={classes.quiet}> · {t('imports.willReject', { rows: rejected })}</span>
            )}
            {imported === 0 && <span className={classes.danger}> {t('imports.nothingLeft')}</span>}
          </Text>
        }
      >
        <Button variant="default" size="sm" onClick={back} rightSection={<KeyHint keys="alt+ArrowLeft" />}>
          {t('common.back')}
        </Button>
        <Button size="sm" onClick={onImport} disabled={!ready} rightSection={<KeyHint keys="mod+Enter" />}>
          {t('imports.import', { rows: imported })}
        </Button>
      </WizardFoot>
    </>
  )
}
