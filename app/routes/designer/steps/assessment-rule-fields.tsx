import { X } from 'lucide-react'
import { useState } from 'react'
import type { AssessmentRule } from '~/domain/assessment-rule'
import { fieldText } from '~/domain/design-field'
import { assessorKinds } from '~/domain/vocabulary'
import { stepsText } from '~/text/designer-steps.en'
import { uiText } from '~/text/ui.en'
import { IconButton } from '~/ui/button'
import { SelectField } from '~/ui/inputs'
import { Tag } from '~/ui/tag'
import type { RuleView } from '../design-view'
import { useDesign } from '../use-design'
import { CheckList } from './check-list'
import { DiffersHere, SavedNumber, SavedSelect } from './saved-fields'
import { useStepActs } from './step-acts'

const text = stepsText.assessment
const yesNo = [
  { value: 'true', label: stepsText.inherit.yes },
  { value: 'false', label: stepsText.inherit.no },
]
const coachingChoices = [1, 2, 3, 4, 5]

type RuleProps = {
  intent: 'change-rule' | 'change-default-rule'
  ids?: Readonly<Record<string, string>>
  rule: RuleView
  /** What counts where nothing is said here. */
  inherited: AssessmentRule
  /** These are the program's own rules; what they inherit is built in. */
  isProgram?: boolean
  isCritical?: boolean
  disabled?: boolean
}

/** The fields of step 5, of one qualification or of the program; an empty one inherits. */
export function RuleFields(props: RuleProps) {
  const { intent, ids, rule, inherited, isProgram = false, isCritical, disabled } = props
  const saved = (field: keyof RuleView) => ({
    intent,
    ids,
    field,
    value: fieldText(rule[field]),
    disabled,
  })
  const say = (value: boolean) => (value ? stepsText.inherit.yes : stepsText.inherit.no)
  const kinds = rule.assessorKinds ?? inherited.assessorKinds
  return (
    <>
      <Assessors {...props} />
      {kinds.includes('named') && <NamedAssessors {...props} />}
      <fieldset>
        <legend className="label mb-2">{text.rules}</legend>
        <div className="grid items-start gap-x-3 gap-y-4 sm:grid-cols-2">
          <SavedSelect
            {...saved('signatures')}
            label={text.signatures}
            fallback={text.signature[inherited.signatures]}
            isProgram={isProgram}
            options={[
              { value: '1', label: text.signature[1] },
              { value: '2', label: text.signature[2] },
            ]}
          />
          <SavedSelect
            {...saved('mustHold')}
            label={text.mustHold}
            fallback={say(inherited.mustHold)}
            isProgram={isProgram}
            options={yesNo}
          />
          <SavedNumber
            {...saved('turnaroundDays')}
            label={text.turnaround}
            fallback={String(inherited.turnaroundDays)}
            min={1}
            max={365}
          />
          <SavedNumber
            {...saved('waitingDays')}
            label={text.waiting}
            fallback={String(inherited.waitingDays)}
            max={365}
          />
          <SavedSelect
            {...saved('coachingAfter')}
            label={text.coaching}
            fallback={
              inherited.coachingAfter === null ? text.coachingNever : text.coachingAfter(inherited.coachingAfter)
            }
            isProgram={isProgram}
            options={[
              { value: 'never', label: text.coachingNever },
              ...coachingChoices.map((count) => ({ value: String(count), label: text.coachingAfter(count) })),
            ]}
          />
          <SavedSelect
            {...saved('isQuickAllowed')}
            label={text.quick}
            hint={isCritical ? text.quickCritical : undefined}
            fallback={say(inherited.isQuickAllowed)}
            isProgram={isProgram}
            options={yesNo}
          />
          <SavedSelect
            {...saved('needsReauthentication')}
            label={text.reauthentication}
            fallback={say(inherited.needsReauthentication)}
            isProgram={isProgram}
            options={yesNo}
          />
        </div>
      </fieldset>
    </>
  )
}

function Assessors({ intent, ids, rule, inherited, disabled }: RuleProps) {
  const { act } = useStepActs()
  const own = rule.assessorKinds
  const was = fieldText(own)
  return (
    <CheckList
      label={
        <>
          {text.who} {own === null && <Tag>{uiText.defaultBadge}</Tag>}
        </>
      }
      disabled={disabled}
      hint={
        own !== null && (
          <DiffersHere label={text.who} saved={{ intent, ids, field: 'assessorKinds', value: was, disabled }} />
        )
      }
      options={assessorKinds.map((kind) => ({ value: kind, label: text.kind[kind], hint: text.kindHint[kind] }))}
      chosen={own ?? inherited.assessorKinds}
      onChange={(kinds) => act(intent, { ...ids, field: 'assessorKinds', value: kinds.join(','), was })}
    />
  )
}

/** People by name, added from a list and removed one by one. */
function NamedAssessors({ intent, ids, rule, inherited, disabled }: RuleProps) {
  const { act } = useStepActs()
  const { people } = useDesign()
  const [choice, setChoice] = useState('')
  const own = rule.namedAssessorIds
  const was = fieldText(own)
  const chosen = own ?? inherited.namedAssessorIds
  const nameOf = new Map<string, string>(people.map(({ id, name }) => [id, name]))
  const save = (next: readonly string[]) =>
    act(intent, { ...ids, field: 'namedAssessorIds', value: next.join(','), was })
  return (
    <div className="field">
      <span className="label">
        {text.named}
        {own === null && chosen.length > 0 && <Tag>{uiText.defaultBadge}</Tag>}
      </span>
      {chosen.length === 0 ? (
        <p className="text-t12 text-ink-3">{text.nobody}</p>
      ) : (
        <ul role="list" aria-label={text.named} className="flex flex-wrap gap-1.5">
          {chosen.map((id) => (
            <li key={id} className="chip">
              {nameOf.get(id) ?? id}
              {!disabled && (
                <IconButton
                  label={text.removePerson(nameOf.get(id) ?? id)}
                  icon={<X aria-hidden />}
                  className="-mr-2"
                  onClick={() => save(chosen.filter((each) => each !== id))}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {!disabled && (
        <SelectField
          label={text.addPerson}
          hideLabel
          placeholder={text.addPerson}
          className="max-w-72"
          options={people.filter(({ id }) => !chosen.includes(id)).map(({ id, name }) => ({ value: id, label: name }))}
          value={choice}
          onChange={(event) => {
            const id = event.currentTarget.value
            setChoice('')
            if (id !== '') save([...chosen, id])
          }}
        />
      )}
    </div>
  )
}
