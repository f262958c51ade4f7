import { Group, Modal, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { CallOutput } from '../../api/calls.ts'
import { Facts } from '../../ui/Facts.tsx'
import { Tag } from '../../ui/marks/StatusBadge.tsx'
import { useDates } from '../../ui/words/use-dates.ts'
import { useReturnFocus } from '../../ui/keys/use-return-focus.ts'
import { useRowWords } from './use-row-words.ts'
import classes from './VerifiedDialog.module.css'

type Verified = CallOutput<'audit.verify'>
type Finding = Verified['findings'][number]

interface VerifiedDialogProps {
  readonly verified: Verified
  readonly onClose: () => void
}

/** S6 What a verification looked at, what it found, and what is to be done about it. Esc closes. */
export function VerifiedDialog({ verified, onClose }: VerifiedDialogProps) {
  const { t } = useTranslation()
  useReturnFocus(true)
  const kinds = kindsOf(verified.findings)
  return (
    <Modal
      opened
      onClose={onClose}
      closeOnClickOutside
      title={t('audit.verified')}
      size="xl"
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Group gap="xs" mb="sm">
        {verified.ok ? (
          <Tag tone="ok">{t('audit.nothingFound')}</Tag>
        ) : (
          <Tag tone="danger">{t('audit.found', { count: verified.findingCount })}</Tag>
        )}
      </Group>
      <Looked verified={verified} isChainWhole={!kinds.has('chain')} />
      {[...kinds].map(([kind, findings]) => (
        <section key={kind} className={classes.kind}>
          <h3 className={classes.title}>{t(`audit.findingKind.${kind}`)}</h3>
          <ul className={classes.findings}>
            {findings.map((finding, index) => (
              <li key={index}>
                <Words finding={finding} />
              </li>
            ))}
          </ul>
          <Text size="sm" c="dimmed">
            {t(`audit.advice.${kind}`)}
          </Text>
        </section>
      ))}
      {verified.findingCount > verified.findings.length && (
        <Text size="sm" mt="sm">
          {t('audit.more', { count: verified.findingCount - verified.findings.length })}
        </Text>
      )}
    </Modal>
  )
}

function Looked({
  verified: { verifiedAt, entries, rows, tables, contentHolds, heads },
  isChainWhole,
}: {
  readonly verified: Verified
  readonly isChainWhole: boolean
}) {
  const { t } = useTranslation()
  const dates = useDates()
  const content = contentHolds === null ? 'contentUnknown' : contentHolds ? 'contentHolds' : 'contentDiffers'
  const latest = heads.latest
  return (
    <Facts
      facts={[
        [t('audit.verifiedAt'), dates.moment(verifiedAt)],
        [t('audit.chain'), t(isChainWhole ? 'audit.holds' : 'audit.holdsUntil', { count: entries })],
        [t('audit.content'), t(`audit.${content}`, { rows, tables })],
        [
          t('audit.heads'),
          heads.compared === 0
            ? t('audit.noHeads')
            : t('audit.headsMatched', { matched: heads.matched, compared: heads.compared }) +
              (heads.beforeRestore > 0 ? t('audit.headsBefore', { count: heads.beforeRestore }) : ''),
        ],
        [
          t('audit.latestHead'),
          latest
            ? t(`audit.headOf.${latest.kind}`, { sequence: latest.sequence, at: dates.moment(latest.at) })
            : '–',
        ],
      ]}
    />
  )
}

/** The words of the command line serve here as well, with the names of tables and fields that people know. */
function Words({ finding: { code, data } }: { readonly finding: Finding }) {
  const { t, i18n } = useTranslation()
  const rowWords = useRowWords()
  const key = `cli.problems.${code}`
  const named = {
    ...data,
    ...(typeof data['table'] === 'string' ? { table: rowWords.table(data['table']) } : {}),
    ...(typeof data['field'] === 'string' ? { field: rowWords.column(data['field']) } : {}),
  }
  const say = t as (key: string, data: object) => string
  return <>{i18n.exists(key) ? say(key, { ...named, interpolation: { escapeValue: false } }) : code}</>
}

type Kind = 'heads' | 'chain' | 'rows'
const ofHeads = new Set(['cut_tail', 'old_backup_put_back', 'chain_rebuilt'])

function kindsOf(findings: readonly Finding[]): ReadonlyMap<Kind, Finding[]> {
  const kindOf = ({ code }: Finding): Kind =>
    ofHeads.has(code) ? 'heads' : code.startsWith('audit_') ? 'chain' : 'rows'
  return Map.groupBy(findings, kindOf)
}
