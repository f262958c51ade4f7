import { Table, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { gradesInOrder } from '#shared/policy/grades.ts'
import type { Policy } from '#shared/policy/policy.ts'
import { GradeBadge } from './marks/GradeBadge.tsx'
import { useLocale } from './words/i18n.ts'

/** The grades of a policy: how soon each closes and how often it is followed up. */
export function GradeTable({ policy }: { readonly policy: Policy }) {
  const { t } = useTranslation()
  const { locale } = useLocale()
  const opening = policy.openingSequence
  return (
    <>
      <Table withTableBorder verticalSpacing={4} fz="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('setup.grade')}</Table.Th>
            <Table.Th scope="col">{t('setup.meaning')}</Table.Th>
            <Table.Th scope="col">{t('setup.closeWithin')}</Table.Th>
            <Table.Th scope="col">{t('setup.revisitEvery')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {gradesInOrder(policy).map((grade) => (
            <Table.Tr key={grade.code}>
              <Table.Td>
                <GradeBadge grade={grade.code} of={grade} />
              </Table.Td>
              <Table.Td>{locale === 'zh-CN' ? grade.label.zh : grade.label.en}</Table.Td>
              <Table.Td>
                {grade.closeWithinDays === null
                  ? t('setup.noWindow')
                  : t('setup.within', { days: grade.closeWithinDays })}
              </Table.Td>
              <Table.Td>{t('setup.every', { days: grade.revisitEveryDays })}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {opening && (
        <Text size="xs" c="dimmed" mt={4}>
          {t('setup.opening', { days: opening.days.join(t('ui.and')) })}
        </Text>
      )}
    </>
  )
}
