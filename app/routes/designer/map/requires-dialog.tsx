import { useState } from 'react'
import { pathOfCycle } from '~/domain/unlocking'
import { stepsText } from '~/text/designer-steps.en'
import { Button } from '~/ui/button'
import { Dialog, DialogClose } from '~/ui/dialog'
import { TextField } from '~/ui/inputs'
import type { DesignView } from '../design-view'
import { CheckList } from '../steps/check-list'
import { listedQualifications } from '../steps/qualification-list'
import { StepProblem, useStepActs } from '../steps/step-acts'

const text = stepsText.inspector

/** The keyboard's way to draw: what comes before one qualification. What would close a circle shows the circle. */
export function RequiresDialog({
  view,
  qualificationId,
  onClose,
}: {
  view: DesignView
  qualificationId: string
  onClose: () => void
}) {
  const { act } = useStepActs()
  const [find, setFind] = useState('')
  const chosen = view.qualifications.find((each) => each.qualificationId === qualificationId)
  if (!chosen) return null
  const nameOf = new Map<string, string>(view.qualifications.map((each) => [each.qualificationId, each.name]))
  const edges = view.qualifications.flatMap((each) =>
    each.needsIds.map((from) => ({ from: from as string, to: each.qualificationId as string })),
  )
  const wanted = find.trim().toLowerCase()
  const options = listedQualifications(view)
    .filter((each) => each !== chosen && each.name.toLowerCase().includes(wanted))
    .map((each) => {
      const path = chosen.needsIds.includes(each.qualificationId)
        ? null
        : pathOfCycle(edges, { from: each.qualificationId as string, to: qualificationId })
      const circle = path?.map((id) => nameOf.get(id) ?? '').join(text.pathArrow)
      return {
        value: each.qualificationId,
        label: each.name,
        disabled: path !== null,
        hint: circle ? text.closesCircle(circle) : undefined,
      }
    })

  function save(values: readonly string[]) {
    if (!chosen) return
    const before: readonly string[] = chosen.needsIds
    const shown = new Set<string>(options.map(({ value }) => value))
    for (const needsId of values) if (!before.includes(needsId)) act('add-prerequisite', { qualificationId, needsId })
    for (const needsId of before) {
      if (shown.has(needsId) && !values.includes(needsId)) act('remove-prerequisite', { qualificationId, needsId })
    }
  }

  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={text.requiresTitle(chosen.name)}
      description={text.requiresText}
      footer={
        <DialogClose>
          <Button variant="primary">{text.done}</Button>
        </DialogClose>
      }
    >
      <div className="grid gap-3">
        <StepProblem />
        <TextField
          label={text.requiresFind}
          type="search"
          value={find}
          onChange={(event) => setFind(event.currentTarget.value)}
        />
        <CheckList label={text.requires} hideLabel options={options} chosen={chosen.needsIds} onChange={save} />
      </div>
    </Dialog>
  )
}
