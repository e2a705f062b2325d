import type { MetaFunction } from '@remix-run/node'
import {
  Link,
  useActionData,
  useFetcher,
  useLoaderData,
  type ClientActionFunctionArgs,
  type ClientLoaderFunctionArgs,
} from '@remix-run/react'
import { askToShow } from '~/commands/ask-to-show.server'
import { assessDemonstration } from '~/commands/assess-demonstration.server'
import { claimDemonstration } from '~/commands/claim-demonstration.server'
import { endExemption } from '~/commands/end-exemption.server'
import { exemptPerson } from '~/commands/exempt-person.server'
import { handBackDemonstration } from '~/commands/hand-back-demonstration.server'
import { holdQualification } from '~/commands/hold-qualification.server'
import { nameAssessor } from '~/commands/name-assessor.server'
import { quickNotYet } from '~/commands/quick-not-yet.server'
import { quickSignOff } from '~/commands/quick-sign-off.server'
import { releaseHold } from '~/commands/release-hold.server'
import { requestDemonstration } from '~/commands/request-demonstration.server'
import { returnDemonstration } from '~/commands/return-demonstration.server'
import { scheduleDemonstration } from '~/commands/schedule-demonstration.server'
import { submitEvidence } from '~/commands/submit-evidence.server'
import { undoRecord, voidRecord } from '~/commands/void-record.server'
import { withdrawDemonstration } from '~/commands/withdraw-demonstration.server'
import type { ActionResult } from '~/domain/result'
import { paths } from '~/paths'
import { guarded, guardedAction, intent } from '~/server/guard.server'
import { rootText } from '~/text/root.en'
import { trackerText } from '~/text/tracker.en'
import { PageHeader } from '~/ui/page-header'
import { answerOfFailure, problemOfFailure } from './cell-failure'
import { CellBody, CellFoot, CellHead } from './cell-panel'
import { cellPage } from './cell-page.server'
import { useJudge } from './use-judge'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  {
    title: rootText.title(
      data && 'person' in data ? trackerText.panel.label(data.qualification.name, data.person.name) : undefined,
    ),
  },
]

/** One cell: read by the tracker's panel, and a page of its own where there is no script. */
export const loader = guarded(cellPage)

export const action = guardedAction({
  'quick-sign-off': intent(quickSignOff),
  'quick-not-yet': intent(quickNotYet),
  assess: intent(assessDemonstration),
  undo: intent(undoRecord),
  void: intent(voidRecord),
  request: intent(requestDemonstration),
  schedule: intent(scheduleDemonstration),
  'submit-evidence': intent(submitEvidence),
  'return-demonstration': intent(returnDemonstration),
  withdraw: intent(withdrawDemonstration),
  claim: intent(claimDemonstration),
  'hand-back': intent(handBackDemonstration),
  hold: intent(holdQualification),
  release: intent(releaseHold),
  exempt: intent(exemptPerson),
  'end-exemption': intent(endExemption),
  'ask-to-show': intent(askToShow),
  'name-assessor': intent(nameAssessor),
})

/** A refusal or a lost connection is said in the panel; the grid behind it stays. */
export async function clientLoader({ serverLoader }: ClientLoaderFunctionArgs) {
  try {
    return await serverLoader<typeof loader>()
  } catch (error) {
    return { problem: problemOfFailure(error) }
  }
}

/** The same for what is sent: what was typed is kept. */
export async function clientAction({ serverAction, request }: ClientActionFunctionArgs): Promise<ActionResult> {
  const form = await request.clone().formData()
  try {
    return (await serverAction<typeof action>()) as ActionResult
  } catch (error) {
    return answerOfFailure(error, String(form.get('intent') ?? ''))
  }
}

/** One cell as a page: for links opened without script. */
export default function Cell() {
  const view = useLoaderData<typeof loader>()
  const fetcher = useFetcher<ActionResult>()
  const answered = useActionData<typeof action>() as ActionResult | undefined
  const judge = useJudge(view, fetcher, answered ?? null)
  return (
    <>
      <PageHeader
        title={trackerText.panel.label(view.qualification.name, view.person.name)}
        actions={<Link to={paths.programTracker(view.programId)}>{trackerText.panel.back}</Link>}
      />
      <div className="tg-page">
        <div className="mb-3 flex items-center gap-2.5">
          <CellHead view={view} figure={null} />
        </div>
        <CellBody view={view} judge={judge} candidates={view.assessors} />
        {view.cell && (
          <div className="mt-4 flex flex-wrap gap-2">
            <CellFoot view={view} judge={judge} />
          </div>
        )}
      </div>
    </>
  )
}
