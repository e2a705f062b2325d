import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { stepsText } from '~/text/designer-steps.en'

/** The program's own answer to a step, above what each qualification says; folded away once it is said. */
export function ProgramDefaults({
  title,
  isSaid,
  children,
}: {
  title: string
  /** Whether the program says something yet. */
  isSaid: boolean
  children: ReactNode
}) {
  return (
    <details className="group rounded-r3 border border-line bg-canvas">
      <summary className="min-h-9 cursor-pointer px-3 py-2">
        <ChevronRight aria-hidden className="mr-1 -mt-px inline size-3.5 text-ink-3 group-open:rotate-90" />
        <strong className="font-strong">{stepsText.inherit.program}</strong>
        <span className="ml-2 text-t12 text-ink-3">
          {title}
          {!isSaid && ` · ${stepsText.inherit.nothing}`}
        </span>
      </summary>
      <div className="grid gap-4 border-t border-line px-3 py-3">
        <p className="text-t12 text-ink-2">{stepsText.inherit.programWhat}</p>
        {children}
      </div>
    </details>
  )
}
