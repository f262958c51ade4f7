import { useNavigate, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { maskPhone } from '#shared/domain/phone.ts'
import { useQuery } from '../../api/use-query.ts'
import { EmptyState } from '../../ui/states/EmptyState.tsx'
import { PaperBar } from '../../ui/paper/PaperBar.tsx'
import { PaperPage } from '../../ui/paper/PaperPage.tsx'
import { usePaperOutput } from '../../ui/paper/use-paper-output.tsx'
import { VerdictSheet, type Verdict } from './VerdictSheet.tsx'

/** The verdict as it lies on paper: one A4 upright. */
export function PrintVerdictPage() {
  const { t } = useTranslation()
  const { phone } = useParams({ from: '/print/verdict/$phone' })
  const navigate = useNavigate()
  const query = useQuery('ownership.verdict', { phone })
  const back = () => void navigate({ to: '/ownership/verdict', search: { phone }, replace: true })
  return (
    <PaperPage title={t('ownership.verdict.document')} query={query} onBack={back}>
      {(verdict) =>
        verdict.found ? (
          <Preview verdict={verdict} onBack={back} />
        ) : (
          <>
            <PaperBar onBack={back} />
            <EmptyState
              page
              title={t('ownership.verdict.notFound')}
              hint={t('ownership.verdict.notFoundHint')}
            />
          </>
        )
      }
    </PaperPage>
  )
}

function Preview({ verdict, onBack }: { readonly verdict: Verdict; readonly onBack: () => void }) {
  const { t } = useTranslation()
  const { today: on, customerId, customerName, phone } = verdict
  const output = usePaperOutput({
    what: 'ownership_verdict',
    // Without the number itself (S5).
    detail: `${on} ${customerId ?? ''} ${maskPhone(phone)}`,
    rows: (drawn) => drawn.querySelectorAll('[data-line]').length,
    fileName: t('ownership.verdict.file', { name: customerName ?? '', on }),
    landscape: false,
  })
  return (
    <>
      <PaperBar about={t('ownership.verdict.document')} onBack={onBack} output={output} />
      <VerdictSheet verdict={verdict} />
    </>
  )
}
