import type { LearningProcess } from '~/domain/assessment-rule'
import { fieldText } from '~/domain/design-field'
import { processKinds, requirementClasses } from '~/domain/vocabulary'
import { stepsText } from '~/text/designer-steps.en'
import { statusText } from '~/text/status.en'
import { uiText } from '~/text/ui.en'
import { Button } from '~/ui/button'
import { SelectField, TextField } from '~/ui/inputs'
import { Tag } from '~/ui/tag'
import { useToasts } from '~/ui/toast'
import type { QualificationView } from '../design-view'
import { useDesign } from '../use-design'
import { MasterDetail } from './master-detail'
import { SavedHours } from './measured-fields'
import { ProgramDefaults } from './program-defaults'
import { RowActs } from './row-acts'
import { SavedArea, SavedSelect, SavedText } from './saved-fields'
import { AddForm, StepProblem, useStepActs } from './step-acts'

const text = stepsText.learning
const minutesPerHour = 60

/** Step 6: how it is learned, in several ways. Live: it counts at once, published or not. */
export function LearningStep() {
  const { defaults } = useDesign()
  return (
    <MasterDetail
      step="learning"
      defaults={
        <ProgramDefaults title={text.title} isSaid={defaults.processes.length > 0}>
          <Processes processes={defaults.processes} />
          <AddProcess />
        </ProgramDefaults>
      }
    >
      {(qualification) => <Learning qualification={qualification} />}
    </MasterDetail>
  )
}

function Learning({ qualification }: { qualification: QualificationView }) {
  const { defaults } = useDesign()
  const { act } = useStepActs()
  const { processes, qualificationId } = qualification
  const ids = { qualificationId }
  const minutes = processes.reduce((sum, { effortMinutes }) => sum + (effortMinutes ?? 0), 0)
  const isInherited = processes.length === 0 && defaults.processes.length > 0

  function sayOwn() {
    for (const process of defaults.processes) act('add-process', { ...ids, ...saidOf(process) })
  }

  return (
    <div id="processes" className="grid scroll-mt-16 gap-3">
      <StepProblem />
      <div className="flex flex-wrap items-baseline gap-x-2">
        <h4 className="font-strong">{text.title}</h4>
        <span className="text-t12 text-ink-3">{text.guidance}</span>
        {minutes > 0 && (
          <span className="ml-auto text-t12 text-ink-2">{text.total(String(minutes / minutesPerHour))}</span>
        )}
      </div>
      {isInherited && (
        <div className="grid gap-2">
          <ul role="list" className="rows text-ink-3">
            {defaults.processes.map(({ id, kind, title }) => (
              <li key={id}>
                <span className="min-w-0 grow">
                  {text.kind[kind]}: {title}
                </span>
                <Tag>{uiText.defaultBadge}</Tag>
              </li>
            ))}
          </ul>
          <div>
            <Button size="s" onClick={sayOwn}>
              {stepsText.inherit.own}
            </Button>
          </div>
        </div>
      )}
      {processes.length === 0 && !isInherited && <p className="text-ink-3">{text.none}</p>}
      <Processes processes={processes} ids={ids} />
      <AddProcess ids={ids} />
      {processes.length > 0 && defaults.processes.length > 0 && (
        <p className="flex flex-wrap items-baseline gap-x-2 text-t12 text-ink-3">
          {stepsText.inherit.differs}
          <button
            type="button"
            className="link"
            onClick={() => processes.forEach(({ id }) => act('remove-process', { processId: id }))}
          >
            {text.useProgram}
          </button>
        </p>
      )}
    </div>
  )
}

function Processes({
  processes,
  ids,
}: {
  processes: readonly LearningProcess[]
  ids?: Readonly<Record<string, string>>
}) {
  const { act } = useStepActs()
  const toasts = useToasts()
  if (processes.length === 0) return null

  function remove(process: LearningProcess) {
    const { id, title } = process
    const at = processes.indexOf(process)
    act('remove-process', { processId: id })
    toasts.show({
      id: `process ${id}`,
      text: text.removed(title),
      action: {
        label: stepsText.qualifications.undo,
        onAct: () => act('add-process', { ...ids, ...saidOf(process), at }),
      },
    })
  }

  return (
    <ol role="list" className="rows">
      {processes.map((process, index) => (
        <li key={process.id} className="!items-start !gap-2 max-md:!flex-col-reverse max-md:!items-stretch">
          <ProcessFields process={process} />
          <RowActs
            labels={{
              up: text.up(process.title),
              down: text.down(process.title),
              remove: text.remove(process.title),
            }}
            isFirst={index === 0}
            isLast={index === processes.length - 1}
            onMove={(by) => act('move-process', { processId: process.id, by })}
            onRemove={() => remove(process)}
          />
        </li>
      ))}
    </ol>
  )
}

function ProcessFields({ process }: { process: LearningProcess }) {
  const saved = { intent: 'change-process' as const, ids: { processId: process.id } }
  return (
    <div className="grid min-w-0 grow gap-2">
      <div className="grid gap-2 sm:grid-cols-[11rem_minmax(0,1fr)]">
        <SavedSelect
          {...saved}
          field="kind"
          value={process.kind}
          label={text.kindLabel}
          options={processKinds.map((kind) => ({ value: kind, label: text.kind[kind] }))}
        />
        <SavedText {...saved} field="title" value={process.title} label={text.name} />
      </div>
      <SavedArea {...saved} field="steps" value={process.steps} label={text.steps} hint={text.stepsHint} rows={1} />
      <div className="grid gap-2 sm:grid-cols-3">
        <SavedHours {...saved} field="effortMinutes" value={fieldText(process.effortMinutes)} label={text.effort} />
        <SavedText {...saved} field="owner" value={process.owner} label={text.owner} placeholder={text.ownerHint} />
        <SavedSelect
          {...saved}
          field="class"
          value={process.class}
          label={text.class}
          options={requirementClasses.map((each) => ({ value: each, label: statusText.requirementClass[each] }))}
        />
      </div>
    </div>
  )
}

function AddProcess({ ids }: { ids?: Readonly<Record<string, string>> }) {
  return (
    <AddForm
      intent="add-process"
      ids={ids}
      label={ids ? text.addTitle : stepsText.inherit.addDefault(text.addTitle)}
      className="items-end sm:grid-cols-[11rem_minmax(0,1fr)_auto]"
    >
      {({ errors, isBusy }) => (
        <>
          <SelectField
            name="kind"
            label={text.addTitle}
            error={errors.kind as string[] | undefined}
            options={processKinds.map((kind) => ({ value: kind, label: text.kind[kind] }))}
          />
          <TextField
            name="title"
            label={text.name}
            required
            maxLength={200}
            autoComplete="off"
            error={errors.title as string[] | undefined}
          />
          <Button type="submit" aria-busy={isBusy} className="justify-self-start">
            {text.add}
          </Button>
        </>
      )}
    </AddForm>
  )
}

/** All that is said about a way of learning, to say it again elsewhere. */
function saidOf({ kind, title, steps, owner, effortMinutes, class: requirementClass }: LearningProcess) {
  return {
    kind,
    title,
    steps,
    owner,
    class: requirementClass,
    // Nothing said is nothing sent: an empty text would be read as 0.
    ...(effortMinutes === null ? ({} as Record<string, never>) : { effortMinutes }),
  }
}
