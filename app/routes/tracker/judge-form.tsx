import { useState } from 'react'
import { problemText } from '~/components/problem-text'
import { methodKinds, type MethodKind } from '~/domain/vocabulary'
import { paths } from '~/paths'
import { trackerText } from '~/text/tracker.en'
import { daysBetween, formatDate } from '~/ui/date'
import { DateField, SelectField, TextArea, TextField } from '~/ui/inputs'
import { Notice } from '~/ui/notice'
import type { CellView } from './cell-page.server'
import { permissionWords } from './cell-permission'
import { errorsOf, isShownBeside, typedIn } from './judge-answer'
import { Criteria, CriteriaToRead } from './judge-criteria'
import type { JudgeState } from './use-judge'

const words = trackerText.panel
const day = (date: string) => formatDate(date, { locale: trackerText.locale })
/** As the rule has it: observed tasks signed later say why (DESIGN 4.5). */
const daysWithoutReason = 7

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
