import { Link } from '@remix-run/react'
import { CellChip } from '~/components/cell-chip'
import { CriticalTag } from '~/components/requirement-words'
import { StatusWords } from '~/components/status-glyph'
import type { Id } from '~/domain/ids'
import type { OverallVerdict } from '~/domain/vocabulary'
import { paths } from '~/paths'
import { myPathText as text } from '~/text/my-path.en'
import { statusText } from '~/text/status.en'
import type { AttemptView, NeededView, PathItem, PathView } from './my-path-view'
import { dateWords, effortWords, statusWords, whyWords } from './path-words'

/** The unmet musts in the order they open, each with its reason, effort and last feedback. */
export function NeededList({ path }: { path: PathView }) {
  return (
    <section aria-labelledby="still-needed">
      <div className="flex flex-wrap items-baseline gap-x-2 pb-2">
        <h2 id="still-needed">{text.needed.title}</h2>
        {path.needed.length > 0 && <span className="text-t12 text-ink-3">{text.needed.order}</span>}
        {path.neededMinutes > 0 && (
          <span className="ml-auto text-t12 text-ink-3">{text.needed.effort(effortWords(path.neededMinutes))}</span>
        )}
      </div>
      {path.needed.length === 0 ? (
        <p className="border-t border-line py-3 text-ink-2">{text.needed.none}</p>
      ) : (
        <ol role="list" className="path-list">
          {path.needed.map((item) => (
            <NeededItem key={item.qualificationId} item={item} programId={path.programId} />
          ))}
        </ol>
      )}
    </section>
  )
}

function NeededItem({ item, programId }: { item: NeededView; programId: Id<'program'> }) {
  return (
    <li>
      <CellChip status={item.status} look="row" name={statusText.word[item.status]} />
      <span className="path-title">
        <Link to={paths.myQualification(programId, item.qualificationId)}>{item.name}</Link>
        {item.isCritical && <CriticalTag />}
      </span>
      <span className="path-end">{item.minutes > 0 && text.needed.about(effortWords(item.minutes))}</span>
      <span className="path-why">{whyWords(item).join(' ')}</span>
      {item.attempt && <Attempt attempt={item.attempt} />}
    </li>
  )
}

const verdictStatus = { mastered: 'mastered', 'not-yet': 'not-yet', continues: 'in-review' } as const

/** What the assessor said: criteria met and not yet, and the note. */
export function Attempt({ attempt, verdict }: { attempt: AttemptView; verdict?: OverallVerdict }) {
  return (
    <div className="path-try">
      <div className="flex flex-wrap items-baseline gap-x-2">
        <span className="font-strong">
          {attempt.number === null ? text.attempt.feedback : text.attempt.number(attempt.number)}
        </span>
        <span className="text-t12 text-ink-3">
          {text.attempt.who(dateWords(attempt.performedOn), text.method[attempt.methodKind], attempt.assessor)}
        </span>
        {verdict && <StatusWords status={verdictStatus[verdict]}>{text.one.verdict[verdict]}</StatusWords>}
      </div>
      {attempt.note !== '' && <p className="text-ink-2">{text.attempt.quote(attempt.note)}</p>}
      {(attempt.met > 0 || attempt.notYet.length > 0) && (
        <div className="flex flex-wrap gap-x-3 gap-y-1 text-t12">
          {attempt.met > 0 && <StatusWords status="mastered">{text.attempt.met(attempt.met)}</StatusWords>}
          {attempt.notYet.map((criterion) => (
            <StatusWords key={criterion} status="not-yet">
              {criterion}
            </StatusWords>
          ))}
        </div>
      )}
    </div>
  )
}

/** A plain list of qualifications with their status: after the start, should, done. */
export function ItemList({
  items,
  programId,
  label,
}: {
  items: readonly PathItem[]
  programId: Id<'program'>
  label: string
}) {
  return (
    <ul role="list" aria-label={label} className="path-list">
      {items.map((item) => (
        <li key={item.qualificationId}>
          <CellChip status={item.status} look="row" />
          <span className="path-title">
            <Link to={paths.myQualification(programId, item.qualificationId)}>{item.name}</Link>
            {item.isCritical && <CriticalTag />}
          </span>
          <span className="path-why">
            {statusWords(item)}
            {item.countsFrom && `. ${text.needed.newFrom(dateWords(item.countsFrom))}`}
          </span>
        </li>
      ))}
    </ul>
  )
}
