import { useActionResult } from '~/components/action-result'
import { FormProblem } from '~/components/form-problem'
import { grantKinds } from '~/domain/vocabulary'
import { peopleText } from '~/text/people.en'
import { formatDate } from '~/ui/date'
import { SelectField, TextField } from '~/ui/inputs'
import { SectionHeading } from '~/ui/page-header'
import { TableList, TableListRow } from '~/ui/table-list'
import { FoldedAct, RowAct } from './act-form'
import { refusedValues } from './person-fields'
import type { PersonView } from './person-page.server'

const { fields } = peopleText

/** Rights beyond one's own record. Only administrators give and take them. */
export function RightsSection({ view }: { view: PersonView }) {
  const { rights, may, person } = view
  const result = useActionResult()
  return (
    <section aria-labelledby="rights">
      <SectionHeading id="rights" title={peopleText.rights} />
      <FormProblem result={result} intent="end-right" />
      {rights.length === 0 && <p className="text-ink-3">{peopleText.noRights}</p>}
      {rights.length > 0 && (
        <TableList label={peopleText.rights}>
          {rights.map((right) => {
            const name = right.qualification
              ? peopleText.assessorOf(right.qualification)
              : peopleText.rightNames[right.kind]
            return (
              <TableListRow
                key={right.id}
                title={name}
                detail={[
                  peopleText.since(formatDate(right.fromOn, { locale: peopleText.locale })),
                  right.reason || peopleText.rightHints[right.kind],
                ].join(' · ')}
                end={
                  may.changeRights && (
                    <RowAct intent="end-right" fields={{ grantId: right.id }} name={peopleText.endRight(name)}>
                      {peopleText.takeAway}
                    </RowAct>
                  )
                }
              />
            )
          })}
        </TableList>
      )}
      {may.changeRights && person.leavesOn === null && <GiveRight view={view} />}
    </section>
  )
}

function GiveRight({ view: { choices } }: { view: PersonView }) {
  const result = useActionResult()
  const { typed, error } = refusedValues(result, 'give-right')
  return (
    <FoldedAct intent="give-right" label={peopleText.giveRight} submit={peopleText.giveRightAct}>
      <SelectField
        label={fields.right}
        name="kind"
        required
        placeholder={fields.choose}
        options={grantKinds
          .filter((kind) => kind !== 'may-sign' || choices.qualifications.length > 0)
          .map((kind) => ({ value: kind, label: peopleText.rightChoice[kind] }))}
        defaultValue={typed('kind')}
        error={error('kind')}
        className="sm:col-span-2"
      />
      {choices.qualifications.length > 0 && (
        <SelectField
          label={fields.qualification}
          name="qualificationId"
          optional
          placeholder={fields.choose}
          options={[...choices.qualifications]}
          defaultValue={typed('qualificationId')}
          error={error('qualificationId')}
        />
      )}
      <TextField
        label={fields.reason}
        name="reason"
        optional
        maxLength={500}
        defaultValue={typed('reason')}
        error={error('reason')}
      />
    </FoldedAct>
  )
}
