import { Link } from '@remix-run/react'
import { useActionResult } from '~/components/action-result'
import { FormProblem } from '~/components/form-problem'
import { paths } from '~/paths'
import { peopleText } from '~/text/people.en'
import { CheckboxField, DateField, SelectField } from '~/ui/inputs'
import { SectionHeading } from '~/ui/page-header'
import { FoldedAct, RowAct } from './act-form'
import { refusedValues } from './person-fields'
import type { PersonView } from './person-page.server'
import { PlacedRows } from './placed-rows'

const { fields } = peopleText

/** Teams, one of them the main one, and the manager; all dated. */
export function TeamsSection({ view }: { view: PersonView }) {
  const { teams, managers, today, may, choices, person } = view
  const result = useActionResult()
  const join = refusedValues(result, 'join-team')
  const change = refusedValues(result, 'set-manager')
  const mayPlace = may.edit && person.leavesOn === null
  const colleagues = choices.people.filter((one) => one.value !== person.id)
  return (
    <section aria-labelledby="teams">
      <SectionHeading id="teams" title={peopleText.teamsAndManager} />
      <FormProblem result={result} intent="leave-team" />
      <FormProblem result={result} intent="make-main-team" />
      {teams.length === 0 && <p className="text-ink-3">{peopleText.noTeams}</p>}
      {teams.length > 0 && (
        <PlacedRows
          label={peopleText.teamsTitle}
          lines={teams}
          today={today}
          acts={(line) =>
            mayPlace &&
            !line.toOn && (
              <>
                {!line.isMain && (
                  <RowAct
                    intent="make-main-team"
                    fields={{ membershipId: line.id }}
                    name={peopleText.makeMainFor(line.label)}
                  >
                    {peopleText.makeMain}
                  </RowAct>
                )}
                <RowAct
                  intent="leave-team"
                  fields={{ membershipId: line.id, lastDay: today }}
                  name={peopleText.leaveTeam(line.label)}
                >
                  {peopleText.leave}
                </RowAct>
              </>
            )
          }
        />
      )}
      {mayPlace && choices.teams.length === 0 && (
        <p className="pt-2 text-t12 text-ink-3">
          {peopleText.noTeamsToChoose} <Link to={paths.teams()}>{peopleText.addTeamFirst}</Link>
        </p>
      )}
      {mayPlace && choices.teams.length > 0 && (
        <FoldedAct intent="join-team" label={peopleText.joinTeam} submit={peopleText.joinTeamAct}>
          <SelectField
            label={fields.team}
            name="teamId"
            required
            placeholder={fields.choose}
            options={[...choices.teams]}
            defaultValue={join.typed('teamId')}
            error={join.error('teamId')}
          />
          <DateField
            label={fields.fromOn}
            name="fromOn"
            required
            defaultValue={join.typed('fromOn', today)}
            error={join.error('fromOn')}
          />
          <CheckboxField name="isMain" label={fields.isMainTeam} />
        </FoldedAct>
      )}
      <h3 className="pt-3 pb-1 text-t12 text-ink-2">{peopleText.reportsTo}</h3>
      {managers.length === 0 && <p className="text-ink-3">{peopleText.reportsToNobody}</p>}
      {managers.length > 0 && <PlacedRows label={peopleText.reportsTo} lines={managers} today={today} />}
      {mayPlace && (
        <FoldedAct intent="set-manager" label={peopleText.changeManager} submit={peopleText.changeManagerAct}>
          <SelectField
            label={fields.manager}
            name="managerId"
            placeholder={fields.nobody}
            options={colleagues}
            defaultValue={change.typed('managerId', managers[0]?.personId)}
            error={change.error('managerId')}
          />
          <DateField
            label={fields.fromOn}
            name="fromOn"
            required
            defaultValue={change.typed('fromOn', today)}
            error={change.error('fromOn')}
          />
        </FoldedAct>
      )}
    </section>
  )
}
