import { useSessionStorage } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import { PageTitle } from '../../ui/page/PageTitle.tsx'
import { ImportHome } from './ImportHome.tsx'
import { newDraft, type ImportDraft } from './import-state.ts'
import { ImportWizard } from './ImportWizard.tsx'

/** 导入客户台账: a ledger comes in step by step; what was chosen stays while one looks at another page. */
export function ImportsPage() {
  const { t } = useTranslation()
  const [draft, setDraft] = useSessionStorage<ImportDraft | null>({
    key: 'showroom.import',
    defaultValue: null,
    getInitialValueInEffect: false,
  })
  if (draft) return <ImportWizard draft={draft} onChange={setDraft} onClose={() => setDraft(null)} />
  return (
    <>
      <PageTitle title={t('imports.title')} />
      <ImportHome onFile={(path) => setDraft(newDraft(path))} />
    </>
  )
}
