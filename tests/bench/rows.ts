import type { BenchRow } from './figure'
import { myPath } from './my-path-row'
import { signOffs } from './sign-off-rows'
import { startUp } from './start-row'
import { trackerFirstView } from './tracker-row'

/** Every budget measured so far, in the order of the table. */
export const rows: readonly BenchRow[] = [...signOffs, myPath, trackerFirstView, startUp]
