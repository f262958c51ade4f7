import { useTranslation } from 'react-i18next'
import { figures, type Figure } from '#shared/domain/codes.ts'
import { PaperSheet, TrainingOnPaper } from '../../ui/paper/PaperSheet.tsx'
import { useDates } from '../../ui/words/use-dates.ts'
import { percent, weightOf, type SignedCheck } from './figures.ts'
import { SheetAttention } from './SheetAttention.tsx'
import { SheetLines } from './SheetLines.tsx'
import classes from './SignedSheet.module.css'

/** What must be acted on first; what is due is the sum of two others and is not listed again. */
const order: readonly Figure[] = [
  ...figures.filter((figure) => weightOf[figure] === 'act'),
  ...figures.filter((figure) => weightOf[figure] === 'mind'),
  'doneToday',
]

interface SignedSheetProps {
  readonly sheet: SignedCheck
  /** Only so many lines, where there is no room for more. */
  readonly most?: number
}

/** The lines by figure in the order of the sheet, `most` of them. */
function sections(lines: SignedCheck['lines'], most: number) {
  let room = most
  return order.map((figure) => {
    const all = lines.filter((line) => line.figure === figure)
    const shown = all.slice(0, Math.max(0, room))
    room -= shown.length
    return { figure, count: all.length, shown }
  })
}

/** The signed check as one document: head, table, what needs attention, lines by figure, digest. */
export function SignedSheet({ sheet, most = Infinity }: SignedSheetProps) {
  const { t } = useTranslation()
  const dates = useDates()
  const listed = sections(sheet.lines, most)
  const left = listed.reduce((sum, { count, shown }) => sum + count - shown.length, 0)
  const rows = [
    ...sheet.consultants.map((each) => ({ ...each, key: each.staffId })),
    { ...sheet.store, name: t('dailyCheck.total'), key: '' },
  ]
  return (
    <PaperSheet shape="landscape">
      <header className={classes.head}>
        <div>
          <h1>
            {sheet.storeName} {t('dailyCheck.sheetTitle')}
          </h1>
          <p className={classes.date}>
            {dates.full(sheet.on)}
            <TrainingOnPaper />
          </p>
        </div>
        <dl className={classes.facts}>
          <dt>{t('dailyCheck.sheetSigner')}</dt>
          <dd>{sheet.signedBy.name}</dd>
          <dt>{t('dailyCheck.sheetSignedAt')}</dt>
          <dd>{dates.moment(sheet.signedAt)}</dd>
          <dt>{t('dailyCheck.sheetPolicy')}</dt>
          <dd>{t('dailyCheck.sheetPolicyVersion', { version: sheet.policyVersion })}</dd>
        </dl>
      </header>
      {sheet.note && (
        <p className={classes.note}>
          {t('dailyCheck.note')}: {sheet.note}
        </p>
      )}
      <table className={classes.figures}>
        <thead>
          <tr>
            <th scope="col">{t('dailyCheck.consultant')}</th>
            {figures.map((figure) => (
              <th key={figure} scope="col">
                {t(`codes.figure.${figure}`)}
              </th>
            ))}
            <th scope="col">{t('dailyCheck.effectiveRate')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} className={row.key === '' ? classes.total : undefined}>
              <th scope="row">{row.name}</th>
              {figures.map((figure) => (
                <td
                  key={figure}
                  data-act={(weightOf[figure] === 'act' && row.figures[figure] > 0) || undefined}
                >
                  {row.figures[figure] === 0 ? '·' : row.figures[figure]}
                </td>
              ))}
              <td>{percent(row.effectiveRate)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={classes.small}>
        {t('dailyCheck.lossesWaiting')} {sheet.lossesWaiting} · {t('dailyCheck.violationsRaised')}{' '}
        {sheet.violationsRaised} · {t('dailyCheck.sheetDue')}
      </p>
      {/* Before the lines: where a picture has no room for all, it leaves out the last of them. */}
      <SheetAttention lines={sheet.attention ?? []} />
      {listed.map(({ figure, count, shown }) => (
        <SheetLines key={figure} figure={figure} count={count} lines={shown} />
      ))}
      {left > 0 && <p className={classes.small}>{t('dailyCheck.sheetLeftOut', { count: left })}</p>}
      <footer className={classes.small}>
        {t('dailyCheck.digest')} {sheet.digest}
        {sheet.trailCode && ` · ${t('dailyCheck.trailCode')} ${sheet.trailCode}`}
      </footer>
    </PaperSheet>
  )
}
