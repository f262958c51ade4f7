import type { Thresholds } from '#shared/policy/policy.ts'
import { reason } from '#shared/reasons.ts'
import type { FoundSign, RecordedContact } from './facts.ts'

const noMatter = /[\p{P}\p{S}\p{Z}\p{C}]/gu
/** What a text says, whatever its punctuation, spaces, case and width. */
const plain = (text: string): string => text.normalize('NFKC').replace(noMatter, '').toLowerCase()

/**
 * 内容雷同: on one date the same text was written for at least `sameTextCustomers` different customers. Only contacts
 * that reached somebody are compared: what is written of the others may well be alike.
 */
export function findSameTexts(
  contacts: readonly RecordedContact[],
  { sameTextCustomers }: Pick<Thresholds, 'sameTextCustomers'>,
): FoundSign[] {
  const reached = contacts.filter(({ result }) => result === 'reached')
  const asWritten = Map.groupBy(reached, ({ content }) => content)
  const byText = new Map<string, { readonly text: string; readonly customerIds: Set<string> }>()
  for (const [content, alike] of asWritten) {
    const said = plain(content)
    if (said === '') continue
    const known = byText.get(said) ?? { text: content.trim(), customerIds: new Set() }
    for (const { customerId } of alike) known.customerIds.add(customerId)
    byText.set(said, known)
  }
  return [...byText.values()]
    .filter(({ customerIds }) => customerIds.size >= sameTextCustomers)
    .map(({ text, customerIds }) => ({
      sign: 'same_text',
      customerId: null,
      customerIds: [...customerIds],
      reasons: [reason('honesty_same_text', { count: customerIds.size, text })],
    }))
}
