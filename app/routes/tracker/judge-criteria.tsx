import { CriterionControl, CriterionHeadings } from '~/components/criterion-control'
import { paths } from '~/paths'
import { trackerText } from '~/text/tracker.en'
import { Button } from '~/ui/button'
import { FieldError } from '~/ui/field'
import type { CellView } from './cell-page.server'
import type { JudgeState } from './use-judge'
import { useHasScript } from './use-screen'

const words = trackerText.panel

/** The criteria with a verdict each, and the ways to mark them all. */
export function Criteria({
  view,
  state,
  shown,
  error,
}: {
  view: CellView
  state: JudgeState
  shown: CellView['criteria']
  error: string[] | null
}) {
  const hasScript = useHasScript()
  if (view.criteria.length === 0) return <p className="text-t12 text-ink-3">{words.noCriteria}</p>
  const allMet = () =>
    state.setVerdicts({
      ...state.verdicts,
      ...Object.fromEntries(shown.filter((one) => one.isRequired).map((one) => [one.id, 'met' as const])),
    })
  const signAtOnce = () =>
    state.fetcher.submit(
      { intent: 'quick-sign-off', stay: '1' },
      {
        method: 'post',
        action: paths.cell({
          programId: view.programId,
          personId: view.person.id,
          qualificationId: view.qualification.id,
        }),
      },
    )
  return (
    <div>
      <CriterionHeadings />
      <ul role="list" className="tg-criteria">
        {shown.map((criterion, at) => (
          <li key={criterion.id}>
            <span>
              {criterion.text}
              {!criterion.isRequired && <small>{words.optional}</small>}
              {criterion.shown && <small className="text-green-fg">{words.shownBefore}</small>}
            </span>
            <div>
              <input type="hidden" name={`criteria[${at}].criterionId`} value={criterion.id} />
              <CriterionControl
                name={`criteria[${at}].verdict`}
                criterion={criterion.text}
                value={state.verdicts[criterion.id] ?? null}
                onChange={(verdict) => state.setVerdicts({ ...state.verdicts, [criterion.id]: verdict })}
              />
            </div>
          </li>
        ))}
      </ul>
      <FieldError error={error} />
      {hasScript && (
        <div className="-ml-2.5 flex flex-wrap gap-1">
          <Button size="s" variant="quiet" onClick={allMet}>
            {words.allMet}
          </Button>
          {view.may['quick-sign-off'].allowed && !view.cell?.isMet && (
            <Button size="s" variant="quiet" onClick={signAtOnce} title={words.quickHint}>
              {words.quick}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}

/** What will be looked at, for those who may read it and not judge; and who may. */
export function CriteriaToRead({ view }: { view: CellView }) {
  const { criteria, assessors } = view
  return (
    <div className="grid gap-2">
      {criteria.length > 0 && (
        <section>
          <h3 className="pb-1 text-ink-2">{words.criteria}</h3>
          <ul role="list" className="tg-criteria">
            {criteria.map((criterion) => (
              <li key={criterion.id}>
                <span>
                  {criterion.text}
                  {!criterion.isRequired && <small>{words.optional}</small>}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {assessors.length > 0 && (
        <p className="text-t12 text-ink-2">
          {words.nobody.assessors(assessors.map((person) => person.name).join(', '))}
        </p>
      )}
    </div>
  )
}
