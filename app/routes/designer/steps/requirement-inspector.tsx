import { fieldText } from '~/domain/design-field'
import { qualificationKinds, requirementClasses, requirementNeeds } from '~/domain/vocabulary'
import { stepsText } from '~/text/designer-steps.en'
import { statusText } from '~/text/status.en'
import { Button } from '~/ui/button'
import { TextField } from '~/ui/inputs'
import { SidePanel } from '~/ui/side-panel'
import { Autosave } from '../autosave'
import type { DesignView, QualificationView } from '../design-view'
import { CheckList } from './check-list'
import type { StepHref } from './qualifications-step'
import { OpensList, RequiresList } from './requires-list'
import { SavedCheckbox, SavedNumber, SavedSegmented, SavedSelect } from './saved-fields'
import { StepProblem, useIsFrozen, useStepActs } from './step-acts'
import { useRemoveRequirement } from './use-remove-requirement'

const text = stepsText.inspector

/** Everything step 2 says about one qualification; the same beside the list and beside the map. */
export function RequirementInspector({
  view,
  qualification,
  hrefOf,
  onClose,
}: {
  view: DesignView
  qualification: QualificationView
  hrefOf: StepHref
  onClose: () => void
}) {
  const isFrozen = useIsFrozen()
  const remove = useRemoveRequirement()
  const { qualificationId, usedBy, formerNames } = qualification
  return (
    <SidePanel
      label={text.label}
      takesFocus={false}
      className="lg:w-76"
      head={<h2 className="truncate">{qualification.name}</h2>}
      onClose={onClose}
      footer={
        !isFrozen && (
          <Button
            size="s"
            onClick={() => {
              onClose()
              remove(qualificationId)
            }}
          >
            {text.remove}
          </Button>
        )
      }
    >
      <div className="grid gap-4" id={`requirement-${qualificationId}`}>
        <StepProblem />
        <Attributes view={view} qualification={qualification} isFrozen={isFrozen} />
        <RequiresList view={view} qualification={qualification} hrefOf={hrefOf} />
        <OpensList view={view} qualification={qualification} hrefOf={hrefOf} />
        <Duties view={view} qualification={qualification} isFrozen={isFrozen} />
        <Places view={view} qualification={qualification} isFrozen={isFrozen} />
        {(usedBy.length > 0 || formerNames.length > 0) && (
          <p className="text-t12 text-ink-3">
            {usedBy.length > 0 && text.usedBy(usedBy.join(', '))}{' '}
            {formerNames.length > 0 && text.formerNames(formerNames.join(', '))}
          </p>
        )}
      </div>
    </SidePanel>
  )
}

type PartProps = { view: DesignView; qualification: QualificationView; isFrozen: boolean }

function Attributes({ view, qualification, isFrozen }: PartProps) {
  const { qualificationId, kind, levelLabels } = qualification
  const ids = { qualificationId }
  const saved = (field: 'need' | 'withinDays' | 'class' | 'groupId' | 'isCritical' | 'level') => ({
    intent: 'change-requirement' as const,
    ids,
    field,
    value: fieldText(qualification[field]),
    disabled: isFrozen,
  })
  return (
    <>
      <Autosave intent="rename-qualification" ids={ids} value={qualification.name} disabled={isFrozen} anchor="name">
        {({ input, error }) => (
          <TextField {...input} label={text.name} error={error} maxLength={200} autoComplete="off" />
        )}
      </Autosave>
      <SavedSelect
        intent="change-kind"
        ids={ids}
        value={kind}
        disabled={isFrozen || !qualification.isKindOpen}
        label={text.kind}
        hint={qualification.isKindOpen ? undefined : text.kindFixed}
        options={qualificationKinds.map((each) => ({ value: each, label: stepsText.kindName[each] }))}
      />
      <SavedSegmented
        {...saved('class')}
        label={text.class}
        hint={text.classHint[qualification.class]}
        options={requirementClasses.map((each) => ({ value: each, label: statusText.requirementClass[each] }))}
      />
      <SavedSegmented
        {...saved('need')}
        label={text.need}
        options={requirementNeeds.map((each) => ({ value: each, label: text.needShort[each] }))}
      />
      {qualification.need === 'in-role' && (
        <SavedNumber {...saved('withinDays')} label={text.within} hint={text.withinHint} min={1} max={3650} />
      )}
      {view.groups.length > 0 && (
        <SavedSelect
          {...saved('groupId')}
          label={text.group}
          options={[
            { value: '', label: text.noGroup },
            ...view.groups.map(({ id, name }) => ({ value: id as string, label: name })),
          ]}
        />
      )}
      <SavedCheckbox {...saved('isCritical')} label={text.critical} hint={text.criticalHint} />
      {levelLabels.length > 1 && (
        <SavedSelect
          {...saved('level')}
          anchor="level"
          label={text.level}
          options={levelLabels.map((label, index) => ({ value: String(index + 1), label }))}
        />
      )}
    </>
  )
}

function Duties({ view, qualification, isFrozen }: PartProps) {
  const { act } = useStepActs()
  const { qualificationId, dutyIds } = qualification
  if (view.duties.length === 0) {
    return (
      <div className="field">
        <span className="label">{text.duties}</span>
        <p className="hint">{text.noDuties}</p>
      </div>
    )
  }
  return (
    <div id="duties">
      <CheckList
        label={text.duties}
        disabled={isFrozen}
        options={view.duties.map((duty) => ({ value: duty.id, label: duty.text }))}
        chosen={dutyIds}
        onChange={(values) => act('set-requirement-duties', { qualificationId, dutyIds: values })}
      />
    </div>
  )
}

function Places({ view, qualification, isFrozen }: PartProps) {
  const { act } = useStepActs()
  const { qualificationId, siteIds, teamIds } = qualification
  if (view.sites.length + view.teams.length === 0) return null
  const isEveryone = siteIds.length + teamIds.length === 0
  const save = (places: { siteIds?: readonly string[]; teamIds?: readonly string[] }) =>
    act('set-requirement-places', { qualificationId, siteIds, teamIds, ...places })
  return (
    <details open={!isEveryone}>
      <summary className="label cursor-pointer">
        {text.places}:{' '}
        {isEveryone ? text.everyone : [...names(view.sites, siteIds), ...names(view.teams, teamIds)].join(', ')}
      </summary>
      <div className="grid gap-3 pt-2">
        <p className="hint">{text.placesHint}</p>
        {view.sites.length > 0 && (
          <CheckList
            label={text.sites}
            disabled={isFrozen}
            options={view.sites.map(({ id, name }) => ({ value: id, label: name }))}
            chosen={siteIds}
            onChange={(values) => save({ siteIds: values })}
          />
        )}
        {view.teams.length > 0 && (
          <CheckList
            label={text.teams}
            disabled={isFrozen}
            options={view.teams.map(({ id, name }) => ({ value: id, label: name }))}
            chosen={teamIds}
            onChange={(values) => save({ teamIds: values })}
          />
        )}
      </div>
    </details>
  )
}

function names(all: readonly { readonly id: string; readonly name: string }[], ids: readonly string[]): string[] {
  return all.filter(({ id }) => ids.includes(id)).map(({ name }) => name)
}
