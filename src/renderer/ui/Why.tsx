import { List, Popover, Text, UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { reasonRule, type Reason } from '#shared/reasons.ts'
import { useWords } from './words/use-words.ts'
import classes from './Why.module.css'

interface WhyProps {
  readonly reasons: readonly Reason[]
  /** What is being explained, for those who cannot see what it stands beside. */
  readonly about?: string
}

/** A small 为什么？ beside everything the rules decided; opens the reasons in words, with the rule's number. Draws nothing without reasons. */
export function Why({ reasons, about }: WhyProps) {
  const { t } = useTranslation()
  const [opened, setOpened] = useState(false)
  if (reasons.length === 0) return null
  return (
    <Popover
      position="bottom-start"
      width="max-content"
      trapFocus={false}
      opened={opened}
      onChange={setOpened}
    >
      <Popover.Target>
        <UnstyledButton
          className={classes.why}
          onClick={() => setOpened((was) => !was)}
          onKeyDown={(event) => {
            // Mantine hears Esc only inside what has opened; here it would close the page behind it.
            if (event.key !== 'Escape' || !opened) return
            event.stopPropagation()
            setOpened(false)
          }}
          aria-label={about ? t('ui.whyOf', { subject: about }) : undefined}
        >
          {t('common.why')}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown maw={420} p="sm">
        <Reasons reasons={reasons} />
      </Popover.Dropdown>
    </Popover>
  )
}

/** Reasons in words, one a line, each with its rule. */
export function Reasons({ reasons }: { readonly reasons: readonly Reason[] }) {
  const { t } = useTranslation()
  const words = useWords()
  return (
    <List size="sm" spacing={4} listStyleType="none" className={classes.list}>
      {reasons.map((each) => (
        <List.Item key={`${each.code} ${JSON.stringify(each.data)}`}>
          {words.reason(each)}{' '}
          <Text
            span
            c="dimmed"
            size="xs"
            className={classes.rule}
            title={t('ui.rule', { rule: reasonRule[each.code] })}
          >
            {reasonRule[each.code]}
          </Text>
        </List.Item>
      ))}
    </List>
  )
}
