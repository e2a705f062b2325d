import { useFetcher } from '@remix-run/react'
import clsx from 'clsx'
import { createContext, useContext, useEffect, useRef, type ReactNode } from 'react'
import type { DesignIntent } from '~/commands/design/inputs'
import type { ActionResult } from '~/domain/result'
import { Notice } from '~/ui/notice'
import { problemSentence, useDesign, useDesignActs } from '../use-design'

type Acts = ReturnType<typeof useDesignActs>

const StepActsContext = createContext<Acts>({ act: () => undefined, isBusy: false, problem: null })

/**
 * One queue for all buttons and lists of the designer, so that acts arrive in the order in which they were done and still
 * arrive when one goes on to the next step meanwhile.
 */
export function StepActs({ children }: { children: ReactNode }) {
  return <StepActsContext.Provider value={useDesignActs()}>{children}</StepActsContext.Provider>
}

/** Sends an intention of the designer; see `useDesignActs`. */
export function useStepActs(): Acts {
  return useContext(StepActsContext)
}

/** What the last act was refused for, such as the path of a circle; nothing otherwise. */
export function StepProblem({ className }: { className?: string }) {
  const { problem } = useStepActs()
  if (problem === null) return null
  return (
    <Notice tone="problem" className={className}>
      {problem}
    </Notice>
  )
}

/** Nothing can be changed here now: there is no draft. Steps 6 and 7 stay open. */
export function useIsFrozen(): boolean {
  return useDesign().isFrozen
}

/**
 * A small form that adds one thing and empties itself once it worked; a refusal keeps what was typed and says what is
 * wrong, by field or above.
 */
export function AddForm({
  intent,
  ids,
  label,
  className,
  besideField = {},
  children,
}: {
  intent: DesignIntent
  ids?: Readonly<Record<string, string>>
  label: string
  className?: string
  /** Refusals that are about one field, by code: they stand beside it instead of above. */
  besideField?: Readonly<Record<string, string>>
  children: (state: { errors: Readonly<Record<string, readonly string[] | undefined>>; isBusy: boolean }) => ReactNode
}) {
  const fetcher = useFetcher<ActionResult>()
  const form = useRef<HTMLFormElement>(null)
  const answer = fetcher.data as ActionResult | undefined
  const isIdle = fetcher.state === 'idle'
  useEffect(() => {
    if (!isIdle || !answer?.ok) return
    form.current?.reset()
    // What is typed comes first: kinds and purposes mostly stay the same from one to the next.
    const next = form.current?.querySelector<HTMLElement>('input:not([type=hidden]), textarea')
    const first = next ?? form.current?.querySelector<HTMLElement>('select')
    first?.focus()
  }, [isIdle, answer])
  const refused = isIdle && answer && !answer.ok ? answer : null
  const problemField = refused?.problem ? besideField[refused.problem.code] : undefined
  const problem = refused?.problem ? problemSentence(refused) : null
  const errors = problemField && problem ? { [problemField]: [problem] } : (refused?.fieldErrors ?? {})
  useEffect(() => {
    if (refused) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus()
  }, [refused])
  return (
    <fetcher.Form ref={form} method="post" aria-label={label} className={clsx('grid gap-3', className)}>
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="stay" value="1" />
      {Object.entries(ids ?? {}).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {problem && !problemField && <Notice tone="problem">{problem}</Notice>}
      {children({ errors, isBusy: !isIdle })}
    </fetcher.Form>
  )
}
