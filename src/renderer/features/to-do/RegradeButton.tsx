import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../api/use-command.ts'
import { useQuery } from '../../api/use-query.ts'
import { FailureAlert } from '../../ui/states/FailureAlert.tsx'
import { KeyHint } from '../../ui/keys/KeyHint.tsx'
import { useShortcuts } from '../../ui/keys/use-shortcuts.ts'
import { toast } from '../../ui/toast.ts'
import { useWords } from '../../ui/words/use-words.ts'
import classes from './LineDetails.module.css'
import type { Line } from './lines.ts'

/** 等级不符: one key gives him the grade of his purchase date, without a contact. Draws nothing for whoever may not. */
export function RegradeButton({ line }: { readonly line: Line }) {
  const { t } = useTranslation()
  const words = useWords()
  const update = useCommand('opportunities.update')
  const { customerId, opportunityId, gradeByDate: grade } = line
  const { data: card } = useQuery(
    'customers.get',
    { customerId: customerId ?? '' },
    { enabled: customerId !== null },
  )
  const found = card?.opportunities.find((each) => each.opportunityId === opportunityId)
  const mayRegrade = found !== undefined && grade !== null && card?.abilities.update === true
  const regrade = async () => {
    if (!found || grade === null) return
    const done = await update.run({
      opportunityId: found.opportunityId,
      version: found.version,
      opportunity: { grade },
    })
    if (!done.ok) return
    const said = t('toDo.regraded', { name: line.customerName ?? t('common.unknown'), grade })
    const warnings = done.value.warnings.map((each) => words.reason(each))
    toast([said, ...warnings].join(' · '), warnings.length > 0 ? 'warn' : 'ok')
  }
  useShortcuts(t('toDo.title'), [
    {
      keys: 'g',
      label: t('toDo.regrade', { grade: grade ?? '' }),
      run: () => void regrade(),
      when: mayRegrade && !update.pending,
    },
  ])
  if (!mayRegrade) return null
  return (
    <div className={classes.regrade}>
      <Button
        variant="default"
        onClick={() => void regrade()}
        loading={update.pending}
        rightSection={<KeyHint keys="g" />}
      >
        {t('toDo.regrade', { grade })}
      </Button>
      <FailureAlert failure={update.failure} act />
    </div>
  )
}
