import { useLayoutEffect, useRef, useState } from 'react'
import type { SignedCheck } from './figures.ts'
import classes from './PrintCheckPage.module.css'
import { SignedSheet } from './SignedSheet.tsx'

export const pictureId = 'daily-check-picture'
/** Room for what follows the last line: how many lines are left out, and the digest. */
const footHeight = 76

/** The sheet as one picture as large as the window: the table, and as many lines as fit whole. */
export function PictureSheet({ sheet }: { readonly sheet: SignedCheck }) {
  const boxRef = useRef<HTMLDivElement>(null)
  const [most, setMost] = useState<number>()
  useLayoutEffect(() => {
    const lines = [...(boxRef.current?.querySelectorAll('[data-line]') ?? [])]
    const hidden = lines.findIndex((line) => line.getBoundingClientRect().bottom > innerHeight - footHeight)
    // oxlint-disable-next-line react/set-state-in-effect -- what fits is known only once it is laid out
    if (hidden >= 0) setMost(hidden)
  }, [])
  return (
    <div ref={boxRef} id={pictureId} className={classes.picture}>
      <SignedSheet sheet={sheet} {...(most === undefined ? {} : { most })} />
    </div>
  )
}
