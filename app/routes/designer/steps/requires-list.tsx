import { Link } from '@remix-run/react'
import { X } from 'lucide-react'
import { useState } from 'react'
import { KindGlyph } from '~/components/kind-glyph'
import { stepsText } from '~/text/designer-steps.en'
import { IconButton } from '~/ui/button'
import { SelectField } from '~/ui/inputs'
import type { DesignView, QualificationView } from '../design-view'
import { listedQualifications } from './qualification-list'
import { openedBy, type StepHref } from './qualifications-step'
import { useIsFrozen, useStepActs } from './step-acts'

const text = stepsText.inspector

type Props = { view: DesignView; qualification: QualificationView; hrefOf: StepHref }

/** What must be mastered first; each can be opened or taken away, others added from a list. */
export function RequiresList({ view, qualification, hrefOf }: Props) {
  const { act } = useStepActs()
  const isFrozen = useIsFrozen()
  const [choice, setChoice] = useState('')
  const { qualificationId, needsIds } = qualification
  const listed = listedQualifications(view)
  const needed = listed.filter((each) => needsIds.includes(each.qualificationId))
  const others = listed.filter((each) => each !== qualification && !needsIds.includes(each.qualificationId))
  return (
    <div className="field" id="prerequisites">
      <h3 className="label">{text.requires}</h3>
      {needed.length === 0 && <p className="hint">{text.requiresNothing}</p>}
      {needed.length > 0 && (
        <ul role="list" aria-label={text.requires} className="rows">
          {needed.map((each) => (
            <QualificationRow key={each.qualificationId} qualification={each} hrefOf={hrefOf}>
              {!isFrozen && (
                <IconButton
                  label={text.requiresRemove(each.name)}
                  icon={<X aria-hidden />}
                  onClick={() => act('remove-prerequisite', { qualificationId, needsId: each.qualificationId })}
                />
              )}
            </QualificationRow>
          ))}
        </ul>
      )}
      {!isFrozen && others.length > 0 && (
        <SelectField
          label={text.requiresAdd}
          hideLabel
          placeholder={text.requiresAdd}
          options={others.map((each) => ({ value: each.qualificationId, label: each.name }))}
          value={choice}
          onChange={(event) => {
            const needsId = event.currentTarget.value
            setChoice('')
            if (needsId !== '') act('add-prerequisite', { qualificationId, needsId })
          }}
        />
      )}
    </div>
  )
}

/** What waits for it. */
export function OpensList({ view, qualification, hrefOf }: Props) {
  const opened = openedBy(view, qualification.qualificationId)
  return (
    <div className="field">
      <h3 className="label">{text.opens}</h3>
      {opened.length === 0 ? (
        <p className="hint">{text.opensNothing}</p>
      ) : (
        <ul role="list" aria-label={text.opens} className="rows">
          {opened.map((each) => (
            <QualificationRow key={each.qualificationId} qualification={each} hrefOf={hrefOf} />
          ))}
        </ul>
      )}
    </div>
  )
}

function QualificationRow({
  qualification,
  hrefOf,
  children,
}: {
  qualification: QualificationView
  hrefOf: StepHref
  children?: React.ReactNode
}) {
  return (
    <li className="!min-h-8 !gap-2 !py-0.5">
      <KindGlyph kind={qualification.kind} className="size-3.75 flex-none text-ink-3" />
      <Link
        to={hrefOf({ qualification: qualification.qualificationId })}
        preventScrollReset
        className="min-w-0 grow truncate py-1 text-ink no-underline hover:underline"
      >
        {qualification.name}
      </Link>
      {children}
    </li>
  )
}
