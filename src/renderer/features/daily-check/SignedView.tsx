import { ActionIcon, CopyButton, Text, Tooltip } from '@mantine/core'
import { IconCheck, IconCopy, IconSnowflake } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SplitView } from '../../ui/lists/SplitView.tsx'
import { useDates } from '../../ui/words/use-dates.ts'
import { useShortcuts } from '../../ui/keys/use-shortcuts.ts'
import type { Attention } from '#shared/domain/codes.ts'
import { groupAttention } from './attention.ts'
import { AttentionPane } from './AttentionPane.tsx'
import { AttentionStrip, focusAttention } from './AttentionStrip.tsx'
import type { FigureCell, SignedCheck } from './figures.ts'
import { FigureTable } from './FigureTable.tsx'
import { focusFigure, focusLines } from './focus-figure.ts'
import { LinesPane } from './LinesPane.tsx'
import classes from './SignedView.module.css'
import { StoreLine } from './StoreLine.tsx'

interface SignedViewProps {
  readonly sheet: SignedCheck
  readonly opened: boolean
  readonly onOpened: (opened: boolean) => void
}

/** The frozen table with its lines, walked like the one of today. */
export function SignedView({ sheet, opened, onOpened }: SignedViewProps) {
  const { t } = useTranslation()
  const dates = useDates()
  const [cell, setCell] = useState<FigureCell | null>(null)
  const [kind, setKind] = useState<Attention | null>(null)
  const groups = groupAttention(sheet.attention ?? [], false)
  const shownKind = groups.find((group) => group.kind === kind) ?? null
  const lines = cell
    ? sheet.lines.filter(
        ({ figure, staffId }) =>
          figure === cell.figure && (cell.staffId === null || staffId === cell.staffId),
      )
    : []
  const owner = sheet.consultants.find(({ staffId }) => staffId === cell?.staffId)
  const open = (next: FigureCell) => {
    setCell(next)
    setKind(null)
    onOpened(true)
    focusLines()
  }
  const openKind = (next: Attention) => {
    setKind(next)
    onOpened(true)
    focusLines()
  }
  const close = () => {
    const back = shownKind ? focusAttention : focusFigure
    setKind(null)
    onOpened(false)
    back()
  }
  useShortcuts(t('dailyCheck.signedTitle'), [
    { keys: 'g', label: t('dailyCheck.attention.go'), run: focusAttention, when: groups.length > 0 },
  ])
  return (
    <>
      <div className={classes.frozen}>
        <IconSnowflake size={15} aria-hidden />
        {t('dailyCheck.frozen')}
        <span className={classes.gap} />
        <Tooltip label={t('dailyCheck.digestHint')} multiline maw={300}>
          <span className={classes.digest}>
            {t('dailyCheck.digest')} <code>{sheet.digest}</code>
          </span>
        </Tooltip>
        <CopyButton value={sheet.digest}>
          {({ copied, copy }) => (
            <ActionIcon size="sm" aria-label={t(copied ? 'ui.copied' : 'ui.copy')} onClick={copy}>
              {copied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />}
            </ActionIcon>
          )}
        </CopyButton>
      </div>
      <StoreLine name={sheet.storeName} store={sheet.store} />
      <div style={{ flex: 1, minHeight: 0 }}>
        <SplitView
          name="daily-check"
          listShare={62}
          detailsLabel={t('dailyCheck.lines')}
          list={
            <>
              <FigureTable
                label={t('dailyCheck.table', { on: dates.full(sheet.on) })}
                sheet={sheet}
                totalName={t('dailyCheck.total')}
                cell={cell}
                opened={opened && shownKind === null}
                onMove={setCell}
                onOpen={open}
              />
              <AttentionStrip groups={groups} opened={shownKind?.kind ?? null} onOpen={openKind} />
            </>
          }
          details={
            shownKind ? (
              <AttentionPane key={shownKind.kind} group={shownKind} onClose={close} onBack={focusAttention} />
            ) : opened && cell ? (
              <LinesPane
                key={`${cell.staffId} ${cell.figure}`}
                figure={cell.figure}
                who={owner?.name ?? t('dailyCheck.total')}
                severalPeople={cell.staffId === null}
                lines={lines}
                total={lines.length}
                onClose={close}
                onBack={focusFigure}
              />
            ) : (
              <div className={classes.facts}>
                {sheet.note && (
                  <section>
                    <Text fw={700}>{t('dailyCheck.note')}</Text>
                    <Text>{sheet.note}</Text>
                  </section>
                )}
                <Text>
                  {t('dailyCheck.lossesWaiting')} {sheet.lossesWaiting}
                </Text>
                <Text>
                  {t('dailyCheck.violationsRaised')} {sheet.violationsRaised}
                </Text>
                <Text>{t('dailyCheck.lineCount', { count: sheet.lines.length })}</Text>
                <Text c="dimmed" size="xs">
                  {t('dailyCheck.walk')}
                </Text>
              </div>
            )
          }
        />
      </div>
    </>
  )
}
