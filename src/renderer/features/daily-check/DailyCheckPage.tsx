import { Button } from '@mantine/core'
import { IconFileSpreadsheet, IconPresentation } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { reachOf } from '#shared/access/permissions.ts'
import type { Attention } from '#shared/domain/codes.ts'
import { useQuery } from '../../api/use-query.ts'
import { useCan, useSession } from '../../api/use-session.ts'
import { DayWalk } from '../../ui/page/DayWalk.tsx'
import { EmptyState } from '../../ui/states/EmptyState.tsx'
import { ErrorState } from '../../ui/states/ErrorState.tsx'
import { enterFullScreen } from '../../ui/page/full-screen.ts'
import { KeyHint } from '../../ui/keys/KeyHint.tsx'
import { LoadingRows } from '../../ui/states/LoadingRows.tsx'
import { PageTitle } from '../../ui/page/PageTitle.tsx'
import { SplitView } from '../../ui/lists/SplitView.tsx'
import { useDates } from '../../ui/words/use-dates.ts'
import { useShortcuts } from '../../ui/keys/use-shortcuts.ts'
import { groupAttention } from './attention.ts'
import { AttentionPane } from './AttentionPane.tsx'
import { AttentionStrip, focusAttention } from './AttentionStrip.tsx'
import { CheckLines } from './CheckLines.tsx'
import { CheckNotes } from './CheckNotes.tsx'
import { CheckOverview } from './CheckOverview.tsx'
import { nextToActOn, type FigureCell } from './figures.ts'
import { FigureTable } from './FigureTable.tsx'
import { focusFigure, focusLines, useFirstFocus } from './focus-figure.ts'
import { SignButton } from './SignButton.tsx'
import { SignDialog } from './SignDialog.tsx'
import { Stamp } from './Stamp.tsx'
import { StoreLine } from './StoreLine.tsx'
import { useCheckView } from './use-check-view.ts'
import { useWorkbook } from './use-workbook.ts'

/** …, the manager's home: one table of consultants and figures, its lines, and the signature. */
export function DailyCheckPage() {
  const { t } = useTranslation()
  const { staff } = useSession()
  const dates = useDates()
  const navigate = useNavigate()
  const view = useCheckView()
  const [signing, setSigning] = useState(false)
  const workbook = useWorkbook()
  const query = useQuery('dailyCheck.get', { on: view.on }, { keepLast: true })
  const check = query.data?.on === view.on || query.isPlaceholderData ? query.data : undefined
  const reach = reachOf(staff.role, 'dailyCheck.read')
  const totalName = reach === 'own' ? staff.name : t(reach === 'team' ? 'dailyCheck.team' : 'common.store')
  const signed = check?.signed ?? null
  const maySign = check !== undefined && check.maySign && check.consultants.length > 0

  const open = (cell: FigureCell) => {
    view.open(cell)
    focusLines()
  }
  const groups = groupAttention(check?.attention ?? [], reach === 'own')
  const shownKind = groups.find(({ kind }) => kind === view.attention) ?? null
  const openKind = (kind: Attention) => {
    view.openAttention(kind)
    focusLines()
  }
  const closeLines = () => {
    const back = shownKind ? focusAttention : focusFigure
    view.close()
    back()
  }
  const goToNext = () => {
    const next = check && nextToActOn(check, view.cell)
    if (next) view.open(next)
    requestAnimationFrame(focusFigure)
  }
  useFirstFocus(check !== undefined, view.opened || shownKind !== null ? focusLines : focusFigure)
  const mayMeet = useCan('dailyCheck.sign') && check !== undefined && check.consultants.length > 0
  const openMeeting = () => {
    void enterFullScreen()
    void navigate({ to: '/meeting/$on', params: { on: view.on } })
  }
  const openSigned = () =>
    void navigate({
      to: '/daily-check/signed/$on',
      params: { on: view.on },
      search: signed ? { signedBy: signed.signedBy.staffId } : {},
    })
  const saveBook = () => void workbook.save({ on: view.on, sheet: 'now', name: totalName })
  useShortcuts(t('dailyCheck.title'), [
    { keys: 'F10', label: t('dailyCheck.sign'), run: () => setSigning(true), inFields: true, when: maySign },
    {
      keys: 'F10',
      label: t('dailyCheck.openSigned'),
      run: openSigned,
      inFields: true,
      when: signed !== null,
    },
    { keys: 'F9', label: t('meeting.open'), run: openMeeting, inFields: true, when: mayMeet },
    {
      keys: 'mod+E',
      label: t('paper.excel'),
      run: saveBook,
      inFields: true,
      when: check !== undefined,
    },
    { keys: 'n', label: t('dailyCheck.nextToActOn'), run: goToNext, when: check !== undefined },
    { keys: 'g', label: t('dailyCheck.attention.go'), run: focusAttention, when: groups.length > 0 },
    {
      keys: 'Escape',
      label: t('dailyCheck.closeLines'),
      run: closeLines,
      when: view.opened || shownKind !== null,
    },
  ])

  const owner = check?.consultants.find(({ staffId }) => staffId === view.cell?.staffId)
  const shownCell = view.opened && (owner || view.cell?.staffId === null) ? view.cell : null
  return (
    <>
      <PageTitle
        title={t(reach === 'own' ? 'dailyCheck.ownTitle' : 'dailyCheck.title')}
        actions={
          check && (
            <>
              {mayMeet && (
                <Button
                  variant="default"
                  onClick={openMeeting}
                  leftSection={<IconPresentation size={15} aria-hidden />}
                  rightSection={<KeyHint keys="F9" />}
                >
                  {t('meeting.open')}
                </Button>
              )}
              <Button
                variant="default"
                onClick={saveBook}
                loading={workbook.pending}
                leftSection={<IconFileSpreadsheet size={15} aria-hidden />}
                rightSection={<KeyHint keys="mod+E" />}
                aria-label={t('paper.excel')}
              >
                Excel
              </Button>
              <SignButton check={check} onSign={() => setSigning(true)} onOpenSigned={openSigned} />
            </>
          )
        }
      >
        <DayWalk label={t('dailyCheck.date')} on={view.on} onChange={view.setOn} />
        {signed && <Stamp signature={signed} />}
      </PageTitle>
      <CheckNotes on={view.on} />
      {query.isError && !check && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <LoadingRows rows={12} />}
      {check && check.consultants.length === 0 && (
        <EmptyState title={t('dailyCheck.empty')} hint={t('dailyCheck.emptyHint')} />
      )}
      {check && check.consultants.length > 0 && (
        <>
          <StoreLine name={totalName} store={check.store} />
          <div style={{ flex: 1, minHeight: 0 }} aria-busy={query.isPlaceholderData}>
            <SplitView
              name="daily-check"
              listShare={62}
              detailsLabel={t('dailyCheck.lines')}
              list={
                <>
                  <FigureTable
                    label={t('dailyCheck.table', { on: dates.full(check.on) })}
                    sheet={check}
                    totalName={reach === 'own' ? null : totalName}
                    cell={view.cell}
                    opened={view.opened}
                    onMove={view.move}
                    onOpen={open}
                  />
                  <AttentionStrip groups={groups} opened={shownKind?.kind ?? null} onOpen={openKind} />
                </>
              }
              details={
                shownCell ? (
                  <CheckLines
                    on={check.on}
                    cell={shownCell}
                    who={owner?.name ?? totalName}
                    onClose={closeLines}
                    onBack={focusFigure}
                  />
                ) : shownKind ? (
                  <AttentionPane
                    key={`${check.on} ${shownKind.kind}`}
                    group={shownKind}
                    onClose={closeLines}
                    onBack={focusAttention}
                  />
                ) : (
                  <CheckOverview
                    check={check}
                    ownAttention={reach === 'own' ? groups : []}
                    onDate={view.setOn}
                  />
                )
              }
            />
          </div>
        </>
      )}
      {signing && check && (
        <SignDialog check={check} onClose={() => setSigning(false)} onSigned={() => setSigning(false)} />
      )}
    </>
  )
}
