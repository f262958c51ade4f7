import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { PaperSheet } from '../../ui/paper/PaperSheet.tsx'
import { CardBack } from './CardBack.tsx'
import { CardBasics } from './CardBasics.tsx'
import { CardWish } from './CardWish.tsx'
import type { CardForm } from './form.ts'
import classes from './FormPaper.module.css'
import { FormTitle } from './FormTitle.tsx'

/** 客户管理卡, front and back; where nothing was bought yet its front is the prospect card 潜客信息卡. */
export function CardPaper({ card }: { readonly card: CardForm }) {
  const { t } = useTranslation()
  const { customer, storeName, bought } = card
  return (
    <>
      <PaperSheet shape="upright" className={`${classes.sheet} ${classes.upright}`}>
        <FormTitle
          title={t(bought ? 'forms.paperTitle.customer_card' : 'forms.paperTitle.prospect_card')}
          left={`${storeName}　${t('forms.consultantIs', { name: customer.ownerName ?? '' })}`}
          right={t('forms.createdIs', { on: customer.createdOn })}
        />
        <table className={`${classes.section} ${classes.card}`}>
          <colgroup>
            {['13%', '20%', '14%', '20%', '13%', '20%'].map((width, place) => (
              <col key={place} style={{ width }} />
            ))}
          </colgroup>
          <CardBasics card={card} />
          {card.opportunities.map((each) => (
            <CardWish key={each.opportunityId} opportunity={each} many={card.opportunities.length > 1} />
          ))}
        </table>
        <Meetings card={card} />
        <footer className={classes.foot}>
          <div className={classes.signatures}>
            <span>{t('forms.card.signManager')}</span>
          </div>
          <p className={classes.legend}>{t('forms.card.printedOn', { on: card.printedOn })}</p>
        </footer>
      </PaperSheet>
      <CardBack card={card} />
    </>
  )
}

/** Visits, and test drives with the numbers of their agreements. */
function Meetings({ card }: { readonly card: CardForm }) {
  const { t } = useTranslation()
  const list = (
    title: string,
    heads: readonly ('on' | 'kind' | 'times' | 'staff' | 'model' | 'agreement')[],
    lines: readonly (readonly [string, readonly ReactNode[]])[],
  ) =>
    lines.length > 0 && (
      <table className={classes.section}>
        <thead>
          <tr>
            <th colSpan={heads.length} scope="colgroup" className={classes.caption}>
              {t('forms.report.counted', { title, count: lines.length })}
            </th>
          </tr>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {t(`forms.card.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(([key, cells]) => (
            <tr key={key}>
              {cells.map((cell, place) => (
                <td key={place} className={classes.middle}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    )
  return (
    <>
      {list(
        t('forms.card.visits'),
        ['on', 'kind', 'times', 'staff'],
        card.visits.map((each) => [
          each.visitId,
          [
            each.on,
            t(`codes.visitKind.${each.kind}`),
            [each.arrivedTime, each.leftTime].filter(Boolean).join('–'),
            each.consultantName,
          ],
        ]),
      )}
      {list(
        t('forms.card.testDrives'),
        ['on', 'model', 'agreement', 'staff'],
        card.testDrives.map((each) => [
          each.testDriveId,
          [each.on, each.model, each.agreementNumber, each.staffName],
        ]),
      )}
    </>
  )
}
