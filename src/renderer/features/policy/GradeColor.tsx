import { ColorInput, Select, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { gradePalette } from '#shared/policy/grades.ts'

interface GradeColorProps {
  readonly label: string
  readonly value: string
  readonly onChange: (color: string) => void
  readonly error?: boolean
  readonly 'aria-describedby'?: string
}

const own = 'own'

/** A colour of the palette, which is readable in both schemes and in print, or one of the store's own. */
export function GradeColor({ label, value, onChange, ...wrong }: GradeColorProps) {
  const { t } = useTranslation()
  const known = gradePalette.find((each) => each === value)
  return (
    <Stack gap={4}>
      <Select
        aria-label={label}
        allowDeselect={false}
        value={known ?? own}
        onChange={(chosen) => chosen && onChange(chosen === own ? '#3366aa' : chosen)}
        data={[
          ...gradePalette.map((color) => ({ value: color, label: t(`policy.colors.${color}`) })),
          { value: own, label: t('policy.ownColor') },
        ]}
      />
      {!known && (
        <ColorInput
          aria-label={label}
          value={value}
          onChange={onChange}
          format="hex"
          {...wrong}
          withEyeDropper={false}
        />
      )}
    </Stack>
  )
}
