import { Button, Stepper, Text } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { desktop } from '../../api/desktop.ts'
import type { ShownFailure } from '../../api/failure.ts'
import { useCommand } from '../../api/use-command.ts'
import { useQuery } from '../../api/use-query.ts'
import { KeyHint } from '../../ui/keys/KeyHint.tsx'
import { PageTitle } from '../../ui/page/PageTitle.tsx'
import { useShortcuts } from '../../ui/keys/use-shortcuts.ts'
import { ColumnsStep } from './ColumnsStep.tsx'
import { fileNameOf, importSteps, newDraft, sourceOf, type ImportDraft } from './import-state.ts'
import classes from './Imports.module.css'
import { ProblemsStep } from './ProblemsStep.tsx'
import { Reading } from './Reading.tsx'
import { ReportStep } from './ReportStep.tsx'
import { RunStep } from './RunStep.tsx'

interface ImportWizardProps {
  readonly draft: ImportDraft
  readonly onChange: (draft: ImportDraft) => void
  readonly onClose: () => void
}

/** Columns, problems, import, report: nothing is written before the third step. */
export function ImportWizard({ draft, onChange, onClose }: ImportWizardProps) {
  const { t } = useTranslation()
  const [failure, setFailure] = useState<ShownFailure | null>(null)
  const run = useCommand('imports.run')
  const trace = useCommand('outputs.record')
  const reading = draft.step === 'columns' || draft.step === 'problems'
  const preview = useQuery('imports.preview', sourceOf(draft), { keepLast: true, enabled: reading })
  const file = fileNameOf(draft.path)

  // The keyboard begins each step at its top.
  const place = `${draft.step} ${draft.path}`
  useEffect(() => {
    if (place) document.getElementById('content')?.focus()
  }, [place])
  const pickOther = async () => {
    const path = await desktop.call('pickFile', { kind: 'ledger' })
    if (path !== null) onChange(newDraft(path))
  }
  useShortcuts(t('imports.steps'), [
    { keys: 'o', label: t('imports.otherFile'), run: () => void pickOther(), when: reading },
  ])
  const start = async () => {
    setFailure(null)
    onChange({ ...draft, step: 'run' })
    const done = await run.run({
      ...sourceOf(draft),
      mapping: draft.mapping ?? preview.data?.mapping,
      decisions: draft.decisions,
      saveProfile: draft.saveProfile.trim() || null,
    })
    if (done.ok) {
      const { rejected, rejectedPath } = done.value
      // The rows given back leave the program as a file, and leave a trace.
      if (rejectedPath !== null)
        void trace.run({
          what: 'import_rejects',
          form: 'file',
          detail: fileNameOf(rejectedPath),
          rows: rejected,
        })
      onChange({ ...draft, step: 'report', report: done.value })
    } else {
      setFailure(done.failure)
      onChange({ ...draft, step: 'problems' })
    }
  }
  const body = () => {
    if (draft.step === 'run') return <RunStep file={file} />
    if (draft.step === 'report' && draft.report)
      return <ReportStep file={file} report={draft.report} onClose={onClose} />
    if (!preview.data || preview.isError)
      return <Reading file={file} error={preview.error} onRetry={() => void preview.refetch()} />
    const busy = preview.isPlaceholderData
    return draft.step === 'columns' ? (
      <ColumnsStep draft={draft} preview={preview.data} busy={busy} onChange={onChange} />
    ) : (
      <ProblemsStep
        draft={draft}
        preview={preview.data}
        busy={busy}
        failure={failure}
        onChange={(next) => {
          setFailure(null)
          onChange(next)
        }}
        onImport={() => void start()}
      />
    )
  }
  return (
    <>
      <PageTitle
        title={t('imports.title')}
        actions={
          reading && (
            <>
              <Button variant="default" onClick={() => void pickOther()} rightSection={<KeyHint keys="o" />}>
                {t('imports.otherFile')}
              </Button>
              <Button variant="subtle" onClick={onClose} leftSection={<IconX size={15} aria-hidden />}>
                {t('imports.giveUp')}
              </Button>
            </>
          )
        }
      >
        <Text c="dimmed" truncate title={draft.path}>
          {file}
        </Text>
      </PageTitle>
      <Stepper
        active={importSteps.indexOf(draft.step)}
        size="xs"
        iconSize={24}
        className={classes.stepper}
        aria-label={t('imports.steps')}
        role="list"
      >
        {importSteps.map((step) => (
          <Stepper.Step
            key={step}
            label={t(`imports.step.${step}`)}
            allowStepSelect={false}
            role="listitem"
            component="div"
            aria-current={step === draft.step ? 'step' : undefined}
          />
        ))}
      </Stepper>
      {body()}
    </>
  )
}
