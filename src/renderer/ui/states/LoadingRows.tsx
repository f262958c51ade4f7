import { Skeleton, VisuallyHidden } from '@mantine/core'
import { useTranslation } from 'react-i18next'

interface LoadingRowsProps {
  readonly rows?: number
  readonly rowHeight?: number
}

/** Keeps the place of a list while it loads, so that nothing jumps. */
export function LoadingRows({ rows = 8, rowHeight = 34 }: LoadingRowsProps) {
  const { t } = useTranslation()
  return (
    <div role="status" style={{ padding: '0 12px' }}>
      <VisuallyHidden>{t('common.loading')}</VisuallyHidden>
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} style={{ height: rowHeight, display: 'flex', alignItems: 'center' }} aria-hidden>
          <Skeleton height={12} width={`${86 - ((index * 17) % 40)}%`} />
        </div>
      ))}
    </div>
  )
}
