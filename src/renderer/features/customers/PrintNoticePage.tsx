import { useParams, useRouter } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { keptMonths } from '#shared/domain/kept-backups.ts'
import type { CallOutput } from '../../api/calls.ts'
import { useQuery } from '../../api/use-query.ts'
import { PaperBar } from '../../ui/paper/PaperBar.tsx'
import { PaperPage } from '../../ui/paper/PaperPage.tsx'
import { PaperSheet, TrainingOnPaper } from '../../ui/paper/PaperSheet.tsx'
import { usePaperOutput } from '../../ui/paper/use-paper-output.tsx'
import { useDates } from '../../ui/words/use-dates.ts'
import classes from './Privacy.module.css'

type Notice = CallOutput<'privacy.notice'>

/** 个人信息处理告知书 as it lies on paper: one A4 upright, to be signed. */
export function PrintNoticePage() {
  const { t } = useTranslation()
  const router = useRouter()
  const { customerId } = useParams({ from: '/print/privacy-notice/$customerId' })
  const query = useQuery('privacy.notice', { customerId })
  const back = () => router.history.back()
  return (
    <PaperPage title={t('privacy.notice.title')} query={query} onBack={back}>
      {(notice) => <Preview notice={notice} customerId={customerId} onBack={back} />}
    </PaperPage>
  )
}

interface PreviewProps {
  readonly notice: Notice
  readonly customerId: string
  readonly onBack: () => void
}

function Preview({ notice, customerId, onBack }: PreviewProps) {
  const { t } = useTranslation()
  const dates = useDates()
  const { customerName: name, store, noticeGivenOn, consentedOn } = notice
  const output = usePaperOutput({
    what: 'privacy_notice',
    // Whose it was, and not his name: the trail keeps what it is told.
    detail: customerId,
    rows: () => 1,
    fileName: `${t('privacy.notice.title')} ${name}`,
    landscape: false,
  })
  const parts = [
    [t('privacy.notice.what'), t('privacy.notice.whatText')],
    [t('privacy.notice.why'), t('privacy.notice.whyText')],
    [t('privacy.notice.where'), t('privacy.notice.whereText', { months: keptMonths })],
    [t('privacy.notice.rights'), t('privacy.notice.rightsText')],
    [t('privacy.notice.consent'), t('privacy.notice.consentText')],
  ]
  const record = [
    noticeGivenOn && t('privacy.notice.given', { on: dates.full(noticeGivenOn) }),
    consentedOn && t('privacy.notice.agreed', { on: dates.full(consentedOn) }),
  ].filter(Boolean)
  return (
    <>
      <PaperBar about={t('privacy.notice.title')} onBack={onBack} output={output} />
      <PaperSheet shape="upright" className={classes.paper}>
        <p className={classes.training}>
          <TrainingOnPaper />
        </p>
        <h1>{t('privacy.notice.title')}</h1>
        <p>{t('privacy.notice.to', { name })}</p>
        <p>{t('privacy.notice.lead', { store })}</p>
        {parts.map(([head, text]) => (
          <section key={head}>
            <h2>{head}</h2>
            <p>{text}</p>
          </section>
        ))}
        <p className={classes.sign}>{t('privacy.notice.sign')}</p>
        <p>{t('privacy.notice.by')}</p>
        {record.length > 0 && <p className={classes.record}>{record.join(' · ')}</p>}
      </PaperSheet>
    </>
  )
}
