import { useTranslation } from 'react-i18next'
import { gradesInOrder } from '#shared/policy/grades.ts'
import { usePolicy, useSession } from '../../api/use-session.ts'
import { PaperSheet } from '../../ui/paper/PaperSheet.tsx'
import { useDates } from '../../ui/words/use-dates.ts'
import { CustomerLink } from './CustomerLink.tsx'
import type { RegisterLine, VisitRegister } from './form.ts'
import classes from './FormPaper.module.css'
import { FormTitleRow } from './FormTitle.tsx'
import { useFormWords } from './use-form-words.ts'

/** Lines that the paper form has at least. */
const leastLines = 18
const widths = ['4%', '7%', '11%', '12%', '11%', '7%', '10%', '9%', '7%', '22%']

/** 来店(电)顾客登记表 in the shape of the paper form. */
export function RegisterPaper({ register }: { readonly register: VisitRegister }) {
  const { t } = useTranslation()
  const { staff } = useSession()
  const { on, storeName, lines, whole } = register
  const blank = Math.max(0, leastLines - lines.length)
  const heads = [
    'no',
    'kind',
    'caller',
    'phone',
    'model',
    'grade',
    'times',
    'consultant',
    'ordered',
    'remark',
  ] as const
  const reach = whole
    ? null
    : t(staff.role === 'consultant' ? 'forms.register.ownOnly' : 'forms.register.teamOnly')
  return (
    <PaperSheet shape="landscape" className={`${classes.sheet} ${classes.landscape}`}>
      <table>
        <colgroup>
          {widths.map((width, place) => (
            <col key={heads[place]} style={{ width }} />
          ))}
        </colgroup>
        <thead>
          <FormTitleRow
            columns={widths.length}
            title={t('forms.paperTitle.visit_register')}
            left={[storeName, reach].filter(Boolean).join('　')}
            right={t('forms.dateIs', { on })}
          />
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {t(`forms.register.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Line key={line.visitId} line={line} />
          ))}
          {Array.from({ length: blank }, (_, place) => (
            <tr key={place} className={classes.blank} aria-hidden>
              {heads.map((head) => (
                <td key={head} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <Foot register={register} />
    </PaperSheet>
  )
}

function Line({ line }: { readonly line: RegisterLine }) {
  const { t } = useTranslation()
  const words = useFormWords()
  return (
    <tr data-line className={classes.blank}>
      <td className={classes.middle}>{line.number}</td>
      <td className={classes.middle}>{t(`codes.visitKind.${line.kind}`)}</td>
      <td>
        <CustomerLink
          customerId={line.mayOpen ? line.customerId : null}
          name={line.callerName ?? line.plate ?? ''}
        />
      </td>
      <td>{words.visitPhone(line)}</td>
      <td>{line.model}</td>
      <td className={classes.middle}>{line.grade}</td>
      <td className={classes.middle}>{words.visitTimes(line)}</td>
      <td className={classes.middle}>
        {line.staffName}
        {line.standsInForName && (
          <div className={classes.quiet}>{t('forms.register.standsIn', { name: line.standsInForName })}</div>
        )}
      </td>
      <td className={classes.middle}>{line.orderedOnSpot ? '√' : ''}</td>
      <td>{words.visitRemark(line)}</td>
    </tr>
  )
}

function Foot({ register }: { readonly register: VisitRegister }) {
  const { t } = useTranslation()
  const dates = useDates()
  const policy = usePolicy()
  const { foot, note, closed, countersigned } = register
  const grades = gradesInOrder(policy)
    .map(({ code, closeWithinDays }) =>
      closeWithinDays === null
        ? t('forms.register.beyond', { code })
        : t('forms.register.within', { code, days: closeWithinDays }),
    )
    .join('　')
  return (
    <footer className={classes.foot}>
      <p>
        <strong>{t('forms.register.foot', foot)}</strong>
      </p>
      {note && <p>{t('forms.register.note', { note })}</p>}
      <p className={classes.legend}>{t('forms.register.legend', { grades })}</p>
      <div className={classes.signatures}>
        <span>
          {closed
            ? t('forms.register.closedBy', { name: closed.name, at: dates.moment(closed.at) })
            : t('forms.register.notClosed')}
        </span>
        <span>
          {countersigned
            ? t('forms.register.countersignedBy', {
                name: countersigned.name,
                at: dates.moment(countersigned.at),
              })
            : t('forms.register.notCountersigned')}
        </span>
      </div>
    </footer>
  )
}
