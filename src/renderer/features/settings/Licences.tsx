import { Accordion, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import classes from './Licences.module.css'

const licences = z.array(
  z.object({ name: z.string(), version: z.string(), licence: z.string(), text: z.string() }),
)

/** What of others is inside the program, as the build found it, with the words of each licence. */
export function Licences() {
  const { t } = useTranslation()
  // Some hundred pages of text: drawn only for whoever asks.
  const [isOpen, setIsOpen] = useState(false)
  const { data, isError } = useQuery({
    queryKey: ['licences'],
    queryFn: async () => licences.parse(await (await fetch('/licences.json')).json()),
    enabled: isOpen,
    staleTime: Infinity,
    retry: false,
  })
  return (
    <details className={classes.all} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{t('updates.licences')}</summary>
      {isError && <Text c="dimmed">{t('updates.licencesNone')}</Text>}
      {isOpen && data && <List licences={data} />}
    </details>
  )
}

function List({ licences: all }: { readonly licences: z.infer<typeof licences> }) {
  const { t } = useTranslation()
  return (
    <>
      <Text size="xs" c="dimmed" my="xs">
        {t('updates.licencesHint', { count: all.length })}
      </Text>
      <Accordion chevronPosition="left" classNames={{ control: classes.control, label: classes.label }}>
        {all.map(({ name, version, licence, text }) => (
          <Accordion.Item key={`${name} ${version}`} value={`${name} ${version}`}>
            <Accordion.Control>
              {name} {version} · {licence}
            </Accordion.Control>
            <Accordion.Panel>
              <pre className={classes.text}>{text}</pre>
            </Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
    </>
  )
}
