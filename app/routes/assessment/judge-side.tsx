import { Form, useActionData, useNavigation } from '@remix-run/react'
import { useEffect, useId, useState } from 'react'
import { CriterionControl } from '~/components/criterion-control'
import { fieldErrorOf, typedOf } from '~/components/form-answer'
import { FormProblem } from '~/components/form-problem'
import { problemText } from '~/components/problem-text'
import type { ActionResult } from '~/domain/result'
import type { CriterionVerdict, OverallVerdict } from '~/domain/vocabulary'
import { assessmentText as text } from '~/text/assessment.en'
import { Button } from '~/ui/button'
import { DateField, SelectField, TextArea, TextField } from '~/ui/inputs'
import { Claim, ReturnAct } from './judge-acts'
import type { DemonstrationPageView } from './demonstration-page.server'
import { firstName } from './evidence-side'
import { methodChoices, openCriteria, partsLeftAfter, recordsWords, suggestedVerdict } from './judge-words'

type Open = NonNullable<DemonstrationPageView['open']>
export type Verdicts = Readonly<Record<string, CriterionVerdict>>

/** The verdicts, the feedback, what exactly is recorded, and the buttons that record it. */
export function JudgeSide({ view, open }: { view: DemonstrationPageView; open: Open }) {
  const { cell } = view
  const formId = useId()
  const answer = useActionData<ActionResult>() as ActionResult | undefined
  const given = answer && !answer.ok && answer.intent === 'assess' ? answer : undefined
  const [verdicts, setVerdicts] = useState<Verdicts>({})
  const [level, setLevel] = useState(cell.requirement.level)
  const [performedOn, setPerformedOn] = useState<string>(view.today)
  const choices = methodChoices(cell, open)
  const [methodAt, setMethodAt] = useState(0)
  const method = choices[methodAt] ?? choices[0]
  const criteria = cell.criteria.filter((criterion) => criterion.level <= level)
  const required = criteria.filter((criterion) => criterion.isRequired)
  const left = openCriteria(required, verdicts)
  const levels = cell.qualification.levelLabels
  return (
    <section className="judge-col" aria-labelledby={`${formId}-title`}>
      <header className="queue-head">
        <h2 id={`${formId}-title`} className="grow">
          {text.criteria}
        </h2>
        {required.length > 0 && (
          <span className="text-t12 text-ink-2">{text.metOf(required.length - left, required.length)}</span>
        )}
      </header>
      <Form method="post" id={formId} className="judge-body judge-criteria">
        {/* First in the form and disabled: Enter in a field must not sign anything. */}
        <button type="submit" disabled hidden aria-hidden tabIndex={-1} />
        <input type="hidden" name="intent" value="assess" />
        <input type="hidden" name="programId" value={cell.programId} />
        <input type="hidden" name="personId" value={cell.person.id} />
        <input type="hidden" name="qualificationId" value={cell.qualification.id} />
        {criteria.length === 0 && <p className="py-2 text-ink-2">{text.noCriteria}</p>}
        <ul role="list">
          {criteria.map((criterion, at) => (
            <li key={criterion.id}>
              <div>
                <span className="font-strong">{criterion.text}</span>{' '}
                {!criterion.isRequired && <span className="text-t12 text-ink-3">{text.optional}</span>}
                {criterion.shown && <div className="text-t12 text-ink-2">{text.shownBefore}</div>}
              </div>
              <input type="hidden" name={`criteria[${at}].criterionId`} value={criterion.id} />
              <CriterionControl
                wide
                name={`criteria[${at}].verdict`}
                criterion={criterion.text}
                defaultValue={null}
                onChange={(verdict) => setVerdicts((known) => ({ ...known, [criterion.id]: verdict }))}
              />
            </li>
          ))}
        </ul>
        <div className="grid gap-3 pt-3">
          <TextArea
            label={text.feedback(firstName(cell.person.name))}
            name="note"
            rows={4}
            defaultValue={typedOf(given, 'note')}
            error={fieldErrorOf(given, 'note')}
          />
          {levels.length > 1 && (
            <SelectField
              label={text.level}
              name="level"
              defaultValue={String(level)}
              onChange={(event) => setLevel(Number(event.currentTarget.value))}
              options={levels.map((label, at) => ({ value: String(at + 1), label }))}
              error={fieldErrorOf(given, 'level')}
            />
          )}
          <div className="grid grid-cols-2 gap-3">
            <SelectField
              label={text.methodLabel}
              name="methodKind"
              defaultValue={choices[0]?.kind}
              onChange={(event) => setMethodAt(event.currentTarget.selectedIndex)}
              options={choices.map((choice) => ({ value: choice.kind, label: text.methodChoice[choice.kind] }))}
              error={fieldErrorOf(given, 'methodKind')}
            />
            {method?.id && <input type="hidden" name="methodId" value={method.id} />}
            <DateField
              label={text.performedOn}
              name="performedOn"
              defaultValue={typedOf(given, 'performedOn', view.today)}
              max={view.today}
              onChange={(event) => setPerformedOn(event.currentTarget.value || view.today)}
              error={fieldErrorOf(given, 'performedOn')}
            />
          </div>
          <Reasons view={view} given={given} isObserved={method?.kind === 'observed-task'} performedOn={performedOn} />
          <TextArea
            label={text.ownEvidence}
            name="evidenceText"
            optional
            rows={2}
            defaultValue={typedOf(given, 'evidenceText')}
            error={fieldErrorOf(given, 'evidenceText')}
          />
        </div>
      </Form>
      <Foot
        view={view}
        open={open}
        formId={formId}
        left={left}
        given={given}
        facts={{
          verdicts,
          level,
          performedOn,
          methodKind: method?.kind ?? 'observed-task',
          partsLeft: partsLeftAfter(cell, open, method?.id ?? null),
        }}
      />
    </section>
  )
}

/** Fields that are asked only where the rules ask for them. */
function Reasons({
  view,
  given,
  isObserved,
  performedOn,
}: {
  view: DemonstrationPageView
  given: ActionResult | undefined
  isObserved: boolean
  performedOn: string
}) {
  const { cell, today } = view
  const isLate = isObserved && (Date.parse(today) - Date.parse(performedOn)) / 86_400_000 > daysToSignWithoutReason
  const wantsLate = isLate || (given && !given.ok && given.problem?.code === 'late-reason-missing')
  return (
    <>
      {wantsLate && (
        <TextField
          label={text.lateReason}
          name="lateReason"
          hint={text.lateHint(daysToSignWithoutReason)}
          defaultValue={typedOf(given, 'lateReason')}
          error={fieldErrorOf(given, 'lateReason')}
        />
      )}
      {cell.lockedBy.length > 0 && !cell.requirement.isCritical && (
        <TextField
          label={text.lockReason}
          name="lockReason"
          hint={text.lockHint(cell.lockedBy.map((one) => one.name).join(', '))}
          defaultValue={typedOf(given, 'lockReason')}
          error={fieldErrorOf(given, 'lockReason')}
        />
      )}
      {cell.validity.kind === 'document' && (
        <DateField
          label={text.documentDate}
          name="documentDate"
          defaultValue={typedOf(given, 'documentDate')}
          error={fieldErrorOf(given, 'documentDate')}
        />
      )}
    </>
  )
}

/** As the rule of assessing has it (DESIGN 4.5). */
const daysToSignWithoutReason = 7

export type JudgeFacts = {
  readonly verdicts: Verdicts
  readonly level: number
  readonly performedOn: string
  readonly methodKind: Parameters<typeof recordsWords>[1]['methodKind']
  readonly partsLeft: number
}

function Foot({
  view,
  open,
  formId,
  left,
  given,
  facts,
}: {
  view: DemonstrationPageView
  open: Open
  formId: string
  left: number
  given: ActionResult | undefined
  facts: JudgeFacts
}) {
  const [hasScript, setHasScript] = useState(false)
  useEffect(() => setHasScript(true), [])
  const isSending = useNavigation().state === 'submitting'
  const reason = reasonAgainst(view, open)
  const suggested = suggestedVerdict(view.cell, facts)
  const partsReason = facts.partsLeft > 0 ? text.partsLeft(facts.partsLeft) : null
  const masteredReason = reason ?? (hasScript && left > 0 ? text.masteredNeeds(left) : hasScript ? partsReason : null)
  const order: readonly OverallVerdict[] = [suggested, ...verdicts.filter((one) => one !== suggested)]
  return (
    <footer className="judge-foot">
      <p className="text-t12 leading-[18px] text-ink-2" aria-live="polite">
        <b className="font-strong text-ink">{text.records}</b> {recordsWords(view, facts, suggested)}
      </p>
      <FormProblem result={given} />
      {reason && !open.assessor && <Claim />}
      <div className="flex flex-wrap items-start gap-2">
        {order.map((verdict) => (
          <Button
            key={verdict}
            type="submit"
            form={formId}
            name="verdict"
            value={verdict}
            variant={verdict === suggested && !reason ? 'primary' : 'default'}
            disabledReason={verdict === 'mastered' ? masteredReason : reason}
            reasonPlacement="none"
            aria-describedby={masteredReason ? `${formId}-why` : undefined}
            aria-busy={isSending || undefined}
          >
            {text.act[verdict]}
          </Button>
        ))}
        <ReturnAct view={view} reason={reason} />
      </div>
      {masteredReason && (
        <p id={`${formId}-why`} className="reason">
          {masteredReason}
        </p>
      )}
    </footer>
  )
}

const verdicts: readonly OverallVerdict[] = ['mastered', 'not-yet', 'continues']

/** Why I may not record it now; null when I may. */
function reasonAgainst({ cell }: DemonstrationPageView, open: Open): string | null {
  if (!cell.may.assess.allowed && cell.may.assess.reason) return problemText(cell.may.assess.reason)
  if (!open.assessor) return text.claimFirst
  if (!open.isMine) return text.othersHave(open.assessor.name)
  return open.phase === 'returned' ? text.waitsForPerson : null
}
