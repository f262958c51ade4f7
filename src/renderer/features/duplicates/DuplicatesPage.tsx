import { SegmentedControl } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { KeyHint } from '../../ui/keys/KeyHint.tsx'
import { PageTitle } from '../../ui/page/PageTitle.tsx'
import { useShortcuts } from '../../ui/keys/use-shortcuts.ts'
import classes from './Duplicates.module.css'
import { parts, readDuplicatesSearch, type DuplicatesSearch, type Part } from './duplicates-search.ts'
import { Merges } from './Merges.tsx'
import { MergePane } from './MergePane.tsx'
import { Pairs } from './Pairs.tsx'

/** 疑似重复 (R-3.4a): pairs that may be one customer, compared and merged field by field; and what was merged. */
export function DuplicatesPage() {
  const { t } = useTranslation()
  const search = readDuplicatesSearch({ ...useSearch({ from: '/frame/duplicates' }) })
  const navigate = useNavigate()
  const setSearch = (next: DuplicatesSearch) =>
    void navigate({ to: '/duplicates', search: next, replace: true })
  const { tab = 'pairs', keptId, droppedId } = search
  const show = (part: Part) => setSearch(part === 'pairs' ? {} : { tab: part })
  useShortcuts(
    t('duplicates.title'),
    parts.map((part, index) => ({
      keys: String(index + 1),
      label: t(`duplicates.tab.${part}`),
      run: () => show(part),
    })),
  )
  const compares = keptId !== undefined && droppedId !== undefined
  return (
    <>
      <PageTitle title={t('duplicates.title')}>
        <SegmentedControl
          aria-label={t('duplicates.tabs')}
          size="xs"
          value={compares ? '' : tab}
          onChange={(value) => {
            const part = parts.find((each) => each === value)
            if (part) show(part)
          }}
          data={parts.map((value, index) => ({
            value,
            label: (
              <span className={classes.tab}>
                {t(`duplicates.tab.${value}`)}
                <KeyHint keys={String(index + 1)} />
              </span>
            ),
          }))}
        />
      </PageTitle>
      {compares ? (
        <section className={classes.alone} aria-label={t('duplicates.details')}>
          <MergePane
            key={`${keptId} ${droppedId}`}
            pair={{ firstId: keptId, secondId: droppedId }}
            onDone={(customerId) =>
              void navigate({ to: '/customers/$customerId', params: { customerId }, replace: true })
            }
          />
        </section>
      ) : tab === 'merges' ? (
        <Merges />
      ) : (
        <Pairs
          key={tab}
          isDismissed={tab === 'dismissed'}
          level={search.level}
          onLevel={(level) =>
            setSearch({ ...(tab === 'dismissed' ? { tab } : {}), ...(level ? { level } : {}) })
          }
        />
      )}
    </>
  )
}
