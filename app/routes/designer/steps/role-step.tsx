import { designerText } from '~/text/designer.en'
import { FieldGroup } from '~/ui/field'
import { OutlineList } from '~/ui/outline-list'
import { useDesign } from '../use-design'
import { CheckList } from './check-list'
import { SavedArea, SavedText } from './saved-fields'
import { StepProblem, useStepActs } from './step-acts'
import { StepIntro } from './step-intro'
import { useOutline } from './use-outline'

const text = designerText.role

/** Step 1: what the role is for, what somebody in it does, and where it leads. */
export function RoleStep() {
  const { role } = useDesign()
  const former = role.formerTitles.length > 0 ? text.former(role.formerTitles.join(', ')) : undefined
  return (
    <div className="min-w-0 grow md:overflow-y-auto">
      <StepIntro step="role" />
      <div className="grid max-w-190 gap-5 p-4 md:p-5">
        <StepProblem />
        <SavedText
          intent="change-role"
          field="title"
          value={role.title}
          label={text.title}
          hint={former}
          anchor="title"
        />
        <SavedArea
          intent="change-role"
          field="purpose"
          value={role.purpose}
          label={text.purpose}
          hint={text.purposeHint}
          anchor="purpose"
          rows={3}
        />
        <Duties />
        <div className="grid gap-4 sm:grid-cols-2">
          <SavedText
            intent="change-role"
            field="family"
            value={role.family}
            label={text.family}
            hint={text.familyHint}
          />
          <SavedText intent="change-role" field="level" value={role.level} label={text.level} hint={text.levelHint} />
        </div>
        <NextRoles />
      </div>
    </div>
  )
}

function Duties() {
  const { duties, isFrozen } = useDesign()
  const { act } = useStepActs()
  const outline = useOutline([...duties], {
    add: (lines, afterId) => act('add-duties', { lines: lines.join('\n'), ...(afterId ? { afterId } : {}) }),
    change: (dutyId, value) =>
      act('change-duty', { dutyId, value, was: duties.find(({ id }) => id === dutyId)?.text ?? '' }),
    move: (dutyId, by) => act('move-duty', { dutyId, by }),
    remove: (dutyId) => act('remove-duty', { dutyId }),
  })
  return (
    <div id="duties" className="scroll-mt-16">
      <FieldGroup label={text.duties} hint={text.dutiesHint}>
        <OutlineList
          name="duty"
          label={text.duty}
          addLabel={text.addDuty}
          readOnly={isFrozen}
          maxLength={500}
          {...outline}
        />
      </FieldGroup>
    </div>
  )
}

function NextRoles() {
  const { roles, role } = useDesign()
  const { act } = useStepActs()
  if (roles.length === 0) return <p className="text-t12 text-ink-3">{text.noRoles}</p>
  return (
    <CheckList
      label={text.next}
      hint={text.nextHint}
      columns
      options={roles.map(({ id, title }) => ({ value: id, label: title }))}
      chosen={role.nextRoleIds}
      onChange={(roleIds) => act('set-next-roles', { roleIds })}
    />
  )
}
