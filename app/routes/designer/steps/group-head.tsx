import type { Id } from '~/domain/ids'
import { fieldText } from '~/domain/design-field'
import { stepsText } from '~/text/designer-steps.en'
import { Button } from '~/ui/button'
import { NumberField, TextField } from '~/ui/inputs'
import { Autosave } from '../autosave'
import { useDesign } from '../use-design'
import type { GroupedQualifications } from './qualification-list'
import { RowActs } from './row-acts'
import { AddForm, useIsFrozen, useStepActs } from './step-acts'

const text = stepsText.qualifications

/** Name of a group, how many of it are asked for, and its place among the groups. */
export function GroupHead({ group, id }: { group: GroupedQualifications; id: Id<'requirement-group'> }) {
  const { groups } = useDesign()
  const { act } = useStepActs()
  const isFrozen = useIsFrozen()
  const place = groups.findIndex((each) => each.id === id)
  const saved = { intent: 'change-group' as const, ids: { groupId: id }, disabled: isFrozen }
  return (
    <div className="flex flex-wrap items-start gap-x-3 gap-y-2" id={`group-${id}`}>
      <h3 className="sr-only">{group.name}</h3>
      <Autosave {...saved} field="name" value={group.name} className="min-w-40 grow basis-48">
        {({ input, error }) => (
          <TextField
            {...input}
            label={text.groupName}
            hideLabel
            error={error}
            maxLength={200}
            inputSize="s"
            inputClassName="font-strong"
          />
        )}
      </Autosave>
      <Autosave {...saved} field="atLeast" value={fieldText(group.atLeast)}>
        {({ input, error }) => (
          <div className="flex items-center gap-1.5 text-t12 text-ink-2">
            <span aria-hidden>{text.atLeast}</span>
            <NumberField
              {...input}
              label={text.atLeastNamed(group.name)}
              hideLabel
              className="w-14"
              inputSize="s"
              placeholder={text.atLeastAll}
              error={error}
              min={1}
              max={200}
            />
            <span aria-hidden>{text.atLeastHint(group.qualifications.length)}</span>
          </div>
        )}
      </Autosave>
      {!isFrozen && (
        <RowActs
          labels={{
            up: text.moveGroupUp(group.name),
            down: text.moveGroupDown(group.name),
            remove: text.removeGroup(group.name),
          }}
          isFirst={place === 0}
          isLast={place === groups.length - 1}
          onMove={(by) => act('move-group', { groupId: id, by })}
          onRemove={() => act('remove-group', { groupId: id })}
        />
      )}
    </div>
  )
}

/** A new group at the end. */
export function AddGroup() {
  return (
    <AddForm intent="add-groups" label={text.addGroup} className="!flex flex-wrap items-end gap-2">
      {({ errors, isBusy }) => (
        <>
          <TextField
            name="lines"
            label={text.addGroup}
            className="w-64"
            required
            maxLength={200}
            autoComplete="off"
            error={errors.lines as string[] | undefined}
          />
          <Button type="submit" aria-busy={isBusy}>
            {text.addGroupAct}
          </Button>
        </>
      )}
    </AddForm>
  )
}
