import type { ReactNode } from 'react'
import { designSteps, type DesignStep } from '~/domain/vocabulary'
import { designerText } from '~/text/designer.en'
import { stepsText } from '~/text/designer-steps.en'

const intros: Readonly<Record<DesignStep, { what: string; example: string }>> = {
  ...designerText.intro,
  ...stepsText.intro,
}

/** Opens a step: its number and name, one sentence of what and why, an example on demand, acts at the right. */
export function StepIntro({ step, actions }: { step: DesignStep; actions?: ReactNode }) {
  const { what, example } = intros[step]
  return (
    <div className="flex flex-none flex-wrap items-end gap-x-4 gap-y-2 border-b border-line px-4 pt-4 pb-3 md:px-5">
      <div className="min-w-0 grow basis-64">
        <h2 className="text-t16 font-strong">
          {stepsText.heading(designSteps.indexOf(step) + 1, designerText.steps[step])}
        </h2>
        <p className="mt-0.5 text-ink-2">{what}</p>
        <details className="text-t12 text-ink-2">
          <summary className="link inline-block cursor-pointer py-1">{stepsText.example}</summary>
          <p className="max-w-[70ch] pt-1">{example}</p>
        </details>
      </div>
      {actions}
    </div>
  )
}
