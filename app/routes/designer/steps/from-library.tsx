import { useState } from 'react'
import { stepsText } from '~/text/designer-steps.en'
import { statusText } from '~/text/status.en'
import { Button } from '~/ui/button'
import { Dialog, DialogClose } from '~/ui/dialog'
import { SelectField, TextField } from '~/ui/inputs'
import { useDesign } from '../use-design'
import { CheckList } from './check-list'
import { useStepActs } from './step-acts'

const text = stepsText.qualifications
/** More are found by typing; a list of thousands would only be scrolled past. */
const mostShown = 60

/** Takes existing qualifications into the design: the same ones, not copies. */
export function FromLibrary() {
  const { library, groups } = useDesign()
  const { act } = useStepActs()
  const [isOpen, setIsOpen] = useState(false)
  const [find, setFind] = useState('')
  const [chosen, setChosen] = useState<string[]>([])
  const [groupId, setGroupId] = useState('')
  const wanted = find.trim().toLowerCase()
  const found = library.filter(({ id, name }) => chosen.includes(id) || name.toLowerCase().includes(wanted))

  function take() {
    act('add-from-library', { qualificationIds: chosen, ...(groupId ? { groupId } : {}) })
    setIsOpen(false)
    setChosen([])
    setFind('')
  }

  return (
    <Dialog
      open={isOpen}
      onOpenChange={setIsOpen}
      trigger={<Button size="s">{text.fromLibrary}</Button>}
      title={text.libraryTitle}
      description={text.libraryText}
      footer={
        <>
          <DialogClose>
            <Button>{stepsText.copy.cancel}</Button>
          </DialogClose>
          <Button
            variant="primary"
            disabledReason={chosen.length === 0 ? stepsText.copy.chooseFirst : null}
            reasonPlacement="none"
            onClick={take}
          >
            {text.libraryAdd(chosen.length)}
          </Button>
        </>
      }
    >
      {library.length === 0 ? (
        <p>{text.libraryEmpty}</p>
      ) : (
        <div className="grid gap-3">
          <TextField
            label={text.libraryFind}
            type="search"
            value={find}
            onChange={(event) => setFind(event.currentTarget.value)}
          />
          {found.length === 0 && <p className="text-ink-3">{text.libraryNone}</p>}
          <CheckList
            label={text.libraryTitle}
            hideLabel
            options={found.slice(0, mostShown).map(({ id, name, kind, usedBy }) => ({
              value: id,
              label: name,
              hint: usedBy.length > 0 ? text.usedBy(usedBy.join(', ')) : statusText.kind[kind],
            }))}
            chosen={chosen}
            onChange={setChosen}
          />
          {groups.length > 0 && (
            <SelectField
              label={text.group}
              placeholder={stepsText.list.noGroup}
              value={groupId}
              options={groups.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={(event) => setGroupId(event.currentTarget.value)}
            />
          )}
        </div>
      )}
    </Dialog>
  )
}
