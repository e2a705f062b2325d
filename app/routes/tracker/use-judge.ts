import type { FetcherWithComponents } from '@remix-run/react'
import { useCallback, useId, useState } from 'react'
import type { ActionResult } from '~/domain/result'
import type { CriterionVerdict } from '~/domain/vocabulary'
import { trackerText } from '~/text/tracker.en'
import type { CellView } from './cell-page.server'
import { verdictsOf } from './judge-answer'
import { useHasScript } from './use-screen'

const words = trackerText.panel

/** What form and buttons of the panel share. */
export type JudgeState = {
  readonly formId: string
  readonly fetcher: FetcherWithComponents<unknown>
  readonly result: ActionResult | null
  readonly isSending: boolean
  readonly verdicts: Readonly<Record<string, CriterionVerdict>>
  readonly setVerdicts: (verdicts: Record<string, CriterionVerdict>) => void
  readonly level: number
  readonly setLevel: (level: number) => void
  /** Forgets what was marked, after it was recorded. */
  readonly clear: () => void
  /** Why "mastered" cannot be recorded with what is marked; null when it can, and before script runs. */
  readonly masteredProblem: string | null
}

/** One form per cell: what was marked and typed belongs to the person and qualification, and goes with them. */
export function useJudge(
  view: CellView | null,
  fetcher: FetcherWithComponents<unknown>,
  /** The answer to a form posted without script. */
  answered: ActionResult | null = null,
): JudgeState {
  const formId = useId()
  const [verdicts, setVerdicts] = useState(() => verdictsOf(answered))
  const [chosenLevel, setLevel] = useState<number | null>(null)
  const level = chosenLevel ?? view?.requirement.level ?? 1
  const hasScript = useHasScript()
  const clear = useCallback(() => {
    setVerdicts({})
    setLevel(null)
  }, [])
  const result = (fetcher.data as ActionResult | undefined) ?? answered
  const open = view
    ? view.criteria.filter(
        (criterion) =>
          criterion.isRequired && criterion.level <= level && !criterion.shown && verdicts[criterion.id] !== 'met',
      ).length
    : 0
  const locked = view && view.lockedBy.length > 0 && view.requirement.isCritical
  return {
    formId,
    fetcher,
    result,
    isSending: fetcher.state !== 'idle',
    verdicts,
    setVerdicts,
    level,
    setLevel,
    clear,
    masteredProblem: !hasScript
      ? null
      : locked
        ? words.lockedCritical(view.lockedBy.map((one) => one.name).join(', '))
        : open > 0
          ? words.stillToMark(open)
          : null,
  }
}
