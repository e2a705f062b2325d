import type { ShouldRevalidateFunction } from '@remix-run/react'
import { guarded } from '~/server/guard.server'
import { matrixPage } from './tracker-page.server'

/** Every line of one program, for count row, filter and sort in the browser. No page of its own. */
export const loader = guarded(matrixPage)

/** Read when the tracker asks for it, never because something was recorded: the stream brings that. */
export const shouldRevalidate: ShouldRevalidateFunction = () => false
