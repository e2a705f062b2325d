import { methodKinds } from '~/domain/vocabulary'
import { stepsText } from '~/text/designer-steps.en'
import { Button } from '~/ui/button'
import { SelectField } from '~/ui/inputs'
import { Tag } from '~/ui/tag'
import { useToasts } from '~/ui/toast'
import { uiText } from '~/text/ui.en'
import type { QualificationView } from '../design-view'
import { useDesign } from '../use-design'
import { MasterDetail } from './master-detail'
import { MethodFields } from './method-fields'
import { ProgramDefaults } from './program-defaults'
import { RowActs } from './row-acts'
import { AddForm, StepProblem, useIsFrozen, useStepActs } from './step-acts'

const text = stepsText.demonstration

/** Step 4: the ways to show it; any of them, or all of a set. */
export function DemonstrationStep() {
  const { defaults } = useDesign()
  return (
    <MasterDetail
      step="demonstration"
      defaults={
        <ProgramDefaults title={text.ways} isSaid={defaults.methods.length > 0}>
          <DefaultMethods />
        </ProgramDefaults>
      }
    >
      {(qualification) => <Demonstration qualification={qualification} />}
    </MasterDetail>
  )
}

function Demonstration({ qualification }: { qualification: QualificationView }) {
  const isFrozen = useIsFrozen()
  const { act } = useStepActs()
  const toasts = useToasts()
  const { defaults } = useDesign()
  const { methods, qualificationId } = qualification
  const ids = { qualificationId }

  function remove(method: QualificationView['methods'][number]) {
    if (method.id === null) return
    act('remove-method', { qualificationId, methodId: method.id })
    const { kind, instructions, evidenceRequired, accommodations, allOfGroup } = method
    const at = methods.indexOf(method)
    toasts.show({
      id: `method ${method.id}`,
      text: text.removed,
      action: {
        label: stepsText.qualifications.undo,
        onAct: () =>
          act('add-method', {
            qualificationId,
            kind,
            instructions,
            evidenceRequired,
            accommodations,
            ...(allOfGroup === null ? {} : { allOfGroup }),
            at,
          }),
      },
    })
  }

  return (
    <div id="methods" className="grid scroll-mt-16 gap-3">
      <StepProblem />
      <div className="flex flex-wrap items-baseline gap-x-2">
        <h4 className="font-strong">{text.ways}</h4>
        <span className="text-t12 text-ink-3">{text.anyOf}</span>
      </div>
      {methods.length === 0 && defaults.methods.length > 0 && (
        <Inherited
          isFrozen={isFrozen}
          onOwn={() => {
            for (const method of defaults.methods) act('add-method', { qualificationId, ...method })
          }}
        />
      )}
      {methods.length === 0 && defaults.methods.length === 0 && <p className="text-ink-3">{text.none}</p>}
      {methods.length > 0 && (
        <ol role="list" className="rows">
          {methods.map(
            (method, index) =>
              method.id !== null && (
                <li key={method.id} className="!items-start !gap-2 max-md:!flex-col-reverse max-md:!items-stretch">
                  <MethodFields
                    method={method}
                    intent="change-method"
                    ids={{ ...ids, methodId: method.id }}
                    sets={setsIn(methods)}
                    disabled={isFrozen}
                  />
                  {!isFrozen && (
                    <RowActs
                      labels={actLabels(method.kind)}
                      isFirst={index === 0}
                      isLast={index === methods.length - 1}
                      onMove={(by) => act('move-method', { ...ids, methodId: method.id ?? '', by })}
                      onRemove={() => remove(method)}
                    />
                  )}
                </li>
              ),
          )}
        </ol>
      )}
      {!isFrozen && <AddMethod intent="add-method" ids={ids} />}
      {!isFrozen && methods.length > 0 && defaults.methods.length > 0 && (
        <p className="flex flex-wrap items-baseline gap-x-2 text-t12 text-ink-3">
          {stepsText.inherit.differs}
          <button
            type="button"
            className="link"
            onClick={() => {
              for (const { id } of methods) if (id !== null) act('remove-method', { ...ids, methodId: id })
            }}
          >
            {text.useProgram}
          </button>
        </p>
      )}
    </div>
  )
}

/** What the program offers, muted, and the way to differ from it. */
function Inherited({ isFrozen, onOwn }: { isFrozen: boolean; onOwn: () => void }) {
  const { defaults } = useDesign()
  return (
    <div className="grid gap-2">
      <ul role="list" className="rows text-ink-3">
        {defaults.methods.map((method, index) => (
          <li key={index}>
            <span className="min-w-0 grow">
              {text.kind[method.kind]}
              {method.instructions !== '' && <span className="block text-t12">{method.instructions}</span>}
            </span>
            <Tag>{uiText.defaultBadge}</Tag>
          </li>
        ))}
      </ul>
      {!isFrozen && (
        <div>
          <Button size="s" onClick={onOwn}>
            {stepsText.inherit.own}
          </Button>
        </div>
      )}
    </div>
  )
}

function DefaultMethods() {
  const { defaults } = useDesign()
  const isFrozen = useIsFrozen()
  const { act } = useStepActs()
  return (
    <>
      {defaults.methods.length > 0 && (
        <ol role="list" className="rows">
          {defaults.methods.map((method, index) => (
            <li
              key={`${index} ${method.kind}`}
              className="!items-start !gap-2 max-md:!flex-col-reverse max-md:!items-stretch"
            >
              <MethodFields method={method} intent="change-default-method" ids={{ index }} disabled={isFrozen} />
              {!isFrozen && (
                <RowActs
                  labels={actLabels(method.kind)}
                  isFirst
                  isLast
                  onRemove={() => act('remove-default-method', { index })}
                />
              )}
            </li>
          ))}
        </ol>
      )}
      {!isFrozen && <AddMethod intent="add-default-method" />}
    </>
  )
}

function AddMethod({ intent, ids }: { intent: 'add-method' | 'add-default-method'; ids?: Record<string, string> }) {
  return (
    <AddForm
      intent={intent}
      ids={ids}
      label={ids ? text.add : stepsText.inherit.addDefault(text.add)}
      className="!flex flex-wrap items-end gap-2"
    >
      {({ errors, isBusy }) => (
        <>
          <SelectField
            name="kind"
            label={text.add}
            className="min-w-48"
            error={errors.kind as string[] | undefined}
            options={methodKinds.map((kind) => ({ value: kind, label: text.kind[kind] }))}
          />
          <Button type="submit" aria-busy={isBusy}>
            {stepsText.learning.add}
          </Button>
        </>
      )}
    </AddForm>
  )
}

function actLabels(kind: QualificationView['methods'][number]['kind']) {
  const way = text.kind[kind]
  return { up: text.up(way), down: text.down(way), remove: text.remove(way) }
}

/** Numbers of the sets that can be chosen: those there are, and one more. */
function setsIn(methods: QualificationView['methods']): number[] {
  const used = methods.flatMap(({ allOfGroup }) => allOfGroup ?? [])
  return Array.from({ length: Math.max(0, ...used) + 1 }, (_, index) => index + 1)
}
