import { useActionResult } from '~/components/action-result'
import { peopleText } from '~/text/people.en'
import { SelectField, TextField } from '~/ui/inputs'
import { refusedValues } from './person-fields'

const { fields } = peopleText

/** Name and site of a team; a site that is not there yet is made with it. */
export function TeamFields({
  intent,
  name,
  siteId,
  sites,
}: {
  intent: string
  name: string
  siteId: string | null
  sites: { value: string; label: string }[]
}) {
  const { typed, error } = refusedValues(useActionResult(), intent)
  return (
    <>
      <TextField
        label={peopleText.teamName}
        name="name"
        required
        maxLength={200}
        autoComplete="off"
        defaultValue={typed('name', name)}
        error={error('name')}
      />
      {sites.length > 0 && (
        <SelectField
          label={fields.site}
          name="siteId"
          placeholder={fields.noSite}
          options={sites}
          defaultValue={typed('siteId', siteId)}
          error={error('siteId')}
        />
      )}
      <TextField
        label={sites.length > 0 ? fields.newSite : fields.site}
        name="newSite"
        optional
        maxLength={200}
        autoComplete="off"
        defaultValue={typed('newSite')}
        error={error('newSite')}
      />
    </>
  )
}
