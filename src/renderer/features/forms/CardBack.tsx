import { useTranslation } from 'react-i18next'
import { PaperSheet } from '../../ui/paper/PaperSheet.tsx'
import type { CardForm } from './form.ts'
import classes from './FormPaper.module.css'
import { FormTitleRow } from './FormTitle.tsx'
import { useFormWords } from './use-form-words.ts'

const heads = ['planOn', 'planWhat', 'contactOn', 'contactWhat', 'content', 'gradeAfter', 'staff'] as const
const widths = ['11%', '16%', '11%', '11%', '34%', '8%', '9%']

/** The back of the card: every plan beside the contact that fulfilled it, with the grade after it (R-12.1). */
export function CardBack({ card }: { readonly card: CardForm }) {
  const { t } = useTranslation()
  const words = useFormWords()
  const { customer, entries } = card
  const what = ({ plan }: CardForm['entries'][number]) =>
    plan &&
    [
      t(`codes.channel.${plan.channel}`),
      plan.purpose,
      plan.status === 'dropped' && `(${t('forms.card.dropped')})`,
    ]
      .filter(Boolean)
      .join(' ')
  const said = ({ contact, plan }: CardForm['entries'][number]) =>
    contact
      ? words.join([
          contact.lateRecorded && t('forms.report.late'),
          contact.content,
          contact.feedback && t('forms.report.feedback', { feedback: contact.feedback }),
        ])
      : plan === null && t('forms.card.changeOnly')
  return (
    <PaperSheet shape="upright" className={`${classes.sheet} ${classes.upright} ${classes.newPage}`}>
      <table>
        <colgroup>
          {widths.map((width, place) => (
            <col key={heads[place]} style={{ width }} />
          ))}
        </colgroup>
        <thead>
          <FormTitleRow
            columns={widths.length}
            title={t('forms.paperTitle.card_back')}
            left={`${customer.name}　${customer.mobile}`}
            right={t('forms.consultantIs', { name: customer.ownerName ?? '' })}
            isSecond
          />
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {t(`forms.card.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {entries.length === 0 && (
            <tr>
              <td colSpan={widths.length} className={classes.quiet}>
                {t('forms.card.noEntries')}
              </td>
            </tr>
          )}
          {entries.map((entry) => {
            const { plan, contact } = entry
            return (
              <tr
                key={
                  contact?.followUpId ??
                  plan?.planId ??
                  `${entry.opportunityId} ${entry.on} ${entry.gradeAfter}`
                }
                data-line
              >
                <td className={classes.middle}>{plan && [plan.on, plan.time].filter(Boolean).join(' ')}</td>
                <td>{what(entry)}</td>
                <td className={classes.middle}>
                  {contact ? contact.on : plan ? plan.status === 'open' && t('forms.card.open') : entry.on}
                </td>
                <td>
                  {contact &&
                    `${t(`codes.channel.${contact.channel}`)} ${t(`codes.result.${contact.result}`)}`}
                </td>
                <td>{said(entry)}</td>
                <td className={classes.middle}>{words.gradeMove(entry)}</td>
                <td className={classes.middle}>{entry.staffName}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </PaperSheet>
  )
}
