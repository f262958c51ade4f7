import { Splitter } from '@mantine/core'
import { useLocalStorage } from '@mantine/hooks'
import type { ReactNode } from 'react'
import classes from './SplitView.module.css'

interface SplitViewProps {
  /** Names the pair of panes; their widths are remembered under it. */
  readonly name: string
  readonly list: ReactNode
  /** What is selected; the list never goes away. */
  readonly details: ReactNode
  /** Share of the list to begin with, in percent. */
  readonly listShare?: number
  /** Names the right side for screen readers. */
  readonly detailsLabel: string
}

/** List on the left, details of the selected line on the right; the border can be dragged or moved by arrow keys. */
export function SplitView({ name, list, details, listShare = 55, detailsLabel }: SplitViewProps) {
  const [share, setShare] = useLocalStorage({
    key: `showroom.split.${name}`,
    defaultValue: listShare,
    getInitialValueInEffect: false,
  })
  return (
    <Splitter
      className={classes.root}
      sizes={[share, 100 - share]}
      onSizeChange={([first]) => setShare(Number(first))}
      lineSize={1}
      handleColor="var(--line)"
      withHandle={false}
    >
      <Splitter.Pane min={30} defaultSize={listShare} className={classes.pane}>
        {list}
      </Splitter.Pane>
      <Splitter.Pane
        min={25}
        defaultSize={100 - listShare}
        className={classes.pane}
        role="region"
        aria-label={detailsLabel}
      >
        {details}
      </Splitter.Pane>
    </Splitter>
  )
}
