import { useActionResult } from '~/components/action-result'
import { peopleText } from '~/text/people.en'
import { DateField } from '~/ui/inputs'
import { SectionHeading } from '~/ui/page-header'
import { ActForm, FoldedAct } from './act-form'
import { refusedValues } from './person-fields'
import type { PersonView } from './person-page.server'

/** The end of an employment, and the way back. Nobody ends their own. */
export function LeavingSection({ view: { person, may, today } }: { view: PersonView }) {
  const { typed, error } = refusedValues(useActionResult(), 'end-employment')
  if (!may.edit || person.isSelf) return null
  return (
    <section aria-labelledby="leaving">
      <SectionHeading id="leaving" title={peopleText.leaving} />
      <div className="border-t border-line pt-2">
        {person.leavesOn ? (
          <>
            <p className="pb-2 text-ink-2">{peopleText.takeBackLead}</p>
            <ActForm intent="take-back" submit={peopleText.takeBack} />
          </>
        ) : (
          <FoldedAct intent="end-employment" label={peopleText.endEmployment} submit={peopleText.endEmployment}>
            <p className="text-ink-2 sm:col-span-2">{peopleText.endEmploymentLead(person.name)}</p>
            <DateField
              label={peopleText.fields.lastDay}
              name="lastDay"
              required
              defaultValue={typed('lastDay', today)}
              error={error('lastDay')}
            />
          </FoldedAct>
        )}
      </div>
    </section>
  )
}
