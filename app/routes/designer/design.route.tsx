import type { MetaFunction } from '@remix-run/node'
import { Form } from '@remix-run/react'
import type { DesignStep } from '~/domain/vocabulary'
import type { RouteHandle } from '~/components/route-handle'
import { guarded, guardedAction } from '~/server/guard.server'
import { designerText } from '~/text/designer.en'
import { rootText } from '~/text/root.en'
import { Button } from '~/ui/button'
import { DesignHeader } from './design-header'
import { designIntents } from './design-intents.server'
import { designPage } from './design-page.server'
import { DesignRail } from './design-rail'
import type { DesignView } from './design-view'
import { ReviewFold, ReviewPanel } from './review-panel'
import { AssessmentStep } from './steps/assessment-step'
import { DemonstrationStep } from './steps/demonstration-step'
import { LearningStep } from './steps/learning-step'
import { MasteryStep } from './steps/mastery-step'
import { QualificationsStep } from './steps/qualifications-step'
import { ResourcesStep } from './steps/resources-step'
import { RoleStep } from './steps/role-step'
import { StepActs } from './steps/step-acts'
import { TrackerStep } from './steps/tracker-step'
import { useDesign } from './use-design'

export const handle: RouteHandle = { frame: 'slim' }

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const view = data as unknown as DesignView | undefined
  return [{ title: rootText.title(view && designerText.title(view.role.title, designerText.steps[view.step])) }]
}

export const loader = guarded(designPage)
export const action = guardedAction(designIntents)

const steps: Readonly<Record<DesignStep, () => React.JSX.Element>> = {
  role: RoleStep,
  qualifications: QualificationsStep,
  mastery: MasteryStep,
  demonstration: DemonstrationStep,
  assessment: AssessmentStep,
  learning: LearningStep,
  resources: ResourcesStep,
  tracker: TrackerStep,
}

export default function Design() {
  const view = useDesign()
  const Step = steps[view.step]
  return (
    <>
      <DesignHeader view={view} />
      {view.isFrozen && <Frozen view={view} />}
      <div className="flex min-h-0 grow max-lg:flex-col">
        <DesignRail view={view} />
        <ReviewFold view={view} />
        <div className="flex min-w-0 grow max-md:flex-col md:min-h-0">
          <StepActs>
            <Step key={view.version.id} />
          </StepActs>
        </div>
        {/* Beside an open inspector there is room for the review on wide screens only. */}
        <div className={view.step === 'qualifications' && view.selectedId ? 'contents max-xl:hidden' : 'contents'}>
          <ReviewPanel view={view} />
        </div>
      </div>
    </>
  )
}

/** What is published stays; one button begins the next draft. */
function Frozen({ view }: { view: DesignView }) {
  return (
    <div className="flex flex-none flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-canvas px-4 py-2 text-ink-2">
      <p className="min-w-0 grow basis-64">
        {designerText.frozen(view.version.number)} {designerText.frozenHow}
      </p>
      <Form method="post">
        <input type="hidden" name="intent" value="start-draft" />
        <Button type="submit" size="s" variant="primary">
          {designerText.edit}
        </Button>
      </Form>
    </div>
  )
}
