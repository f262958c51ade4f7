import { Button, Menu, Tabs, Text } from '@mantine/core'
import { useSessionStorage } from '@mantine/hooks'
import { IconChevronDown } from '@tabler/icons-react'
import { useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { PolicyPreset } from '#shared/domain/codes.ts'
import { checkPolicy } from '#shared/policy/check-policy.ts'
import { presetNames, presets } from '#shared/policy/presets/index.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import { useToday } from '../../api/use-session.ts'
import { ClosedDates } from '../../ui/calendar/ClosedDates.tsx'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { KeyHint } from '../../ui/keys/KeyHint.tsx'
import { PageTitle } from '../../ui/page/PageTitle.tsx'
import { Tag } from '../../ui/marks/StatusBadge.tsx'
import { toast } from '../../ui/toast.ts'
import { useShortcuts } from '../../ui/keys/use-shortcuts.ts'
import { useWords } from '../../ui/words/use-words.ts'
import { EditorProvider, sectionOf, sections, type Editor, type Section } from './editor.ts'
import { FieldsSection } from './FieldsSection.tsx'
import { GradesSection } from './GradesSection.tsx'
import { HistorySection } from './HistorySection.tsx'
import { LeadsSection } from './LeadsSection.tsx'
import { PenaltiesSection } from './PenaltiesSection.tsx'
import { PolicyState } from './PolicyState.tsx'
import { PreviewSection } from './PreviewSection.tsx'
import { PublishDialog } from './PublishDialog.tsx'
import { SwitchesSection } from './SwitchesSection.tsx'
import { ThresholdsSection } from './ThresholdsSection.tsx'
import { usePolicyDraft } from './use-policy-draft.ts'
import classes from './Policy.module.css'

type Asking = 'discard' | 'publish' | PolicyPreset | null

/** The policy editor of the director: parts on the left, checks as one types, preview, publish, history. */
export function PolicyPage() {
  const { t } = useTranslation()
  const words = useWords()
  const today = useToday()
  const { policy, change, discard, differences, begunOn } = usePolicyDraft()
  const [section, setSection] = useSessionStorage<Section>({
    key: 'showroom.policy.section',
    defaultValue: 'grades',
  })
  const [asking, setAsking] = useState<Asking>(null)
  const [chosen, setFrom] = useState<BusinessDate>(today)
  const from = chosen < today ? today : chosen
  const problems = useMemo(() => checkPolicy(policy), [policy])
  const editor: Editor = {
    policy,
    change,
    problem: (field) => {
      const found = problems.find((each) => each.field === field)
      return found && words.issue(found)
    },
  }
  const mayPublish = differences > 0 && problems.length === 0
  useShortcuts(t('policy.title'), [
    { keys: 'F8', label: t('policy.section.preview'), run: () => setSection('preview'), inFields: true },
    {
      keys: 'F10',
      label: t('policy.publish'),
      run: () => setAsking('publish'),
      inFields: true,
      when: mayPublish,
    },
  ])
  const wrongIn = (each: Section) => problems.filter(({ field }) => sectionOf(field) === each).length
  const panels: Readonly<Record<Section, ReactNode>> = {
    grades: <GradesSection />,
    thresholds: <ThresholdsSection />,
    fields: <FieldsSection />,
    penalties: <PenaltiesSection />,
    leads: <LeadsSection />,
    switches: <SwitchesSection />,
    calendar: (
      <div className={classes.narrow}>
        <Text size="xs" c="dimmed" mb="sm">
          {t('policy.calendarHint')}
        </Text>
        <ClosedDates />
      </div>
    ),
    preview: <PreviewSection from={from} onFrom={setFrom} problems={problems.length} />,
    history: <HistorySection />,
  }
  return (
    <EditorProvider value={editor}>
      <PageTitle
        title={t('policy.title')}
        actions={
          <>
            <PresetMenu onChoose={setAsking} />
            <Button variant="default" disabled={differences === 0} onClick={() => setAsking('discard')}>
              {t('policy.discard')}
            </Button>
            <Button
              variant="default"
              rightSection={<KeyHint keys="F8" />}
              onClick={() => setSection('preview')}
            >
              {t('policy.section.preview')}
            </Button>
            <Button
              disabled={!mayPublish}
              rightSection={<KeyHint keys="F10" />}
              onClick={() => setAsking('publish')}
            >
              {t('policy.publish')}
            </Button>
          </>
        }
      />
      <PolicyState differences={differences} begunOn={begunOn} problems={problems} onGo={setSection} />
      <Tabs
        orientation="vertical"
        value={section}
        onChange={(next) => setSection(sections.find((each) => each === next) ?? 'grades')}
        keepMounted={false}
        className={classes.page}
      >
        <Tabs.List className={classes.sections} aria-label={t('policy.sections')}>
          {sections.map((each) => (
            <Tabs.Tab
              key={each}
              value={each}
              className={classes.section}
              rightSection={wrongIn(each) > 0 ? <Tag tone="danger">{String(wrongIn(each))}</Tag> : undefined}
            >
              {t(`policy.section.${each}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {sections.map((each) => (
          <Tabs.Panel key={each} value={each} className={classes.panel}>
            {panels[each]}
          </Tabs.Panel>
        ))}
      </Tabs>
      <ConfirmDialog
        opened={asking === 'discard'}
        onClose={() => setAsking(null)}
        title={t('policy.discard')}
        confirmLabel={t('policy.discard')}
        danger
        onConfirm={() => {
          discard()
          setAsking(null)
        }}
      >
        {t('policy.discardText')}
      </ConfirmDialog>
      <PresetDialog
        preset={presetNames.find((name) => name === asking)}
        onClose={() => setAsking(null)}
        onLoad={(preset) => {
          change(() => presets[preset])
          setAsking(null)
        }}
      />
      <PublishDialog
        opened={asking === 'publish'}
        onClose={() => setAsking(null)}
        from={from}
        onFrom={setFrom}
        onPublished={(version) => {
          discard()
          setAsking(null)
          setSection('history')
          toast(t('policy.published', { version }))
        }}
      />
    </EditorProvider>
  )
}

function PresetMenu({ onChoose }: { readonly onChoose: (preset: PolicyPreset) => void }) {
  const { t } = useTranslation()
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" rightSection={<IconChevronDown size={14} aria-hidden />}>
          {t('policy.preset')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {presetNames.map((preset) => (
          <Menu.Item key={preset} onClick={() => onChoose(preset)}>
            {t(`codes.policyPreset.${preset}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

interface PresetDialogProps {
  readonly preset: PolicyPreset | undefined
  readonly onClose: () => void
  readonly onLoad: (preset: PolicyPreset) => void
}

function PresetDialog({ preset, onClose, onLoad }: PresetDialogProps) {
  const { t } = useTranslation()
  return (
    <ConfirmDialog
      opened={preset !== undefined}
      onClose={onClose}
      title={t('policy.preset')}
      confirmLabel={t('policy.load')}
      onConfirm={() => preset && onLoad(preset)}
    >
      {preset ? t('policy.presetText', { name: t(`codes.policyPreset.${preset}`) }) : ''}
    </ConfirmDialog>
  )
}
