import { z } from 'zod'
import { employmentKinds } from '~/domain/vocabulary'
import { dateField, lineField, nameField, optionalDateField, optionalEmailField } from './fields'

/** The fields of a person's own details, the same when adding and when editing. */
export const personDetailFields = {
  name: nameField,
  staffNumber: lineField(60),
  email: optionalEmailField,
  employment: z.enum(employmentKinds, 'choose-one'),
  employer: lineField(),
  employmentEndsOn: optionalDateField,
  startsOn: dateField,
}
