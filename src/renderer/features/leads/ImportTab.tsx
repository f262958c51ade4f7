import { Button, Text, Title } from '@mantine/core'
import { IconFileSpreadsheet } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { desktop } from '../../api/desktop.ts'
import { useCommand } from '../../api/use-command.ts'
import { useQuery } from '../../api/use-query.ts'
import { ErrorState } from '../../ui/states/ErrorState.tsx'
import { KeyHint } from '../../ui/keys/KeyHint.tsx'
import { ImportHistory } from '../../ui/imports/ImportHistory.tsx'
import { PageTitle } from '../../ui/page/PageTitle.tsx'
import { useShortcuts } from '../../ui/keys/use-shortcuts.ts'
import { toOf, type AssignDraft } from '../../ui/leads/assign-draft.ts'
import { fileNameOf, newDraft, sourceOf, type ImportDraft, type LeadReport } from './import-draft.ts'
import { ImportColumns } from './ImportColumns.tsx'
import { ImportFoot } from './ImportFoot.tsx'
import { ImportReport } from './ImportReport.tsx'
import classes from './Leads.module.css'
import type { TabProps } from './tab.ts'

interface ImportTabProps extends TabProps {
  readonly onDone: () => void
}

const noDraft = newDraft('')

/** A ledger of leads: chosen, looked at, imported in one act; what was not taken comes back as a file. */
export function ImportTab({ title, tabs, onDone }: ImportTabProps) {
  const { t } = useTranslation()
  const [draft, setDraft] = useState<ImportDraft | null>(null)
  const [assign, setAssign] = useState<AssignDraft>({ way: 'rotation', staffId: null, why: '' })
  const [report, setReport] = useState<LeadReport | null>(null)
  const run = useCommand('leads.import')
  const trace = useCommand('outputs.record')
  const preview = useQuery('leads.preview', sourceOf(draft ?? noDraft), {
    enabled: draft !== null && report === null,
    keepLast: true,
  })
  const file = draft ? fileNameOf(draft.path) : ''
  const pick = async () => {
    const path = await desktop.call('pickFile', { kind: 'ledger' })
    if (path === null) return
    run.reset()
    setReport(null)
    setDraft(newDraft(path))
  }
  const to = toOf(assign)
  const start = async () => {
    if (!draft || to === null || run.pending) return
    const mapping = draft.mapping ?? preview.data?.mapping ?? null
    const done = await run.run({ ...sourceOf(draft), mapping, assign: to })
    if (!done.ok) return
    const { rejected, rejectedPath } = done.value
    // The rows given back leave the program as a file, and leave a trace.
    if (rejectedPath !== null)
      void trace.run({
        what: 'import_rejects',
        form: 'file',
        detail: fileNameOf(rejectedPath),
        rows: rejected,
      })
    setReport(done.value)
  }
  useShortcuts(t('leads.tab.import'), [
    { keys: 'o', label: t('leads.import.pick'), run: () => void pick(), when: !run.pending },
  ])
  const body = () => {
    if (!draft) return <Start onPick={() => void pick()} />
    if (report) return <ImportReport report={report} onDone={onDone} />
    if (preview.isError && !preview.data)
      return <ErrorState error={preview.error} onRetry={() => void preview.refetch()} />
    if (!preview.data) return <Text role="status">{t('leads.import.reading', { file })}</Text>
    return (
      <>
        <ImportColumns
          draft={draft}
          preview={preview.data}
          busy={preview.isPlaceholderData}
          onChange={(next) => {
            run.reset()
            setDraft(next)
          }}
        />
        <ImportFoot
          assign={assign}
          onAssign={setAssign}
          rows={preview.isPlaceholderData ? null : preview.data.cleanRows}
          run={run}
          onRun={() => void start()}
          disabled={to === null}
        />
      </>
    )
  }
  return (
    <>
      <PageTitle
        title={title}
        actions={
          draft && (
            <Button variant="default" onClick={() => void pick()} rightSection={<KeyHint keys="o" />}>
              {t('leads.import.other')}
            </Button>
          )
        }
      >
        {tabs}
        {file && (
          <Text c="dimmed" truncate title={draft?.path}>
            {file}
          </Text>
        )}
      </PageTitle>
      <div className={classes.import}>{body()}</div>
    </>
  )
}

/** Before a file is chosen; below it what was imported before. */
function Start({ onPick }: { readonly onPick: () => void }) {
  const { t } = useTranslation()
  return (
    <>
      <div className={classes.drop}>
        <IconFileSpreadsheet size={40} stroke={1.2} aria-hidden />
        <div style={{ flex: 1 }}>
          <Text fw={700}>{t('leads.import.drop')}</Text>
          <Text c="dimmed" size="xs">
            {t('leads.import.hint')}
          </Text>
        </div>
        <Button size="sm" onClick={onPick} rightSection={<KeyHint keys="o" />}>
          {t('leads.import.pick')}
        </Button>
      </div>
      <Title order={2} mt="sm">
        {t('imports.history')}
      </Title>
      <ImportHistory of="leads" />
    </>
  )
}
