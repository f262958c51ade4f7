import { Button, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../api/use-session.ts'

interface SharePhoneProps {
  readonly onShare: (reason: string) => void
  readonly pending?: boolean
}

/** R-3.4a A manager lets a known phone be used once more, and says why. Draws nothing for others. */
export function SharePhone({ onShare, pending = false }: SharePhoneProps) {
  const { t } = useTranslation()
  const may = useCan('duplicate.override')
  const [reason, setReason] = useState('')
  if (!may) return null
  const said = reason.trim()
  const share = () => {
    if (said) onShare(said)
  }
  return (
    <div>
      <TextInput
        id="share-reason"
        label={t('duplicates.shareReason')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
          event.preventDefault()
          event.stopPropagation()
          share()
        }}
        maxLength={400}
      />
      <Text c="dimmed" size="xs" mt={2}>
        {t('duplicates.shareHint')}
      </Text>
      <Button variant="default" mt={6} onClick={share} disabled={!said} loading={pending}>
        {t('duplicates.share')}
      </Button>
    </div>
  )
}
