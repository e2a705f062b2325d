import { useActionResult } from '~/components/action-result'
import { FormProblem } from '~/components/form-problem'
import { peopleText } from '~/text/people.en'
import { formatDate } from '~/ui/date'
import { CheckboxField, DateField, SelectField } from '~/ui/inputs'
import { SectionHeading } from '~/ui/page-header'
import { FoldedAct, RowAct } from './act-form'
import { refusedValues } from './person-fields'
import type { PersonView } from './person-page.server'
import { PlacedRows } from './placed-rows'

const { fields } = peopleText

/** Roles held and roles worked towards. */
export function RolesSection({ view }: { view: PersonView }) {
  const { roles, targets, today, may, choices, person } = view
  const result = useActionResult()
  const isHere = person.leavesOn === null
  return (
    <section aria-labelledby="roles">
      <SectionHeading id="roles" title={peopleText.roles} />
      <FormProblem result={result} intent="end-role" />
      <FormProblem result={result} intent="end-candidacy" />
      <h3 className="py-1 text-t12 text-ink-2">{peopleText.inTheRole}</h3>
      {roles.length === 0 && <p className="text-ink-3">{peopleText.noRoles}</p>}
      {roles.length > 0 && (
        <PlacedRows
          label={peopleText.inTheRole}
          lines={roles}
          today={today}
          acts={(line) =>
            may.assignRole &&
            !line.toOn && (
              <RowAct
                intent="end-role"
                fields={{ assignmentId: line.id, lastDay: today }}
                name={peopleText.endRole(line.label)}
              >
                {peopleText.end}
              </RowAct>
            )
          }
        />
      )}
      <h3 className="pt-3 pb-1 text-t12 text-ink-2">{peopleText.workingTowards}</h3>
      {targets.length === 0 && <p className="text-ink-3">{peopleText.noCandidacies}</p>}
      {targets.length > 0 && (
        <PlacedRows
          label={peopleText.workingTowards}
          lines={targets}
          today={today}
          detail={(line) => line.targetOn && peopleText.by(formatDate(line.targetOn, { locale: peopleText.locale }))}
          acts={(line) =>
            may.chooseTarget && (
              <RowAct intent="end-candidacy" fields={{ candidacyId: line.id }} name={peopleText.stopTarget(line.label)}>
                {peopleText.stop}
              </RowAct>
            )
          }
        />
      )}
      {isHere && choices.roles.length > 0 && <RoleActs view={view} />}
      {isHere && choices.roles.length === 0 && may.assignRole && (
        <p className="pt-2 text-t12 text-ink-3">{peopleText.noRolesToChoose}</p>
      )}
    </section>
  )
}

function RoleActs({ view: { today, may, choices } }: { view: PersonView }) {
  const result = useActionResult()
  const role = refusedValues(result, 'assign-role')
  const target = refusedValues(result, 'start-candidacy')
  const options = [...choices.roles]
  return (
    <>
      {may.assignRole && (
        <FoldedAct intent="assign-role" label={peopleText.giveRole} submit={peopleText.giveRoleAct}>
          <SelectField
            label={fields.role}
            name="roleId"
            required
            placeholder={fields.choose}
            options={options}
            defaultValue={role.typed('roleId')}
            error={role.error('roleId')}
          />
          <DateField
            label={fields.fromOn}
            name="fromOn"
            required
            defaultValue={role.typed('fromOn', today)}
            error={role.error('fromOn')}
          />
          <CheckboxField name="isMain" label={fields.isMainRole} />
        </FoldedAct>
      )}
      {may.chooseTarget && (
        <FoldedAct intent="start-candidacy" label={peopleText.startTarget} submit={peopleText.startTargetAct}>
          <SelectField
            label={fields.role}
            name="roleId"
            required
            placeholder={fields.choose}
            options={options}
            defaultValue={target.typed('roleId')}
            error={target.error('roleId')}
          />
          <DateField
            label={fields.targetOn}
            name="targetOn"
            optional
            defaultValue={target.typed('targetOn')}
            error={target.error('targetOn')}
          />
        </FoldedAct>
      )}
    </>
  )
}
