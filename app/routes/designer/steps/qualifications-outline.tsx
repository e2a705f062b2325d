import { Link } from '@remix-run/react'
import { PanelRight } from 'lucide-react'
import { useState } from 'react'
import { KindGlyph } from '~/components/kind-glyph'
import { CriticalTag } from '~/components/requirement-words'
import { qualificationKinds, type QualificationKind } from '~/domain/vocabulary'
import { stepsText } from '~/text/designer-steps.en'
import { statusText } from '~/text/status.en'
import { buttonClass } from '~/ui/button'
import { SelectField } from '~/ui/inputs'
import { OutlineList, type OutlineRow } from '~/ui/outline-list'
import { useDesign } from '../use-design'
import { ChangeSeveral } from './change-several'
import { AddGroup, GroupHead } from './group-head'
import { groupedQualifications, type GroupedQualifications } from './qualification-list'
import type { StepHref } from './qualifications-step'
import { FromLibrary } from './from-library'
import { useIsFrozen, useStepActs } from './step-acts'
import { useOutline } from './use-outline'
import { useRemoveRequirement } from './use-remove-requirement'

const text = stepsText.qualifications

/** Step 2 as a list: an outliner for each group. */
export function QualificationsOutline({ hrefOf }: { hrefOf: StepHref }) {
  const view = useDesign()
  const isFrozen = useIsFrozen()
  const [newKind, setNewKind] = useState<QualificationKind>('skill')
  const groups = groupedQualifications(view)
  return (
    <div id="qualifications" className="grid gap-6 px-4 py-4 md:px-5">
      {!isFrozen && (
        <div className="flex flex-wrap items-end gap-2">
          <SelectField
            label={text.newKind}
            inputSize="s"
            className="w-44"
            value={newKind}
            options={qualificationKinds.map((kind) => ({ value: kind, label: statusText.kind[kind] }))}
            onChange={(event) => {
              const kind = qualificationKinds.find((each) => each === event.currentTarget.value)
              if (kind) setNewKind(kind)
            }}
          />
          <FromLibrary />
          {view.qualifications.length > 1 && <ChangeSeveral />}
        </div>
      )}
      {view.qualifications.length === 0 && !isFrozen && (
        <div>
          <h3 className="font-strong">{text.emptyTitle}</h3>
          <p className="text-ink-2">{text.emptyText}</p>
        </div>
      )}
      {groups.map((group) => (
        <section key={group.id ?? 'none'} className="grid gap-2" aria-label={group.name}>
          {group.id !== null ? (
            <GroupHead group={group} id={group.id} />
          ) : (
            view.groups.length > 0 && <h3 className="text-t12 font-strong text-ink-2">{group.name}</h3>
          )}
          <GroupOutline group={group} newKind={newKind} hrefOf={hrefOf} />
        </section>
      ))}
      {!isFrozen && <AddGroup />}
    </div>
  )
}

function GroupOutline({
  group,
  newKind,
  hrefOf,
}: {
  group: GroupedQualifications
  newKind: QualificationKind
  hrefOf: StepHref
}) {
  const { act } = useStepActs()
  const isFrozen = useIsFrozen()
  const view = useDesign()
  const remove = useRemoveRequirement()
  const rows: OutlineRow[] = group.qualifications.map((each) => ({
    id: each.qualificationId,
    text: each.name,
    trailing: (
      <span className="flex items-center gap-2 text-ink-3">
        {each.isCritical && <CriticalTag />}
        <span className="max-md:hidden">{statusText.requirementClass[each.class]}</span>
        <KindGlyph kind={each.kind} named className="size-3.75" />
        <Link
          to={hrefOf({ qualification: each.qualificationId })}
          preventScrollReset
          aria-label={text.open(each.name)}
          aria-current={each.qualificationId === view.selectedId ? 'true' : undefined}
          title={text.open(each.name)}
          className={`${buttonClass({ variant: 'quiet', size: 's' })} btn-icon aria-[current]:bg-accent-soft aria-[current]:text-accent`}
        >
          <PanelRight aria-hidden />
        </Link>
      </span>
    ),
  }))
  const outline = useOutline(rows, {
    add: (lines, afterId) =>
      act('add-qualifications', {
        lines: lines.join('\n'),
        kind: newKind,
        ...(group.id ? { groupId: group.id } : {}),
        ...(afterId ? { afterId } : {}),
      }),
    change: (qualificationId, value) =>
      act('rename-qualification', {
        qualificationId,
        value,
        was: group.qualifications.find((each) => each.qualificationId === qualificationId)?.name ?? '',
      }),
    move: (qualificationId, by) => act('move-requirement', { qualificationId, by }),
    remove,
  })
  return (
    <OutlineList
      name="qualification"
      label={text.label(group.name)}
      addLabel={text.add}
      readOnly={isFrozen}
      maxLength={200}
      {...outline}
    />
  )
}
