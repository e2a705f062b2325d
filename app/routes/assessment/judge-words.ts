/** What the criteria marked so far come to, and the sentence that says what will be recorded. Pure. */
import { addDays, isCalendarDate } from '~/domain/calendar-date'
import type { Criterion } from '~/domain/assessment-rule'
import type { Id } from '~/domain/ids'
import { methodKinds, type CriterionVerdict, type MethodKind, type OverallVerdict } from '~/domain/vocabulary'
import type { CellView } from '~/routes/tracker/cell-page.server'
import { assessmentText as text } from '~/text/assessment.en'
import { formatDate } from '~/ui/date'
import type { DemonstrationPageView } from './demonstration-page.server'

type Facts = {
  readonly verdicts: Readonly<Record<string, CriterionVerdict>>
  readonly level: number
  readonly performedOn: string
  readonly methodKind: MethodKind
  /** Parts of the way chosen that are still to come after this one. */
  readonly partsLeft: number
}
type Shown = Criterion & { readonly shown: boolean }

const day = (date: string) => formatDate(date, { locale: text.locale })

/** How many of the required criteria are not met, earlier sittings counted. "Not observed" takes nothing back. */
export function openCriteria(required: readonly Shown[], verdicts: Facts['verdicts']): number {
  return required.filter((criterion) => {
    const verdict = verdicts[criterion.id]
    return verdict === 'not-yet' || (verdict !== 'met' && !criterion.shown)
  }).length
}

/** What the marks come to: all required met is mastered, any not yet is not yet, else it continues. */
export function suggestedVerdict(cell: CellView, facts: Facts): OverallVerdict {
  const criteria = cell.criteria.filter((criterion) => criterion.level <= facts.level)
  if (criteria.some((criterion) => facts.verdicts[criterion.id] === 'not-yet')) return 'not-yet'
  const required = criteria.filter((criterion) => criterion.isRequired)
  if (openCriteria(required, facts.verdicts) === 0) return facts.partsLeft > 0 ? 'continues' : 'mastered'
  return Object.keys(facts.verdicts).length === 0 ? 'mastered' : 'continues'
}

/**
 * Parts that must still be shown after this one, where the way chosen is one of an all-of group (DESIGN 4.5). Once a
 * sitting has been recorded the server alone knows which are left.
 */
export function partsLeftAfter(
  cell: CellView,
  open: NonNullable<CellView['demonstration']>,
  methodId: string | null,
): number {
  const group = cell.methods.find((method) => method.id !== null && method.id === methodId)?.allOfGroup ?? null
  if (group === null || open.phase === 'continues') return 0
  return cell.methods.filter((method) => method.allOfGroup === group).length - 1
}

/** The way asked for first, then the other ways of the design, then those that are not written down. */
export function methodChoices(
  cell: CellView,
  open: NonNullable<CellView['demonstration']>,
): readonly { readonly id: Id<'method'> | null; readonly kind: MethodKind }[] {
  const written = cell.methods.map(({ id, kind }) => ({ id, kind }))
  const chosen = written.filter((method) => method.id !== null && method.id === open.methodId)
  const inOrder = [...chosen, ...written.filter((method) => !chosen.includes(method))]
  const unwritten = methodKinds.filter((kind) => !inOrder.some((method) => method.kind === kind))
  const all = [...inOrder, ...unwritten.map((kind) => ({ id: null, kind }))]
  return all.filter((method, place) => all.findIndex((one) => one.kind === method.kind) === place)
}

/** The whole sentence under which the name will stand. */
export function recordsWords(view: DemonstrationPageView, facts: Facts, verdict: OverallVerdict): string {
  const { cell, today, me, open } = view
  const on = isCalendarDate(facts.performedOn) ? facts.performedOn : today
  const words = [
    text.recordsLine({
      verdict: text.recordsOne[verdict],
      qualification: cell.qualification.name,
      method: text.method[facts.methodKind],
      date: day(on),
      assessor: me.name,
      today: day(today),
    }),
  ]
  if (verdict === 'mastered') {
    if (cell.rule.signatures === 2) words.push(text.recordsSecond)
    else if (cell.validity.kind === 'never') words.push(text.recordsNoEnd)
    else if (cell.wouldEndOn && on === today) words.push(text.recordsUntil(day(cell.wouldEndOn)))
    if (cell.lockedBy.length > 0) words.push(text.recordsGap(cell.lockedBy.map((one) => one.name).join(', ')))
    return words.join(' ')
  }
  words.push(text.recordsKeep(day(addDays(on, cell.rule.keepDays))))
  if (verdict === 'continues') {
    const required = cell.criteria.filter((one) => one.isRequired && one.level <= facts.level)
    words.push(text.recordsShown(required.length - openCriteria(required, facts.verdicts), required.length))
    return words.join(' ')
  }
  if (open?.requestedBy) words.push(nextWords(view, on))
  return words.join(' ')
}

/** When the attempt after this one would open, as the rule has it. */
function nextWords({ cell, open, today }: DemonstrationPageView, on: `${number}-${number}-${number}`): string {
  const number = (open?.number ?? 0) + 1
  const { coachingAfter, waitingDays } = cell.rule
  if (coachingAfter !== null && cell.nextAttempt.misses + 1 >= coachingAfter) return text.recordsTalk(number)
  const opensOn = addDays(on, waitingDays)
  return opensOn <= today ? text.recordsNextNow(number) : text.recordsNext(number, day(opensOn))
}
