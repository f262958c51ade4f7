import { Group, SegmentedControl, useMantineColorScheme } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../../ui/words/i18n.ts'

const schemes = ['light', 'dark', 'auto'] as const

/** Language and colours of this computer; both change at once. */
export function Appearance() {
  const { t } = useTranslation()
  const { locale, setLocale } = useLocale()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <Group gap="md">
      <SegmentedControl
        aria-label={t('frame.language')}
        value={locale}
        onChange={setLocale}
        data={[
          { value: 'zh-CN', label: t('frame.chinese') },
          { value: 'en', label: t('frame.english') },
        ]}
      />
      <SegmentedControl
        aria-label={t('frame.colorScheme')}
        value={colorScheme}
        onChange={setColorScheme}
        data={schemes.map((value) => ({ value, label: t(`frame.${value}`) }))}
      />
    </Group>
  )
}
