import type { FetcherWithComponents } from '@remix-run/react'
import { useCallback, useId, useState } from 'react'
import { CriterionControl, CriterionHeadings } from '~/components/criterion-control'
import { problemText } from '~/components/problem-text'
import type { ActionResult } from '~/domain/result'
import type { CriterionVerdict, MethodKind } from '~/domain/vocabulary'
import { criterionVerdicts, methodKinds } from '~/domain/vocabulary'
import { paths } from '~/paths'
import { trackerText } from '~/text/tracker.en'
import { Button } from '~/ui/button'
import { daysBetween, formatDate } from '~/ui/date'
import { FieldError } from '~/ui/field'
import { DateField, SelectField, TextArea, TextField } from '~/ui/inputs'
import { Notice } from '~/ui/notice'
import type { CellView } from './cell-page.server'
import { permissionWords } from './cell-permission'
import { useHasScript } from './use-screen'

const words = trackerText.panel
const day = (date: string) => formatDate(date, { locale: trackerText.locale })
/** As the rule has it: observed tasks signed later say why (DESIGN 4.5). */
const daysWithoutReason = 7

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

/** Everything that is recorded with a verdict. The verdict itself is the button pressed. */
export function JudgeForm({ view, state }: { view: CellView; state: JudgeState }) {
  const { fetcher, result, level } = state
  const { qualification, person, today, lockedBy, rule, validity } = view
  const refusal = permissionWords(view.may.assess)
  const methods = methodOptions(view)
  const preferred = Math.max(
    0,
    methods.findIndex((method) => method.id !== null && method.id === view.demonstration?.methodId),
  )
  const [methodAt, setMethodAt] = useState(preferred)
  const [performedOn, setPerformedOn] = useState<string>(today)
  const method = methods[methodAt] ?? methods[0]
  const problem = result && !result.ok ? result.problem : undefined
  const errorOf = (field: string) => errorsOf(result, field)
  const typed = (field: string) => typedIn(result, field)
  const isLate =
    method?.kind === 'observed-task' && performedOn !== '' && daysBetween(performedOn, today) > daysWithoutReason
  const shown = view.criteria.filter((criterion) => criterion.level <= level)
  const levels = qualification.levelLabels
  if (!view.cell) return null
  if (refusal) return <CriteriaToRead view={view} />
  return (
    <fetcher.Form
      id={state.formId}
      method="post"
      noValidate
      action={paths.cell({ programId: view.programId, personId: person.id, qualificationId: qualification.id })}
      className="grid gap-3"
    >
      {/* First in the form and disabled: Enter in a field must not sign anything. */}
      <button type="submit" disabled hidden aria-hidden tabIndex={-1} />
      <input type="hidden" name="intent" value="assess" />
      <input type="hidden" name="stay" value="1" />
      {problem && !isShownBeside(problem.code) && (
        <Notice tone="problem" title={problemText(problem)}>
          {trackerText.kept}
        </Notice>
      )}
      {levels.length > 1 && (
        <SelectField
          name="level"
          label={words.levelReached}
          options={levels.map((label, at) => ({ value: String(at + 1), label }))}
          defaultValue={String(level)}
          onChange={(event) => state.setLevel(Number(event.currentTarget.value))}
          error={errorOf('level')}
        />
      )}
      <Criteria view={view} state={state} shown={shown} error={errorOf('criteria')} />
      <div className="grid grid-cols-2 gap-3">
        <div>
          <SelectField
            name="methodKind"
            label={words.method}
            options={methods.map((option) => ({ value: option.kind, label: option.label }))}
            defaultValue={methods[preferred]?.kind}
            onChange={(event) => setMethodAt(event.currentTarget.selectedIndex)}
            error={errorOf('methodKind')}
          />
          {method?.id && <input type="hidden" name="methodId" value={method.id} />}
        </div>
        <DateField
          name="performedOn"
          label={words.performedOn}
          defaultValue={typed('performedOn') ?? today}
          max={today}
          onChange={(event) => setPerformedOn(event.currentTarget.value)}
          error={errorOf('performedOn')}
        />
      </div>
      {validity.kind === 'document' && (
        <DateField
          name="documentDate"
          label={words.documentDate}
          defaultValue={typed('documentDate')}
          error={errorOf('documentDate')}
        />
      )}
      {(isLate || errorOf('lateReason')) && (
        <TextField
          name="lateReason"
          label={words.lateReason}
          hint={words.lateReasonHint(daysWithoutReason)}
          defaultValue={typed('lateReason')}
          error={errorOf('lateReason')}
        />
      )}
      {lockedBy.length > 0 && !view.requirement.isCritical && (
        <TextField
          name="lockReason"
          label={words.lockReason}
          hint={words.lockReasonHint}
          defaultValue={typed('lockReason')}
          error={errorOf('lockReason')}
        />
      )}
      <TextArea
        id={`${state.formId}-note`}
        name="note"
        label={words.note(person.name.split(' ')[0] ?? person.name)}
        defaultValue={typed('note')}
        error={errorOf('note')}
      />
      <details className="tg-more">
        <summary>{words.addEvidence}</summary>
        <div className="grid gap-3 py-2">
          <TextField
            name="evidenceTitle"
            label={words.evidenceTitle}
            defaultValue={typed('evidenceTitle')}
            error={errorOf('evidenceTitle')}
          />
          <TextField
            name="evidenceUrl"
            type="url"
            label={words.evidenceUrl}
            defaultValue={typed('evidenceUrl')}
            error={errorOf('evidenceUrl')}
          />
          <TextArea
            name="evidenceText"
            label={words.evidenceText}
            defaultValue={typed('evidenceText')}
            error={errorOf('evidenceText')}
          />
        </div>
      </details>
      <Records view={view} methodLabel={method?.label ?? ''} performedOn={performedOn} signatures={rule.signatures} />
    </fetcher.Form>
  )
}

function Criteria({
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
function CriteriaToRead({ view }: { view: CellView }) {
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

function Records({
  view,
  methodLabel,
  performedOn,
  signatures,
}: {
  view: CellView
  methodLabel: string
  performedOn: string
  signatures: number
}) {
  const on = performedOn || view.today
  const parts = [
    words.recordsMastered({
      person: view.person.name,
      qualification: view.qualification.name,
      method: methodLabel.toLowerCase(),
      date: day(on),
    }),
  ]
  if (view.wouldEndOn && on === view.today) parts.push(words.recordsUntil(day(view.wouldEndOn)))
  if (signatures > 1 && view.demonstration?.phase !== 'continues') parts.push(words.recordsFirst)
  if (view.lockedBy.length > 0) parts.push(words.recordsGap(view.lockedBy.map((one) => one.name).join(', ')))
  return (
    <Notice tone="plain">
      <b className="text-ink">{words.records}</b> {parts.join(' ')}
    </Notice>
  )
}

type MethodOption = { id: string | null; kind: MethodKind; label: string }

/** The ways of the design, observed tasks first; every kind where none is written down. */
function methodOptions(view: CellView): MethodOption[] {
  const label = (kind: MethodKind) => trackerText.methodKind[kind]
  if (view.methods.length === 0) return methodKinds.map((kind) => ({ id: null, kind, label: label(kind) }))
  return [...view.methods]
    .sort((a, b) => Number(b.kind === 'observed-task') - Number(a.kind === 'observed-task'))
    .map((method) => ({ id: method.id, kind: method.kind, label: label(method.kind) }))
}

/** The field a problem belongs beside. */
const fieldOfProblem: Readonly<Record<string, string>> = {
  'in-the-future': 'performedOn',
  'late-reason-missing': 'lateReason',
  'lock-reason-missing': 'lockReason',
  'level-missing': 'level',
  'level-unknown': 'level',
  'criteria-missing': 'criteria',
  'nothing-observed': 'criteria',
  'say-what-is-missing': 'note',
}

function isShownBeside(code: string): boolean {
  return code in fieldOfProblem
}

function errorsOf(result: ActionResult | null, field: string): string[] | null {
  if (!result || result.ok) return null
  const own = Object.entries(result.fieldErrors ?? {})
    .filter(([name]) => name === field || name.startsWith(`${field}[`))
    .flatMap(([, list]) => list)
  if (result.problem && fieldOfProblem[result.problem.code] === field) own.push(problemText(result.problem))
  return own.length > 0 ? own : null
}

/** What was typed in a form that was refused. */
function typedIn(result: ActionResult | null, field: string): string | undefined {
  const value = result && !result.ok ? result.values[field] : undefined
  return typeof value === 'string' ? value : undefined
}

/** What was marked in a form that was refused. */
function verdictsOf(result: ActionResult | null): Record<string, CriterionVerdict> {
  const given = result && !result.ok ? result.values.criteria : undefined
  if (!Array.isArray(given)) return {}
  return Object.fromEntries(
    given.flatMap((one: { criterionId?: unknown; verdict?: unknown } | null) => {
      const verdict = criterionVerdicts.find((known) => known === one?.verdict)
      return verdict && typeof one?.criterionId === 'string' ? [[one.criterionId, verdict]] : []
    }),
  )
}
