import { Plus } from 'lucide-react'
import { qualificationKinds } from '~/domain/vocabulary'
import { stepsText } from '~/text/designer-steps.en'
import { statusText } from '~/text/status.en'
import { uiText } from '~/text/ui.en'
import { Button } from '~/ui/button'
import { SelectField, TextField } from '~/ui/inputs'
import { Popover } from '~/ui/popover'
import { useDesign } from '../use-design'
import { AddForm } from '../steps/step-acts'

const text = stepsText.qualifications

/** Adds qualifications without leaving the map; stays open for the next. */
export function AddOnMap() {
  const { groups } = useDesign()
  return (
    <Popover
      label={text.add}
      trigger={
        <Button size="s" icon={<Plus aria-hidden />}>
          {uiText.add}
        </Button>
      }
    >
      <AddForm intent="add-qualifications" label={text.add} className="w-64">
        {({ errors, isBusy }) => (
          <>
            <TextField
              name="lines"
              label={stepsText.inspector.name}
              required
              maxLength={200}
              autoComplete="off"
              error={errors.lines as string[] | undefined}
            />
            <SelectField
              name="kind"
              label={stepsText.inspector.kind}
              defaultValue="skill"
              options={qualificationKinds.map((kind) => ({ value: kind, label: statusText.kind[kind] }))}
            />
            {groups.length > 0 && (
              <SelectField
                name="groupId"
                label={stepsText.inspector.group}
                placeholder={stepsText.inspector.noGroup}
                options={groups.map(({ id, name }) => ({ value: id, label: name }))}
              />
            )}
            <Button type="submit" variant="primary" aria-busy={isBusy}>
              {uiText.add}
            </Button>
          </>
        )}
      </AddForm>
    </Popover>
  )
}
