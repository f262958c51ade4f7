import { useTranslation } from 'react-i18next'

/** Why somebody became the owner: what main writes as a code in words, everything else as it was written. */
export function useOwnerReason(): (reason: string) => string {
  const { t } = useTranslation()
  return (reason) =>
    reason === 'registered'
      ? t('customers.ownerRegistered')
      : reason === 'imported'
        ? t('customers.ownerImported')
        : reason === 'merged'
          ? t('customers.ownerMerged')
          : reason
}
