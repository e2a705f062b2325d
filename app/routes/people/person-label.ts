import { peopleText } from '~/text/people.en'

/** A person as a choice: the name, and the staff number where there is one, because names repeat. */
export function personLabel(person: { id: string; name: string; staffNumber: string | null }) {
  return { value: person.id, label: peopleText.personChosen(person.name, person.staffNumber) }
}
