import { Link } from '@remix-run/react'
import { KindTag } from '~/components/kind-glyph'
import { CriticalTag } from '~/components/requirement-words'
import { StatusWords } from '~/components/status-glyph'
import type { Threshold } from '~/domain/assessment-rule'
import { paths } from '~/paths'
import { statusText } from '~/text/status.en'
import { trackerText } from '~/text/tracker.en'
import { Avatar } from '~/ui/avatar'
import { Button } from '~/ui/button'
import { formatDate } from '~/ui/date'
import { Notice } from '~/ui/notice'
import { Tag } from '~/ui/tag'
import { CellHistory } from './cell-history'
import { EvidenceRows } from './cell-evidence'
import type { CellView, PersonName } from './cell-page.server'
import { permissionWords } from './cell-permission'
import { NobodyCanAssess } from './nobody-can-assess'
import { JudgeForm } from './judge-form'
import type { JudgeState } from './use-judge'

const words = trackerText.panel
const day = (date: string) => formatDate(date, { locale: trackerText.locale })

/** Person and role at the head of the panel. */
export function CellHead({ view, figure }: { view: CellView; figure: string | null }) {
  const part = view.person.participation === 'candidate' ? words.workingTowards : words.inTheRole
  return (
    <>
      <Avatar name={view.person.name} />
      <div className="min-w-0 leading-4">
        <div className="truncate font-strong">{view.person.name}</div>
        <div className="truncate text-t12 text-ink-3">{words.personLine(part, figure ?? view.roleTitle)}</div>
      </div>
    </>
  )
}

/** The body of the panel: what it is, how far it is, what may be recorded. `judge` drives the form; its buttons are at the foot. */
export function CellBody({
  view,
  judge,
  candidates,
}: {
  view: CellView
  judge: JudgeState
  candidates: readonly PersonName[]
}) {
  return (
    <div className="grid gap-3">
      <CellTitle view={view} />
      <CellNotes view={view} />
      {view.nobodyCanAssess && (
        <NobodyCanAssess view={view} missing={view.nobodyCanAssess.missing} candidates={candidates} />
      )}
      <DemonstrationNote view={view} />
      <JudgeForm view={view} state={judge} />
      <EvidenceRows view={view} />
      <CellHistory view={view} />
    </div>
  )
}

function CellTitle({ view }: { view: CellView }) {
  const { qualification, requirement, cell } = view
  return (
    <div className="grid gap-1.5">
      <h2 className="text-t16 font-strong tracking-[-.01em]">{qualification.name}</h2>
      <div className="flex flex-wrap items-center gap-2">
        {cell ? (
          <StatusWords status={cell.status}>{statusWords(view)}</StatusWords>
        ) : (
          <span className="text-t12 text-ink-3">{statusText.doesNotApply}</span>
        )}
        <KindTag kind={qualification.kind} />
        <Tag>{statusText.requirementClass[requirement.class]}</Tag>
        {requirement.isCritical && <CriticalTag />}
        {qualification.levelLabels.length > 1 && (
          <Tag>{words.levelNeeded(qualification.levelLabels[requirement.level - 1] ?? String(requirement.level))}</Tag>
        )}
      </div>
      <p className="text-t14 text-ink-2">{qualification.statement || words.noStatement}</p>
      <ThresholdColumns threshold={qualification.threshold} />
    </div>
  )
}

function ThresholdColumns({ threshold }: { threshold: Threshold }) {
  const parts = Object.entries(threshold).flatMap(([name, value]) =>
    name === 'kind' || value === null || value === ''
      ? []
      : [{ label: words.threshold[name as keyof typeof words.threshold], value: String(value) }],
  )
  if (parts.length === 0) return null
  return (
    <dl className="tg-threshold" style={{ gridTemplateColumns: `repeat(${parts.length}, minmax(0, 1fr))` }}>
      {parts.map((part) => (
        <div key={part.label}>
          <dt>{part.label}</dt>
          <dd>{part.value}</dd>
        </div>
      ))}
    </dl>
  )
}

function CellNotes({ view }: { view: CellView }) {
  const { ask, lockedBy, exemption, requirement, nextAttempt, cell } = view
  const lines: string[] = []
  if (ask) lines.push(words.asked(ask.askedBy, day(ask.by)))
  if (ask?.note) lines.push(words.askNote(ask.note))
  if (lockedBy.length > 0) {
    const names = lockedBy.map((one) => one.name).join(', ')
    lines.push(cell?.isMet ? words.gapBefore(names) : words.lockedBy(names))
  }
  if (exemption) lines.push(words.exempt(exemption.note || exemption.reason))
  if (requirement.dueOn && !cell?.isMet) lines.push(words.due(day(requirement.dueOn)))
  if (!nextAttempt.isOpen && nextAttempt.waitsFor.includes('coaching-talk')) lines.push(words.coachingFirst)
  else if (!nextAttempt.isOpen && nextAttempt.opensOn) lines.push(words.nextAttempt(day(nextAttempt.opensOn)))
  if (lines.length === 0) return null
  return (
    <ul role="list" className="grid gap-1 text-t12 text-ink-2">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}

function DemonstrationNote({ view }: { view: CellView }) {
  const { demonstration } = view
  if (!demonstration) return null
  return (
    <Notice title={words.demonstration(demonstration.number)}>
      <p>{demonstrationWords(view)}</p>
      {demonstration.note && <p>{words.askNote(demonstration.note)}</p>}
      <p className="text-t12">
        {words.assessorIs(demonstration.assessor?.name ?? words.waitsForNobody)}
        {demonstration.dueOn && `, ${words.judgeBy(day(demonstration.dueOn))}`}
      </p>
      <Link to={paths.demonstration(demonstration.id)}>{words.openInQueue}</Link>
    </Notice>
  )
}

/** The buttons at the foot; they belong to the form by its id, so that they stay in view. */
export function CellFoot({ view, judge }: { view: CellView; judge: JudgeState }) {
  const refusal = permissionWords(view.may.assess)
  const isBusy = judge.isSending
  return (
    <>
      <Button
        type="submit"
        form={judge.formId}
        name="verdict"
        value="mastered"
        variant="primary"
        disabledReason={refusal ?? judge.masteredProblem}
        reasonPlacement="none"
        aria-describedby={`${judge.formId}-why`}
        aria-busy={isBusy || undefined}
      >
        {words.signOff}
      </Button>
      <Button
        type="submit"
        form={judge.formId}
        name="verdict"
        value="not-yet"
        disabledReason={refusal}
        reasonPlacement="none"
        aria-describedby={`${judge.formId}-why`}
      >
        {words.notYet}
      </Button>
      <Button
        type="submit"
        form={judge.formId}
        name="verdict"
        value="continues"
        variant="quiet"
        className="md:ml-auto"
        disabledReason={refusal}
        reasonPlacement="none"
        aria-describedby={`${judge.formId}-why`}
      >
        {words.continues}
      </Button>
      <p id={`${judge.formId}-why`} className="reason w-full empty:hidden">
        {refusal ?? judge.masteredProblem}
      </p>
    </>
  )
}

function statusWords(view: CellView): string {
  const { cell, demonstration, exemption, heldUntil, history, lockedBy, person } = view
  if (!cell) return statusText.doesNotApply
  const dates: Partial<Record<string, string | null>> = {
    exempt: exemption?.until,
    'on-hold': heldUntil,
    expired: cell.expiresOn,
    expiring: cell.expiresOn,
    mastered: cell.expiresOn,
    'not-yet': history.find((entry) => entry.kind === 'not-yet' && !entry.voided)?.occurredOn,
  }
  const date = dates[cell.status]
  const sentence = statusText.sentence[cell.status]({
    date: date ? day(date) : undefined,
    who: cell.status === 'returned' ? person.name : (demonstration?.assessor?.name ?? undefined),
    after: lockedBy.map((one) => one.name).join(', ') || undefined,
  })
  return cell.marks.hasGap ? statusText.cellName([sentence, statusText.mark.gap]) : sentence
}

function demonstrationWords({ demonstration, person }: CellView): string {
  if (!demonstration) return ''
  const state = words.demonstrationState
  switch (demonstration.phase) {
    case 'requested':
      return state.requested(demonstration.requestedBy?.name ?? person.name)
    case 'scheduled':
      return state.scheduled(demonstration.scheduledFor ? day(demonstration.scheduledFor) : '')
    case 'submitted':
      return state.submitted
    case 'continues':
      return state.continues(demonstration.shown.met, demonstration.shown.of)
    case 'returned':
      return demonstration.returnReason ?? state.returned
    case 'assessed':
    case 'withdrawn':
      return ''
  }
}
