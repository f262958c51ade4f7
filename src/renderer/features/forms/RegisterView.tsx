import { useNavigate } from '@tanstack/react-router'
import { useQuery } from '../../api/use-query.ts'
import { Desk } from './Desk.tsx'
import { RegisterPaper } from './RegisterPaper.tsx'
import type { FormChoice } from './use-form-choice.ts'
import { ViewFrame } from './ViewFrame.tsx'

/** The register of a date. */
export function RegisterView({ choice }: { readonly choice: FormChoice }) {
  const navigate = useNavigate()
  const { on } = choice
  const query = useQuery('forms.visitRegister', { on }, { keepLast: true })
  return (
    <ViewFrame
      choice={choice}
      query={query}
      form={{ form: 'visit_register', on }}
      name=""
      onPrint={() => void navigate({ to: '/print/visit-register/$on', params: { on } })}
    >
      {(register) => (
        <Desk shape="landscape">
          <RegisterPaper register={register} />
        </Desk>
      )}
    </ViewFrame>
  )
}
