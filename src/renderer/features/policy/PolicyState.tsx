import { Anchor, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { PolicyProblem } from '#shared/policy/check-policy.ts'
import { useQuery } from '../../api/use-query.ts'
import { useSession } from '../../api/use-session.ts'
import { Tag } from '../../ui/marks/StatusBadge.tsx'
import { useDates } from '../../ui/words/use-dates.ts'
import { sectionOf, type Section } from './editor.ts'
import classes from './Policy.module.css'

interface PolicyStateProps {
  readonly differences: number
  readonly begunOn: number
  readonly problems: readonly PolicyProblem[]
  readonly onGo: (section: Section) => void
}

/** One line under the title: what is in force, what comes, what was changed, and what is still wrong. */
export function PolicyState({ differences, begunOn, problems, onGo }: PolicyStateProps) {
  const { t } = useTranslation()
  const { policyVersion } = useSession()
  const dates = useDates()
  const versions = useQuery('policies.list').data?.rows ?? []
  const inForce = versions.find(({ state }) => state === 'inForce')
  const wrong = [...new Set(problems.map(({ field }) => sectionOf(field)))]
  return (
    <div className={classes.state} role="status">
      {inForce && (
        <Text>
          {inForce.version === 1
            ? t('policy.firstInForce', { version: inForce.version })
            : t('policy.inForce', {
                version: inForce.version,
                from: dates.withWeekday(inForce.effectiveFrom),
              })}
        </Text>
      )}
      {versions
        .filter(({ state }) => state === 'coming')
        .map(({ version, effectiveFrom }) => (
          <Tag key={version} tone="info">
            {t('policy.coming', { version, from: dates.withWeekday(effectiveFrom) })}
          </Tag>
        ))}
      {differences === 0 ? (
        <Text c="dimmed">{t('policy.draftSame')}</Text>
      ) : (
        <>
          <Tag tone="warn">{t('policy.differences', { count: differences })}</Tag>
          <Text size="xs" c="dimmed">
            {t('policy.draftKept')}
          </Text>
        </>
      )}
      {differences > 0 && begunOn !== policyVersion && (
        <Tag tone="danger">{t('policy.draftOld', { version: begunOn })}</Tag>
      )}
      {problems.length > 0 && (
        <>
          <Tag tone="danger">{t('policy.problems', { count: problems.length })}</Tag>
          {wrong.map((section) => (
            <Anchor key={section} component="button" type="button" size="sm" onClick={() => onGo(section)}>
              {t('policy.goTo')} {t(`policy.section.${section}`)}
            </Anchor>
          ))}
        </>
      )}
    </div>
  )
}
