import { TrainingOnPaper } from '../../ui/paper/PaperSheet.tsx'
import classes from './FormPaper.module.css'

interface FormTitleProps {
  readonly title: string
  readonly left: string
  readonly right: string
  /** The second sheet of a document: its title is no second heading of the page. */
  readonly isSecond?: boolean
}

/** Store and person on the left, the form in the middle, its date on the right: the first row of a form, on every page. */
export function FormTitle({ title, left, right, isSecond = false }: FormTitleProps) {
  const Heading = isSecond ? 'h2' : 'h1'
  return (
    <div className={classes.title}>
      <span>{left}</span>
      <div className={classes.middle}>
        <Heading className={classes.name}>{title}</Heading>
        <TrainingOnPaper />
      </div>
      <span>{right}</span>
    </div>
  )
}

/** The same as a row of a table's head, which a printer repeats. */
export function FormTitleRow({ columns, ...title }: FormTitleProps & { readonly columns: number }) {
  return (
    <tr>
      <td colSpan={columns} className={classes.above}>
        <FormTitle {...title} />
      </td>
    </tr>
  )
}
