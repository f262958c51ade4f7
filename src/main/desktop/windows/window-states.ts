import { z } from 'zod'
import { plainPage } from '#shared/contract/pages.ts'

const int = z.int()
const bounds = { x: int, y: int, width: int.min(1), height: int.min(1) }
const state = z.object({
  ...bounds,
  maximized: z.boolean(),
  /** The page it showed; nothing of a customer is kept. */
  page: z
    .string()
    .refine((page) => plainPage(page) === page)
    .nullable()
    .catch(null),
})
/** How a window stood, and what it showed. */
export type WindowState = z.infer<typeof state>

/** More windows than anybody opens by himself. */
const most = 8

/** What the application remembers of its windows, the first one first. */
export const windowsSchema = z.object({
  windows: z.array(state).max(most),
  zoom: z.number().min(0.25).max(5),
  board: z.boolean(),
})
export type RememberedWindows = z.infer<typeof windowsSchema>

interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Fits a window into the area of a display: the one it stood on may be gone, or smaller now. */
export function fitInto(workArea: Area, { x, y, width, height }: Area): Area {
  const fit = { width: Math.min(width, workArea.width), height: Math.min(height, workArea.height) }
  return {
    ...fit,
    x: Math.max(workArea.x, Math.min(x, workArea.x + workArea.width - fit.width)),
    y: Math.max(workArea.y, Math.min(y, workArea.y + workArea.height - fit.height)),
  }
}
