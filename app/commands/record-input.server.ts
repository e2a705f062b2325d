import { z } from 'zod'
import { isCalendarDate, type CalendarDate } from '~/domain/calendar-date'
import { isId, type Id, type IdKind } from '~/domain/ids'
import { criterionVerdicts, exemptionReasons, methodKinds, overallVerdicts } from '~/domain/vocabulary'

/**
 * The fields of every form that writes to the record, in one place because several screens (tracker panel, assessment
 * page, my path) post the same ones. Who signs, when, in which organisation and against which version is never a field
 * (SECURITY D16). An empty field arrives as undefined.
 */
function id<K extends IdKind>(kind: K) {
  return z.custom<Id<K>>((value) => typeof value === 'string' && isId(kind, value), 'This is not known here.')
}

function day() {
  return z.custom<CalendarDate>((value) => typeof value === 'string' && isCalendarDate(value), 'Give a date.')
}

function text(longest: number) {
  return z.string().trim().max(longest, `At most ${longest} characters.`).default('')
}

function flag() {
  return z
    .literal('on')
    .optional()
    .transform((value) => value === 'on')
}

const link = z
  .string()
  .trim()
  .max(2000, 'At most 2000 characters.')
  .refine((value) => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol), 'Give an http or https address.')
  .optional()
const level = z.coerce.number().int().min(1).max(5).optional()

/** `/programs/:programId/cells/:personId/:qualificationId` gives these three. */
export const cellKey = { programId: id('program'), personId: id('person'), qualificationId: id('qualification') }
export const demonstrationKey = { demonstrationId: id('demonstration') }
const evidence = { evidenceTitle: text(200), evidenceUrl: link, evidenceText: text(10_000) }

/** `M`: mastered, all criteria at once. `level` only where the qualification has several. */
export const quickSignOffInput = z.object({ ...cellKey, level })

/** `N`: not yet, with what is missing. */
export const quickNotYetInput = z.object({ ...cellKey, note: text(4000) })

/** One sitting: criterion fields are `criteria[0].criterionId`, `criteria[0].verdict`; without verdict: not observed. */
export const assessInput = z.object({
  ...cellKey,
  /** The demonstration the form showed, so that a verdict on one closed meanwhile is told and not misfiled. */
  demonstrationId: id('demonstration').optional(),
  criteria: z
    .array(z.object({ criterionId: id('criterion'), verdict: z.enum(criterionVerdicts).default('not-observed') }))
    .max(200)
    .default([]),
  verdict: z.enum(overallVerdicts, 'Choose a verdict.'),
  level,
  performedOn: day(),
  methodKind: z.enum(methodKinds, 'Choose how it was shown.'),
  methodId: id('method').optional(),
  note: text(4000),
  /** Observed tasks signed more than seven days later say why. */
  lateReason: text(1000),
  /** Signed although a prerequisite is not met. */
  lockReason: text(1000),
  /** Last day the document is good, where the validity is the document's. */
  documentDate: day().optional(),
  /** Checkbox beside "not yet" at a renewal: put on hold now. */
  holdNow: flag(),
  ...evidence,
})

/** Within ten minutes, by the signer: no reason. */
export const undoInput = z.object({ eventId: id('ledger-event') })
export const voidInput = z.object({ eventId: id('ledger-event'), reason: text(1000) })

/** By the person, or by a manager for a person without account. Evidence may come along. */
export const requestInput = z.object({
  ...cellKey,
  note: text(4000),
  methodId: id('method').optional(),
  assessorId: id('person').optional(),
  ...evidence,
})
export const scheduleInput = z.object({ ...demonstrationKey, on: day() })
export const submitEvidenceInput = z.object({ ...demonstrationKey, note: text(4000), ...evidence })
export const returnInput = z.object({ ...demonstrationKey, reason: text(2000) })
export const withdrawInput = z.object(demonstrationKey)
export const claimInput = z.object(demonstrationKey)
/** Handing back; with a reason it is declining what the person chose. */
export const handBackInput = z.object({ ...demonstrationKey, reason: text(1000) })

/** A first assessor where nobody can assess: a may-sign grant, never for oneself. */
export const nameAssessorInput = z.object({
  ...cellKey,
  assessorId: id('person'),
  until: day().optional(),
  reason: text(1000),
})

export const holdInput = z.object({ ...cellKey, reason: text(1000), until: day().optional() })
export const releaseInput = z.object({ ...cellKey, reason: text(1000) })
export const exemptInput = z.object({
  ...cellKey,
  reason: z.enum(exemptionReasons, 'Choose a reason.'),
  note: text(1000),
  until: day().optional(),
})
export const endExemptionInput = z.object(cellKey)
export const askToShowInput = z.object({ ...cellKey, by: day(), note: text(1000) })

/** Guidance ticked off, never a condition of mastery. `personId` is left out for oneself. */
export const tickInput = z.object({
  processId: id('process'),
  qualificationId: id('qualification'),
  personId: id('person').optional(),
})
/** A role to work towards. Empty: back to the next on the career path. */
export const chooseTargetRoleInput = z.object({ roleId: id('role').optional(), targetOn: day().optional() })
