import { Link } from '@remix-run/react'
import { useActionResult } from '~/components/action-result'
import { FormProblem } from '~/components/form-problem'
import { paths } from '~/paths'
import { peopleText } from '~/text/people.en'
import { Avatar } from '~/ui/avatar'
import { formatDate } from '~/ui/date'
import { CheckboxField, DateField, SelectField } from '~/ui/inputs'
import { SectionHeading } from '~/ui/page-header'
import { TableList, TableListRow } from '~/ui/table-list'
import { Tag } from '~/ui/tag'
import { FoldedAct, RowAct } from './act-form'
import { refusedValues } from './person-fields'
import type { teamPage } from './teams-page.server'

export type TeamView = Awaited<ReturnType<typeof teamPage>>
const { fields } = peopleText

/** Who leads the team. */
export function TeamLeads({ view: { leads, mayEdit, people, today } }: { view: TeamView }) {
  const result = useActionResult()
  const { typed, error } = refusedValues(result, 'name-lead')
  const others = people.filter((one) => !leads.some((lead) => lead.personId === one.value))
  return (
    <section aria-labelledby="leads">
      <SectionHeading id="leads" title={peopleText.leads} />
      <FormProblem result={result} intent="end-lead" />
      {leads.length === 0 && <p className="text-ink-3">{peopleText.noLeads}</p>}
      {leads.length > 0 && (
        <TableList label={peopleText.leads}>
          {leads.map((lead) => (
            <TableListRow
              key={lead.rowId}
              lead={<Avatar name={lead.name} />}
              title={lead.isLink ? <Link to={paths.person(lead.personId)}>{lead.name}</Link> : lead.name}
              end={
                mayEdit && (
                  <RowAct intent="end-lead" fields={{ leadId: lead.rowId }} name={peopleText.endLead(lead.name)}>
                    {peopleText.end}
                  </RowAct>
                )
              }
            />
          ))}
        </TableList>
      )}
      {mayEdit && (
        <FoldedAct intent="name-lead" label={peopleText.nameLead} submit={peopleText.nameLeadAct}>
          <SelectField
            label={peopleText.person}
            name="personId"
            required
            placeholder={fields.choose}
            options={others}
            defaultValue={typed('personId')}
            error={error('personId')}
          />
          <DateField
            label={fields.fromOn}
            name="fromOn"
            required
            defaultValue={typed('fromOn', today)}
            error={error('fromOn')}
          />
        </FoldedAct>
      )}
    </section>
  )
}

/** Who is in the team. */
export function TeamMembers({ view: { members, hiddenMembers, mayEdit, people, today } }: { view: TeamView }) {
  const result = useActionResult()
  const { typed, error } = refusedValues(result, 'join-team')
  const others = people.filter((one) => !members.some((member) => member.personId === one.value))
  return (
    <section aria-labelledby="members">
      <SectionHeading id="members" title={peopleText.members} note={members.length + hiddenMembers} />
      <FormProblem result={result} intent="leave-team" />
      {members.length + hiddenMembers === 0 && <p className="text-ink-3">{peopleText.noMembers}</p>}
      {members.length > 0 && (
        <TableList label={peopleText.members}>
          {members.map((member) => (
            <TableListRow
              key={member.rowId}
              lead={<Avatar name={member.name} />}
              title={<Link to={paths.person(member.personId)}>{member.name}</Link>}
              detail={member.toOn && peopleText.until(formatDate(member.toOn, { locale: peopleText.locale }))}
              end={
                <>
                  {member.isMain && <Tag>{peopleText.main}</Tag>}
                  {mayEdit && !member.toOn && (
                    <RowAct
                      intent="leave-team"
                      fields={{ personId: member.personId, membershipId: member.rowId, lastDay: today }}
                      name={peopleText.removeMember(member.name)}
                    >
                      {peopleText.leave}
                    </RowAct>
                  )}
                </>
              }
            />
          ))}
        </TableList>
      )}
      {mayEdit && (
        <FoldedAct intent="join-team" label={peopleText.addMember} submit={peopleText.addMemberAct}>
          <SelectField
            label={peopleText.person}
            name="personId"
            required
            placeholder={fields.choose}
            options={others}
            defaultValue={typed('personId')}
            error={error('personId')}
          />
          <DateField
            label={fields.fromOn}
            name="fromOn"
            required
            defaultValue={typed('fromOn', today)}
            error={error('fromOn')}
          />
          <CheckboxField name="isMain" label={fields.isMainTeam} />
        </FoldedAct>
      )}
    </section>
  )
}
