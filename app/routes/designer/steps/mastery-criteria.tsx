import { Info } from 'lucide-react'
import { levelCount } from '~/domain/assessment-rule'
import { stepsText } from '~/text/designer-steps.en'
import { Button } from '~/ui/button'
import { OutlineList, type OutlineRow } from '~/ui/outline-list'
import { useToasts } from '~/ui/toast'
import type { QualificationView } from '../design-view'
import { useStepActs } from './step-acts'
import { useOutline } from './use-outline'

const text = stepsText.mastery

/** The criteria, a list for each level; each required or optional, with advice where its words cannot be observed. */
export function CriteriaEditor({ qualification, isFrozen }: { qualification: QualificationView; isFrozen: boolean }) {
  const count = levelCount(qualification)
  if (count === 1)
    return <LevelCriteria qualification={qualification} isFrozen={isFrozen} level={1} label={text.criteria} />
  return (
    <div id="criteria" className="grid scroll-mt-16 gap-4">
      {qualification.levelLabels.map((name, index) => (
        <LevelCriteria
          key={`${index} ${name}`}
          qualification={qualification}
          isFrozen={isFrozen}
          level={index + 1}
          label={text.criteriaOfLevel(name)}
        />
      ))}
    </div>
  )
}

function LevelCriteria({
  qualification,
  isFrozen,
  level,
  label,
}: {
  qualification: QualificationView
  isFrozen: boolean
  level: number
  label: string
}) {
  const { act } = useStepActs()
  const toasts = useToasts()
  const { qualificationId } = qualification
  const ofLevel = qualification.criteria.filter((criterion) => criterion.level === level)

  function toggle(criterionId: string, isRequired: boolean) {
    act('change-criterion', {
      qualificationId,
      criterionId,
      field: 'isRequired',
      value: String(!isRequired),
      was: String(isRequired),
    })
  }

  function remove(criterionId: string) {
    const at = ofLevel.findIndex(({ id }) => id === criterionId)
    const gone = ofLevel[at]
    const before = ofLevel[at - 1]
    act('remove-criterion', { qualificationId, criterionId })
    if (!gone) return
    toasts.show({
      id: `criterion ${criterionId}`,
      text: text.criterionRemoved,
      action: {
        label: stepsText.qualifications.undo,
        onAct: () =>
          act('add-criteria', {
            qualificationId,
            lines: gone.text,
            level,
            isRequired: String(gone.isRequired),
            afterId: before?.id ?? 'start',
          }),
      },
    })
  }

  const rows: OutlineRow[] = ofLevel.map(({ id, text: words, isRequired, wording }) => ({
    id,
    text: words,
    trailing: (
      <Button
        size="s"
        variant="quiet"
        aria-pressed={isRequired}
        aria-label={text.toggle(words)}
        onClick={isFrozen ? undefined : () => toggle(id, isRequired)}
      >
        {isRequired ? text.required : text.optional}
      </Button>
    ),
    advice: wording && (
      <span id={`criterion-${id}`} className="flex gap-1.5">
        <Info aria-hidden className="mt-px size-3.5 flex-none text-orange-glyph" />
        {text.wording(wording.found, wording.proposals.join(', '))}
      </span>
    ),
  }))
  const outline = useOutline(rows, {
    add: (lines, afterId) =>
      act('add-criteria', { qualificationId, lines: lines.join('\n'), level, ...(afterId ? { afterId } : {}) }),
    change: (criterionId, value) =>
      act('change-criterion', {
        qualificationId,
        criterionId,
        field: 'text',
        value,
        was: ofLevel.find(({ id }) => id === criterionId)?.text ?? '',
      }),
    move: (criterionId, by) => act('move-criterion', { qualificationId, criterionId, by }),
    remove,
  })
  return (
    <div className="grid scroll-mt-16 gap-1" id={levelCount(qualification) === 1 ? 'criteria' : undefined}>
      <h4 className="text-t12 font-strong text-ink-2">{label}</h4>
      <OutlineList
        name="criterion"
        label={label}
        addLabel={text.addCriterion}
        readOnly={isFrozen}
        maxLength={2000}
        {...outline}
      />
    </div>
  )
}
