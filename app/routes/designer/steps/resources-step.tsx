import { useState } from 'react'
import type { DesignResource } from '~/domain/design'
import { resourceKinds, resourcePurposes, type ResourceKind } from '~/domain/vocabulary'
import { stepsText } from '~/text/designer-steps.en'
import { Button } from '~/ui/button'
import { SelectField, TextArea, TextField } from '~/ui/inputs'
import { useToasts } from '~/ui/toast'
import type { QualificationView } from '../design-view'
import { MasterDetail } from './master-detail'
import { RowActs } from './row-acts'
import { SavedArea, SavedSegmented, SavedSelect, SavedText } from './saved-fields'
import { AddForm, StepProblem, useStepActs } from './step-acts'

const text = stepsText.resources
/** Files come later; until then what is offered has an address or a text. */
const offeredKinds = resourceKinds.filter((kind) => kind !== 'file')
const kindOptions = offeredKinds.map((kind) => ({ value: kind, label: text.kind[kind] }))
const purposeOptions = resourcePurposes.map((purpose) => ({ value: purpose, label: text.purpose[purpose] }))

/** Step 7: what to learn and practise with, for the qualification or for one way of learning it. Live. */
export function ResourcesStep() {
  return <MasterDetail step="resources">{(qualification) => <Resources qualification={qualification} />}</MasterDetail>
}

function Resources({ qualification }: { qualification: QualificationView }) {
  const { resources, processes } = qualification
  const parts = [
    { id: null, title: text.ofQualification },
    ...processes.map(({ id, title }) => ({ id, title: text.ofProcess(title) })),
  ]
  return (
    <div id="resources" className="grid scroll-mt-16 gap-5">
      <StepProblem />
      {resources.length === 0 && <p className="text-ink-3">{text.none}</p>}
      {parts.map((part) => {
        const ofPart = resources.filter(({ processId }) => processId === part.id)
        if (ofPart.length === 0) return null
        return (
          <section key={part.id ?? 'own'} className="grid gap-2" aria-label={part.title}>
            <h4 className="font-strong">{part.title}</h4>
            <Rows qualification={qualification} resources={ofPart} />
          </section>
        )
      })}
      <AddResource qualification={qualification} />
    </div>
  )
}

function Rows({
  qualification,
  resources,
}: {
  qualification: QualificationView
  resources: readonly DesignResource[]
}) {
  const { act } = useStepActs()
  const toasts = useToasts()

  function remove({ id, processId, kind, purpose, title, url, body }: DesignResource) {
    act('remove-resource', { resourceId: id })
    const { qualificationId } = qualification
    toasts.show({
      id: `resource ${id}`,
      text: text.removed(title),
      action: {
        label: stepsText.qualifications.undo,
        onAct: () =>
          act('add-resource', {
            qualificationId,
            ...(processId ? { processId } : {}),
            kind,
            purpose,
            title,
            url,
            body,
          }),
      },
    })
  }

  return (
    <ol role="list" className="rows">
      {resources.map((resource, index) => (
        <li key={resource.id} className="!items-start !gap-2 max-md:!flex-col-reverse max-md:!items-stretch">
          <ResourceFields resource={resource} />
          <RowActs
            labels={{
              up: text.up(resource.title),
              down: text.down(resource.title),
              remove: text.remove(resource.title),
            }}
            isFirst={index === 0}
            isLast={index === resources.length - 1}
            onMove={(by) => act('move-resource', { resourceId: resource.id, by })}
            onRemove={() => remove(resource)}
          />
        </li>
      ))}
    </ol>
  )
}

function ResourceFields({ resource }: { resource: DesignResource }) {
  const { id, kind, purpose, title, url, body } = resource
  const saved = { intent: 'change-resource' as const, ids: { resourceId: id } }
  return (
    <div className="grid min-w-0 grow gap-2">
      <div className="grid items-start gap-2 sm:grid-cols-[8rem_minmax(0,1fr)_auto]">
        <SavedSelect
          {...saved}
          field="kind"
          value={kind}
          label={text.kindLabel}
          options={kind === 'file' ? [...kindOptions, { value: 'file', label: text.kind.file }] : kindOptions}
        />
        <SavedText {...saved} field="title" value={title} label={text.name} />
        <SavedSegmented {...saved} field="purpose" value={purpose} label={text.purposeLabel} options={purposeOptions} />
      </div>
      {hasAddress(kind) && (
        <SavedText {...saved} field="url" value={url} label={text.url} placeholder="https://" hint={text.urlHint} />
      )}
      {(kind === 'text' || body !== '') && (
        <SavedArea {...saved} field="body" value={body} label={text.body} rows={2} />
      )}
    </div>
  )
}

function AddResource({ qualification }: { qualification: QualificationView }) {
  const [kind, setKind] = useState<ResourceKind>('link')
  const { processes, qualificationId } = qualification
  return (
    <AddForm
      intent="add-resource"
      ids={{ qualificationId }}
      label={text.addTitle}
      besideField={{ 'not-a-link': 'url' }}
      className="rounded-r3 border border-line p-3"
    >
      {({ errors, isBusy }) => (
        <>
          <h4 className="font-strong">{text.addTitle}</h4>
          <div className="grid items-start gap-2 sm:grid-cols-[8rem_minmax(0,1fr)_9rem]">
            <SelectField
              name="kind"
              label={text.kindLabel}
              options={kindOptions}
              value={kind}
              onChange={(event) => {
                const chosen = offeredKinds.find((each) => each === event.currentTarget.value)
                if (chosen) setKind(chosen)
              }}
            />
            <TextField
              name="title"
              label={text.name}
              required
              maxLength={200}
              autoComplete="off"
              error={errors.title as string[] | undefined}
            />
            <SelectField name="purpose" label={text.purposeLabel} options={purposeOptions} />
          </div>
          {hasAddress(kind) && (
            <TextField
              name="url"
              label={text.url}
              hint={text.urlHint}
              placeholder="https://"
              maxLength={2000}
              autoComplete="off"
              error={errors.url as string[] | undefined}
            />
          )}
          {kind === 'text' && (
            <TextArea name="body" label={text.body} maxLength={5000} error={errors.body as string[] | undefined} />
          )}
          {processes.length > 0 && (
            <SelectField
              name="processId"
              label={text.addTo}
              placeholder={text.ofQualification}
              options={processes.map(({ id, title }) => ({ value: id, label: text.ofProcess(title) }))}
            />
          )}
          <Button type="submit" aria-busy={isBusy} className="justify-self-start">
            {text.add}
          </Button>
        </>
      )}
    </AddForm>
  )
}

function hasAddress(kind: ResourceKind): boolean {
  return kind !== 'text'
}
