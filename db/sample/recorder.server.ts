/** Writes what happened in one cell the way the product's own commands do: rows, event and standing together. */
import { attemptsOf } from './attempting.server'
import type { Cell } from './cell-of-history'
import type { Loading } from './loading.server'
import { markingsOf } from './marking.server'
import { provingsOf } from './proving.server'
import { recordingOf } from './recording.server'

export type Recorder = ReturnType<typeof recorderOf>

/** What can be recorded of one person and qualification. */
export function recorderOf(loading: Loading, cell: Cell) {
  const recording = recordingOf(loading, cell)
  const { beganOn } = recording
  return { beganOn, ...provingsOf(recording), ...attemptsOf(recording), ...markingsOf(recording) }
}
