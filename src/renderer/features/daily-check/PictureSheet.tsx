import { useLayoutEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { longestPicture } from '#shared/contract/desktop.ts'
import type { SignedCheck } from './figures.ts'
import classes from './PictureSheet.module.css'
import { SignedSheet } from './SignedSheet.tsx'

export const pictureId = 'daily-check-picture'
/** Room for what follows the last line: how many lines are left out, and the digest. */
const footHeight = 76

/** The sheet as one picture, as long as its lines; only beyond what a picture can hold are lines left out and counted. */
export function PictureSheet({ sheet }: { readonly sheet: SignedCheck }) {
  const boxRef = useRef<HTMLDivElement>(null)
  const [most, setMost] = useState<number>()
  useLayoutEffect(() => {
    const lines = [...(boxRef.current?.querySelectorAll('[data-line]') ?? [])]
    const hidden = lines.findIndex(
      (line) => line.getBoundingClientRect().bottom > longestPicture - footHeight,
    )
    // oxlint-disable-next-line react/set-state-in-effect -- what fits is known only once it is laid out
    if (hidden >= 0) setMost(hidden)
  }, [])
  return createPortal(
    <div ref={boxRef} id={pictureId} className={classes.picture}>
      <SignedSheet sheet={sheet} {...(most === undefined ? {} : { most })} />
    </div>,
    document.body,
  )
}
