import {
  Button,
  Divider,
  Group,
  PasswordInput,
  SegmentedControl,
  Select,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { policyPresets, storeKinds, type PolicyPreset, type StoreKind } from '#shared/domain/codes.ts'
import { presets } from '#shared/policy/presets/index.ts'
import { setToken } from '../../api/token.ts'
import { useCommand } from '../../api/use-command.ts'
import { FailureAlert } from '../../ui/states/FailureAlert.tsx'
import { Form } from '../../ui/fields/Form.tsx'
import { GradeTable } from '../../ui/GradeTable.tsx'
import { useLocale } from '../../ui/words/i18n.ts'
import { KeyHint } from '../../ui/keys/KeyHint.tsx'
import { useFieldErrors } from '../../ui/fields/use-field-errors.ts'
import { useShortcuts } from '../../ui/keys/use-shortcuts.ts'
import classes from './SetupPage.module.css'

/** Names the store, its administrator and its policy, and creates it; then the administrator is signed in. */
export function NewStoreForm({ onBack }: { readonly onBack: () => void }) {
  const { t } = useTranslation()
  const { locale } = useLocale()
  const create = useCommand('setup.create')
  const signIn = useCommand('session.signIn')
  const errors = useFieldErrors(create.failure)
  const [name, setName] = useState('')
  const [kind, setKind] = useState<StoreKind>('live')
  const [policy, setPolicy] = useState<PolicyPreset>('benyue')
  const [admin, setAdmin] = useState({ name: '', login: '', password: '' })
  const [again, setAgain] = useState('')
  const [tried, setTried] = useState(false)
  const differs = tried && admin.password !== again
  const change = (field: keyof typeof admin) => (event: React.ChangeEvent<HTMLInputElement>) => {
    const { value } = event.currentTarget
    setAdmin((was) => ({ ...was, [field]: value }))
  }
  const save = async () => {
    setTried(true)
    if (admin.password !== again) return
    const done = await create.run({ name, kind, policy, locale, admin })
    if (!done.ok) return
    const entered = await signIn.run({ login: admin.login, password: admin.password })
    if (entered.ok) setToken(entered.value.token)
  }
  useShortcuts(t('setup.newStore'), [
    { keys: 'Escape', label: t('common.back'), run: onBack, inFields: true },
  ])
  return (
    <Form failure={create.failure} onSave={() => void save()}>
      <Title order={1} mb="md">
        {t('setup.newStore')}
      </Title>
      <div className={classes.form}>
        <Stack gap="sm">
          <TextInput
            id="store-name"
            label={t('setup.storeName')}
            placeholder={t('setup.storeNameHint')}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={errors('name')}
            required
            autoFocus
          />
          <div>
            <Text size="sm" fw={500} id="kind-label">
              {t('setup.kind')}
            </Text>
            <SegmentedControl
              aria-labelledby="kind-label"
              fullWidth
              value={kind}
              onChange={setKind}
              data={storeKinds.map((value) => ({ value, label: t(`codes.storeKind.${value}`) }))}
            />
            <Text size="xs" c="dimmed" mt={4}>
              {t('setup.kindHint')}
            </Text>
          </div>
          <Divider label={t('setup.admin')} labelPosition="left" />
          <Text size="xs" c="dimmed">
            {t('setup.adminHint')}
          </Text>
          <TextInput
            id="admin-name"
            label={t('setup.adminName')}
            value={admin.name}
            onChange={change('name')}
            error={errors('admin.name')}
            required
          />
          <TextInput
            id="admin-login"
            label={t('setup.login')}
            value={admin.login}
            onChange={change('login')}
            error={errors('login')}
            autoComplete="username"
            required
          />
          <PasswordInput
            id="admin-password"
            label={t('setup.password')}
            description={t('setup.passwordHint')}
            value={admin.password}
            onChange={change('password')}
            error={errors('password')}
            autoComplete="new-password"
            required
          />
          <PasswordInput
            id="admin-again"
            label={t('setup.again')}
            value={again}
            onChange={(event) => setAgain(event.currentTarget.value)}
            error={differs ? t('setup.differs') : undefined}
            autoComplete="new-password"
            required
          />
        </Stack>
        <Stack gap="sm">
          <Select
            id="policy"
            label={t('setup.policy')}
            description={t('setup.policyHint')}
            value={policy}
            onChange={(value) => value && setPolicy(value)}
            data={policyPresets.map((value) => ({ value, label: t(`codes.policyPreset.${value}`) }))}
            allowDeselect={false}
            required
          />
          <GradeTable policy={presets[policy]} />
        </Stack>
      </div>
      <Stack mt="md" gap="sm">
        <FailureAlert failure={create.failure ?? signIn.failure} />
        <Group justify="space-between">
          <Button variant="default" size="sm" onClick={onBack} rightSection={<KeyHint keys="Escape" />}>
            {t('common.back')}
          </Button>
          <Button
            type="submit"
            size="sm"
            loading={create.pending || signIn.pending}
            rightSection={<KeyHint keys="Enter" />}
          >
            {t('setup.create')}
          </Button>
        </Group>
      </Stack>
    </Form>
  )
}
