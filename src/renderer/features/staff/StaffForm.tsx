import { Button, Checkbox, Chip, Group, Input, Modal, Select, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { roles, type Role } from '#shared/domain/codes.ts'
import { useCommand } from '../../api/use-command.ts'
import { FailureAlert } from '../../ui/states/FailureAlert.tsx'
import { Form } from '../../ui/fields/Form.tsx'
import { KeyHint } from '../../ui/keys/KeyHint.tsx'
import { useShortcuts } from '../../ui/keys/use-shortcuts.ts'
import { useFieldErrors } from '../../ui/fields/use-field-errors.ts'
import { useWeekdays } from '../../ui/words/use-weekdays.ts'
import { useReturnFocus } from '../../ui/keys/use-return-focus.ts'
import type { Secret } from './SecretDialog.tsx'
import type { StaffRow } from './staff-row.ts'

/** Null adds somebody. */
export interface Editing {
  readonly row: StaffRow | null
}

interface StaffFormProps {
  readonly editing: Editing
  readonly colleagues: readonly StaffRow[]
  readonly onClose: () => void
  readonly onAdded: (secret: Secret) => void
}

const leads = (row: StaffRow) =>
  row.status === 'active' && (row.role === 'manager' || row.role === 'director')

/** Name, role, manager and rest days of a member of staff. */
export function StaffForm({ editing: { row }, colleagues, onClose, onAdded }: StaffFormProps) {
  const { t } = useTranslation()
  const weekdays = useWeekdays()
  useReturnFocus()
  const add = useCommand('staff.add')
  const update = useCommand('staff.update')
  const failure = add.failure ?? update.failure
  const errors = useFieldErrors(failure)
  const [name, setName] = useState(row?.name ?? '')
  const [login, setLogin] = useState('')
  const [role, setRole] = useState<Role>(row?.role ?? 'consultant')
  const managers = colleagues.filter((each) => leads(each) && each.staffId !== row?.staffId)
  const only = managers.filter((each) => each.role === 'manager')
  // Where there is one manager only, a new consultant is in that team: nobody is left out of the daily check.
  const proposed = role === 'consultant' && only.length === 1 ? (only[0]?.staffId ?? null) : null
  const [chosen, setChosen] = useState<string | null | undefined>(row?.managerId)
  const managerId = chosen === undefined ? proposed : chosen
  const [restDays, setRestDays] = useState<string[]>(row?.restWeekdays.map(String) ?? [])
  const [takesVisits, setTakesVisits] = useState(row?.takesVisits ?? true)
  const [takesLeads, setTakesLeads] = useState(row?.takesLeads ?? false)

  const save = async () => {
    const turns = role === 'consultant' ? { takesVisits, takesLeads } : {}
    const fields = { name, restWeekdays: restDays.map(Number), ...turns }
    if (row) {
      // What is not changed is not sent: a role or a team asks for the password once more (S4).
      const rights = {
        ...(role === row.role ? {} : { role }),
        ...(managerId === row.managerId ? {} : { managerId }),
      }
      const done = await update.run({ staffId: row.staffId, version: row.version, ...fields, ...rights })
      if (done.ok) onClose()
    } else {
      const done = await add.run({ login, role, managerId, ...fields })
      if (done.ok) onAdded({ name, secret: done.value.oneTimeSecret })
    }
  }
  const title = row ? t('staff.editOf', { name: row.name }) : t('staff.add')
  // In a list of roles Enter opens the list.
  useShortcuts(title, [
    {
      keys: 'mod+Enter',
      label: t(row ? 'common.save' : 'common.add'),
      run: () => void save(),
      inFields: true,
      inDialog: true,
      when: !add.pending && !update.pending,
    },
  ])
  return (
    <Modal
      opened
      size={500}
      onClose={onClose}
      title={title}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Form failure={failure} onSave={() => void save()}>
        <Stack gap="sm">
          <TextInput
            id="staff-name"
            label={t('staff.name')}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={errors('name')}
            required
            data-autofocus
          />
          {!row && (
            <TextInput
              id="staff-login"
              label={t('staff.login')}
              description={t('staff.loginHint')}
              value={login}
              onChange={(event) => setLogin(event.currentTarget.value)}
              error={errors('login')}
              autoComplete="off"
              required
            />
          )}
          <Select
            id="staff-role"
            label={t('staff.role')}
            value={role}
            onChange={(value) => value && setRole(value)}
            data={roles.map((value) => ({ value, label: t(`codes.role.${value}`) }))}
            allowDeselect={false}
            error={errors('role')}
            required
          />
          <Select
            id="staff-manager"
            label={t('staff.manager')}
            description={t('staff.managerHint')}
            value={managerId}
            onChange={setChosen}
            data={managers.map((each) => ({ value: each.staffId, label: each.name }))}
            placeholder={t('staff.noManager')}
            clearable
            clearButtonProps={{ 'aria-label': t('ui.clear') }}
            error={errors('managerId')}
          />
          <Input.Wrapper
            label={t('staff.restDays')}
            description={t('staff.restDaysHint')}
            error={errors('restWeekdays')}
            labelElement="div"
          >
            <Chip.Group multiple value={restDays} onChange={setRestDays}>
              <Group gap={6} mt={6} role="group" aria-label={t('staff.restDays')}>
                {weekdays.all.map((day) => (
                  <Chip key={day} value={String(day)} size="xs">
                    {weekdays.name(day)}
                  </Chip>
                ))}
              </Group>
            </Chip.Group>
          </Input.Wrapper>
          {role === 'consultant' && (
            <Input.Wrapper label={t('staff.turns')} description={t('staff.turnsHint')} labelElement="div">
              <Group gap="md" mt={6} role="group" aria-label={t('staff.turns')}>
                <Checkbox
                  size="xs"
                  label={t('staff.takesVisits')}
                  checked={takesVisits}
                  onChange={(event) => setTakesVisits(event.currentTarget.checked)}
                />
                <Checkbox
                  size="xs"
                  label={t('staff.takesLeads')}
                  checked={takesLeads}
                  onChange={(event) => setTakesLeads(event.currentTarget.checked)}
                />
              </Group>
            </Input.Wrapper>
          )}
          <FailureAlert failure={failure}>
            {row && failure?.code === 'STALE_VERSION' && (
              <Text size="sm">{t('staff.staleHint', { name: row.name })}</Text>
            )}
          </FailureAlert>
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button
              type="submit"
              loading={add.pending || update.pending}
              rightSection={<KeyHint keys="mod+Enter" />}
            >
              {t(row ? 'common.save' : 'common.add')}
            </Button>
          </Group>
        </Stack>
      </Form>
    </Modal>
  )
}
