import { useEffect, useState } from 'react'
import { stepsText } from '~/text/designer-steps.en'
import { Button } from '~/ui/button'
import { Dialog, DialogClose } from '~/ui/dialog'
import { SelectField } from '~/ui/inputs'
import { useToasts } from '~/ui/toast'
import type { DesignView, QualificationView } from '../design-view'
import { CheckList } from './check-list'
import { listedQualifications, type DetailStep } from './qualification-list'
import { useIsFrozen, useStepActs } from './step-acts'

type Props = { view: DesignView; step: DetailStep; qualification: QualificationView }

/** "Copy from…" and "Apply to several…": what one step says for one qualification, taken over whole. */
export function CopyActs(props: Props) {
  const isFrozen = useIsFrozen()
  const isLive = isAdded(props.step)
  if ((isFrozen && !isLive) || (props.view.qualifications.length < 2 && props.view.library.length === 0)) return null
  return (
    <div className="flex flex-wrap gap-1.5">
      <CopyFrom {...props} />
      {props.view.qualifications.length > 1 && <ApplyToSeveral {...props} />}
    </div>
  )
}

function CopyFrom({ view, step, qualification }: Props) {
  const { act } = useStepActs()
  const [isOpen, setIsOpen] = useState(false)
  const [fromId, setFromId] = useState('')
  const others = listedQualifications(view).filter((each) => each !== qualification)
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setIsOpen}
      trigger={<Button size="s">{stepsText.copy.button}</Button>}
      title={stepsText.copy.title}
      description={isAdded(step) ? stepsText.copy.addText(qualification.name) : stepsText.copy.text(qualification.name)}
      footer={
        <>
          <DialogClose>
            <Button>{stepsText.copy.cancel}</Button>
          </DialogClose>
          <Button
            variant="primary"
            disabledReason={fromId === '' ? stepsText.copy.chooseFirst : null}
            reasonPlacement="none"
            onClick={() => {
              act('copy-from', { qualificationId: qualification.qualificationId, fromId, parts: [step] })
              setIsOpen(false)
            }}
          >
            {stepsText.copy.act}
          </Button>
        </>
      }
    >
      <SelectField
        label={stepsText.copy.from}
        options={[]}
        placeholder=""
        value={fromId}
        onChange={(event) => setFromId(event.currentTarget.value)}
      >
        <optgroup label={stepsText.copy.fromDesign}>
          {others.map(({ qualificationId, name }) => (
            <option key={qualificationId} value={qualificationId}>
              {name}
            </option>
          ))}
        </optgroup>
        {view.library.length > 0 && (
          <optgroup label={stepsText.copy.fromLibrary}>
            {view.library.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </optgroup>
        )}
      </SelectField>
    </Dialog>
  )
}

function ApplyToSeveral({ view, step, qualification }: Props) {
  const { act, isBusy, problem } = useStepActs()
  const toasts = useToasts()
  const [isOpen, setIsOpen] = useState(false)
  const [chosen, setChosen] = useState<string[]>([])
  /** How many are on their way; said only when all have arrived. */
  const [sent, setSent] = useState({ count: 0, hasBegun: false })
  const others = listedQualifications(view).filter((each) => each !== qualification)

  const isAll = chosen.length === others.length

  function apply() {
    for (const qualificationId of chosen) {
      act('copy-from', { qualificationId, fromId: qualification.qualificationId, parts: [step] })
    }
    setSent({ count: chosen.length, hasBegun: false })
    setIsOpen(false)
    setChosen([])
  }

  useEffect(() => {
    if (sent.count === 0) return
    if (isBusy) setSent({ ...sent, hasBegun: true })
    else if (sent.hasBegun) {
      setSent({ count: 0, hasBegun: false })
      if (problem === null) toasts.show({ id: `applied-${step}`, text: stepsText.copy.done(sent.count) })
    }
    // eslint-disable-next-line react-hooks/exhaustive-deps -- begins and ends with the sending alone
  }, [isBusy, sent.count])

  return (
    <Dialog
      open={isOpen}
      onOpenChange={setIsOpen}
      trigger={<Button size="s">{stepsText.copy.several}</Button>}
      title={stepsText.copy.severalTitle}
      description={
        isAdded(step)
          ? stepsText.copy.severalAddText(qualification.name)
          : stepsText.copy.severalText(qualification.name)
      }
      footer={
        <>
          <DialogClose>
            <Button>{stepsText.copy.cancel}</Button>
          </DialogClose>
          <Button
            variant="primary"
            disabledReason={chosen.length === 0 ? stepsText.copy.chooseFirst : null}
            reasonPlacement="none"
            onClick={apply}
          >
            {stepsText.copy.severalAct(chosen.length)}
          </Button>
        </>
      }
    >
      <Button
        size="s"
        className="mb-2"
        onClick={() => setChosen(isAll ? [] : others.map(({ qualificationId }) => qualificationId))}
      >
        {isAll ? stepsText.copy.chooseNone : stepsText.copy.chooseAll(others.length)}
      </Button>
      <CheckList
        label={stepsText.list.label}
        hideLabel
        options={others.map(({ qualificationId, name }) => ({ value: qualificationId, label: name }))}
        chosen={chosen}
        onChange={setChosen}
      />
    </Dialog>
  )
}

/** Processes and resources are added to what there is, because people may have ticked it; the rest is replaced. */
function isAdded(step: DetailStep): boolean {
  return step === 'learning' || step === 'resources'
}
