/** The sentences of My path: dates, lists and amounts put into the catalogue's words. Pure, the same on both sides. */
import type { NextAttempt } from '~/domain/attempts'
import { myPathText as text } from '~/text/my-path.en'
import { statusText } from '~/text/status.en'
import { formatDate } from '~/ui/date'
import type { NeededView, PathItem } from './my-path-view'
import type { MyQualificationView } from './my-qualification-view'

/** "24 Nov 2026". */
export function dateWords(date: string): string {
  return formatDate(date, { locale: text.locale })
}

/** "Fri 27 Nov 2026", for a day somebody has to keep. */
export function dayWords(date: string): string {
  return formatDate(date, { locale: text.locale }, { weekday: true })
}

// Made once: a formatter costs a hundred times more to make than to use.
const hoursFormat = new Intl.NumberFormat(text.locale)

/** Minutes as "45 min" or "6 h", "1.5 h"; from 90 minutes on in hours, to the half hour. */
export function effortWords(minutes: number): string {
  if (minutes < 90) return text.needed.minutes(minutes)
  const hours = Math.round(minutes / 30) / 2
  return text.needed.hours(hoursFormat.format(hours))
}

/** The status in words with its date: "Renew by 12 Dec 2026". */
export function statusWords(item: Pick<PathItem, 'status' | 'date'>, who?: string | null): string {
  return statusText.sentence[item.status]({
    date: item.date ? dateWords(item.date) : undefined,
    who: who ?? undefined,
  })
}

/** Why an item stands where it stands, sentence by sentence: status, lock, whose turn, next attempt, day. */
export function whyWords(item: NeededView): string[] {
  const words: string[] = []
  if (item.status === 'locked') words.push(text.needed.opensAfter(text.names(item.lockedBy)))
  else {
    words.push(`${statusWords(item, item.assessor)}.`)
    if (item.lockedBy.length > 0) words.push(text.needed.opensAfter(text.names(item.lockedBy)))
  }
  if (item.doneBefore.length > 0) words.push(text.needed.areDone(text.names(item.doneBefore), item.doneBefore.length))
  if (item.nextAttempt && item.attempt && item.status === 'not-yet') words.push(...attemptWords(item.nextAttempt))
  if (item.choice) words.push(text.needed.choice(item.choice.missing, item.choice.groupName))
  if (item.dueOn) words.push(text.needed.due(dateWords(item.dueOn)))
  return words
}

/** When the next attempt opens and why it is not open yet; both reasons where both hold. */
export function attemptWords(next: NextAttempt): string[] {
  if (next.isOpen) return [text.needed.attemptOpen(next.number)]
  return next.waitsFor.map((wait) => {
    if (wait === 'coaching-talk') return text.needed.opensAfterTalk(next.number, next.misses)
    return next.opensOn
      ? text.needed.opensOn(next.number, dateWords(next.opensOn))
      : text.needed.opensAfterAbsence(next.number)
  })
}

/** Why nothing can be requested now, in words to the person; null when it can. */
export function requestReason(view: MyQualificationView): string | null {
  const { cannot } = text.request
  switch (view.requestProblem?.code) {
    case undefined:
      return null
    case 'locked':
      return cannot.locked(text.names(view.lockedBy))
    case 'waiting-time':
    case 'coaching-talk':
      return attemptWords(view.nextAttempt).join(' ')
    case 'not-taking-part':
      return cannot['not-taking-part']
    case 'exempt':
      return cannot.exempt
    default:
      return cannot['already-open']
  }
}
