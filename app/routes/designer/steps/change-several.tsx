import { useState } from 'react'
import { requirementClasses, requirementNeeds } from '~/domain/vocabulary'
import { stepsText } from '~/text/designer-steps.en'
import { statusText } from '~/text/status.en'
import { Button } from '~/ui/button'
import { Dialog, DialogClose } from '~/ui/dialog'
import { SelectField, type SelectOption } from '~/ui/inputs'
import type { DesignView } from '../design-view'
import { useDesign } from '../use-design'
import { CheckList } from './check-list'
import { listedQualifications } from './qualification-list'
import { useStepActs } from './step-acts'

const text = stepsText.qualifications
type SeveralField = keyof typeof text.severalFields

/** One attribute of several qualifications at once. */
export function ChangeSeveral() {
  const view = useDesign()
  const { act } = useStepActs()
  const [isOpen, setIsOpen] = useState(false)
  const [chosen, setChosen] = useState<string[]>([])
  const [field, setField] = useState<SeveralField>('class')
  const values = valuesOf(view, field)
  const [value, setValue] = useState('must')
  const listed = listedQualifications(view)

  return (
    <Dialog
      open={isOpen}
      onOpenChange={setIsOpen}
      trigger={<Button size="s">{text.several}</Button>}
      title={text.severalTitle}
      footer={
        <>
          <DialogClose>
            <Button>{stepsText.copy.cancel}</Button>
          </DialogClose>
          <Button
            variant="primary"
            disabledReason={chosen.length === 0 ? stepsText.copy.chooseFirst : null}
            reasonPlacement="none"
            onClick={() => {
              act('change-several', { qualificationIds: chosen, field, value })
              setIsOpen(false)
              setChosen([])
            }}
          >
            {text.severalAct(chosen.length)}
          </Button>
        </>
      }
    >
      <div className="grid gap-3">
        <div className="grid grid-cols-2 gap-2">
          <SelectField
            label={text.severalField}
            value={field}
            options={Object.entries(text.severalFields).map(([key, label]) => ({ value: key, label }))}
            onChange={(event) => {
              const next = event.currentTarget.value as SeveralField
              setField(next)
              setValue(valuesOf(view, next)[0]?.value ?? '')
            }}
          />
          <SelectField
            label={text.severalValue}
            value={value}
            options={values}
            onChange={(event) => setValue(event.currentTarget.value)}
          />
        </div>
        <div className="flex gap-2">
          <Button size="s" onClick={() => setChosen(listed.map(({ qualificationId }) => qualificationId))}>
            {text.chooseAll}
          </Button>
          <Button size="s" onClick={() => setChosen([])}>
            {text.chooseNone}
          </Button>
        </div>
        <CheckList
          label={stepsText.list.label}
          hideLabel
          options={listed.map(({ qualificationId, name }) => ({ value: qualificationId, label: name }))}
          chosen={chosen}
          onChange={setChosen}
        />
      </div>
    </Dialog>
  )
}

function valuesOf({ groups }: DesignView, field: SeveralField): SelectOption[] {
  switch (field) {
    case 'class':
      return requirementClasses.map((each) => ({ value: each, label: statusText.requirementClass[each] }))
    case 'need':
      return requirementNeeds.map((each) => ({ value: each, label: stepsText.inspector.needShort[each] }))
    case 'groupId':
      return [
        ...groups.map(({ id, name }) => ({ value: id as string, label: name })),
        { value: '', label: stepsText.list.noGroup },
      ]
    case 'isCritical':
      return [
        { value: 'true', label: stepsText.inherit.yes },
        { value: 'false', label: stepsText.inherit.no },
      ]
  }
}
