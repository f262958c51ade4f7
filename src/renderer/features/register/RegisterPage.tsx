import { useSessionStorage } from '@mantine/hooks'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../api/use-session.ts'
import { PageTitle } from '../../ui/page/PageTitle.tsx'
import { CardOfVisit } from './CardOfVisit.tsx'
import { emptyRegistration, readDraft, type RegisterDraft } from './register-draft.ts'
import { Registered, type Registration } from './Registered.tsx'
import { RegisterForm } from './RegisterForm.tsx'

/** 登记客户, or 建卡 of the visit that the address names. */
export function RegisterPage() {
  const { visit } = useSearch({ from: '/frame/register' })
  return visit === undefined ? <NewCustomer /> : <CardOfVisit key={visit} visitId={visit} />
}

/** 登记客户: a customer, what he wants, and the first contact, in one act and one page. */
function NewCustomer() {
  const { t } = useTranslation()
  const { staff } = useSession()
  const [kept, keep] = useSessionStorage<RegisterDraft>({
    key: `showroom.register.${staff.staffId}`,
    defaultValue: emptyRegistration,
    getInitialValueInEffect: false,
  })
  const [done, setDone] = useState<Registration | null>(null)
  const [round, setRound] = useState(0)
  const startAgain = () => {
    keep(emptyRegistration)
    setDone(null)
    setRound((n) => n + 1)
  }
  return (
    <>
      <PageTitle title={t('register.title')} />
      {done ? (
        <Registered registration={done} onNext={startAgain} />
      ) : (
        <RegisterForm
          key={round}
          draft={readDraft(kept)}
          onChange={(change) => keep((before) => ({ ...before, ...change }))}
          onClear={startAgain}
          onDone={(registration) => {
            keep(emptyRegistration)
            setDone(registration)
          }}
        />
      )}
    </>
  )
}
