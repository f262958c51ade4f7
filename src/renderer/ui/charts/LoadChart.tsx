import { useComputedColorScheme } from '@mantine/core'
import { Area, CartesianGrid, ComposedChart, Line, XAxis, YAxis } from 'recharts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import { useDates } from '../words/use-dates.ts'
import { chartColors } from './chart-colors.ts'

export interface LoadDay {
  readonly on: BusinessDate
  readonly old: number
  readonly new: number
}

interface LoadChartProps {
  readonly days: readonly LoadDay[]
  /** The same for all charts that stand side by side, so that they can be compared. */
  readonly most: number
  readonly width: number
  readonly height: number
  /** What it shows, in a sentence: the chart itself says nothing to a screen reader. */
  readonly label: string
}

/** Plans by day, as they stand (a grey ground) and as they would be (a line). Fixed in size, still, and readable in print. */
export function LoadChart({ days, most, width, height, label }: LoadChartProps) {
  const dates = useDates()
  const colors = chartColors[useComputedColorScheme('light')]
  return (
    <div role="img" aria-label={label}>
      <ComposedChart
        width={width}
        height={height}
        data={[...days]}
        margin={{ top: 4, right: 18, bottom: 0, left: 0 }}
        accessibilityLayer={false}
      >
        <CartesianGrid vertical={false} stroke={colors.grid} />
        <XAxis
          dataKey="on"
          height={20}
          tickFormatter={(on: BusinessDate) => dates.short(on)}
          interval={6}
          tick={{ fontSize: 11, fill: colors.text }}
          stroke={colors.grid}
          tickLine={false}
        />
        <YAxis
          width={28}
          domain={[0, most]}
          allowDecimals={false}
          tickCount={3}
          tick={{ fontSize: 11, fill: colors.text }}
          stroke={colors.grid}
          tickLine={false}
        />
        <Area
          dataKey="old"
          type="step"
          stroke={colors.oldLine}
          fill={colors.old}
          fillOpacity={1}
          isAnimationActive={false}
        />
        <Line
          dataKey="new"
          type="step"
          stroke={colors.new}
          strokeWidth={2}
          dot={false}
          isAnimationActive={false}
        />
      </ComposedChart>
    </div>
  )
}
