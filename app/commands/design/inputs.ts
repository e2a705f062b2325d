/**
 * What each intention of the designer takes from its form. One field at a time is saved with the value it had when the
 * form was shown (`was`): if somebody else changed that field meanwhile the save is refused as `stale`, and two people
 * in different fields never disturb each other. Values travel as text: a number as digits, a list joined by commas, yes
 * and no as `true` and `false`, and nothing said as an empty field (`fieldText` of `domain/design-field`).
 */
import { z } from 'zod'
import { isId, type Id, type IdKind } from '~/domain/ids'
import {
  methodKinds,
  processKinds,
  qualificationKinds,
  requirementClasses,
  requirementNeeds,
  resourceKinds,
  resourcePurposes,
} from '~/domain/vocabulary'

/** An identifier of one kind, by its shape; whether it exists is found out by the command. */
export function idOf<K extends IdKind>(kind: K) {
  return z.custom<Id<K>>((value) => typeof value === 'string' && isId(kind, value))
}

const programId = idOf('program')
const qualificationId = idOf('qualification')
const title = z.string().trim().min(1).max(200)
const text = z.string().trim().max(5000).default('')
/** Many lines at once; each that is not empty becomes a row. */
const lines = z.string().max(50_000).default('')
const value = z.string().max(5000).default('')
const was = z.string().max(5000).default('')
/** A place in a list, from 0. */
const place = z.coerce.number().int().min(0).max(500).optional()
/** Places to move: -1 is one up, 1 one down. */
const by = z.coerce.number().int().min(-500).max(500)

/** One field of something, as shown and as wanted. */
function fieldOf<const F extends readonly [string, ...string[]]>(fields: F) {
  return { field: z.enum(fields), value, was }
}

export const roleFields = ['title', 'purpose', 'family', 'level'] as const
export const requirementFields = ['need', 'withinDays', 'class', 'groupId', 'isCritical', 'level'] as const
export const masteryFields = [
  'statement',
  'scope',
  'accuracy',
  'timeLimit',
  'amount',
  'period',
  'confirmedBy',
  'occasions',
  'observers',
  'lighterRenewal',
] as const
export const validityFields = ['kind', 'months', 'repeatMonths', 'fixedDay', 'renewalWindowDays'] as const
export const ruleFields = [
  'assessorKinds',
  'namedAssessorIds',
  'signatures',
  'mustHold',
  'turnaroundDays',
  'waitingDays',
  'coachingAfter',
  'isQuickAllowed',
  'needsReauthentication',
] as const
export const methodFields = ['kind', 'instructions', 'evidenceRequired', 'accommodations', 'allOfGroup'] as const
export const defaultMethodFields = ['kind', 'instructions', 'evidenceRequired'] as const
export const criterionFields = ['text', 'isRequired', 'level'] as const
export const processFields = ['kind', 'title', 'steps', 'effortMinutes', 'owner', 'class'] as const
export const resourceFields = ['kind', 'purpose', 'title', 'url', 'body'] as const
export const trackerFields = [
  'columnOrder',
  'targetDays',
  'renewalAlertDays',
  'colleagueVisibility',
  'isWallBoardAllowed',
] as const
export const groupFields = ['name', 'atLeast'] as const
export const copiedParts = ['mastery', 'demonstration', 'assessment', 'learning', 'resources'] as const

/** Inputs by intent. `programId` comes from the address. A qualification stands at most once in a design. */
export const designInputs = {
  // Whole design
  'start-draft': z.object({ programId }),
  'discard-draft': z.object({ programId }),

  // Step 1, role: live, except the duties
  'change-role': z.object({ programId, ...fieldOf(roleFields) }),
  /** The roles this one leads to; replaces the list. */
  'set-next-roles': z.object({ programId, roleIds: z.array(idOf('role')).max(20).default([]) }),
  'add-duties': z.object({ programId, lines, afterId: idOf('duty').optional() }),
  'change-duty': z.object({ programId, dutyId: idOf('duty'), value, was }),
  'move-duty': z.object({ programId, dutyId: idOf('duty'), by }),
  'remove-duty': z.object({ programId, dutyId: idOf('duty') }),

  // Step 2, qualifications
  'add-qualifications': z.object({
    programId,
    lines,
    kind: z.enum(qualificationKinds).default('skill'),
    groupId: idOf('requirement-group').optional(),
    afterId: qualificationId.optional(),
    need: z.enum(requirementNeeds).default('enter'),
    class: z.enum(requirementClasses).default('must'),
  }),
  'add-from-library': z.object({
    programId,
    qualificationIds: z.array(qualificationId).min(1).max(200),
    groupId: idOf('requirement-group').optional(),
  }),
  'rename-qualification': z.object({ programId, qualificationId, value: title, was }),
  /** Only while the qualification was never published anywhere. */
  'change-kind': z.object({ programId, qualificationId, value: z.enum(qualificationKinds), was }),
  'remove-requirement': z.object({ programId, qualificationId }),
  /** Within its group, or into another: `groupId` is an id, `none`, or absent to stay. */
  'move-requirement': z.object({
    programId,
    qualificationId,
    by: by.default(0),
    groupId: z.union([idOf('requirement-group'), z.literal('none')]).optional(),
  }),
  'change-requirement': z.object({ programId, qualificationId, ...fieldOf(requirementFields) }),
  'set-requirement-duties': z.object({ programId, qualificationId, dutyIds: z.array(idOf('duty')).default([]) }),
  /** Both empty: applies to everyone. */
  'set-requirement-places': z.object({
    programId,
    qualificationId,
    siteIds: z.array(idOf('site')).default([]),
    teamIds: z.array(idOf('team')).default([]),
  }),
  /** One value for several at once; no `was`, because it is meant to replace. */
  'change-several': z.object({
    programId,
    qualificationIds: z.array(qualificationId).min(1).max(500),
    field: z.enum(requirementFields),
    value,
  }),
  'add-groups': z.object({ programId, lines }),
  'change-group': z.object({ programId, groupId: idOf('requirement-group'), ...fieldOf(groupFields) }),
  'move-group': z.object({ programId, groupId: idOf('requirement-group'), by }),
  /** Its qualifications stay, in no group. */
  'remove-group': z.object({ programId, groupId: idOf('requirement-group') }),
  /** Replaces the list; a cycle is refused with its path. */
  'set-prerequisites': z.object({ programId, qualificationId, needsIds: z.array(qualificationId).default([]) }),
  'add-prerequisite': z.object({ programId, qualificationId, needsId: qualificationId }),
  'remove-prerequisite': z.object({ programId, qualificationId, needsId: qualificationId }),
  'move-on-map': z.object({
    programId,
    qualificationId,
    x: z.coerce.number().int().min(-100_000).max(100_000),
    y: z.coerce.number().int().min(-100_000).max(100_000),
  }),
  /** Forgets every moved position, so that the layout is automatic again. */
  'arrange-map': z.object({ programId }),

  // Step 3, mastery
  'change-mastery': z.object({ programId, qualificationId, ...fieldOf(masteryFields) }),
  /** Of the qualification; an empty `kind` inherits from the program. */
  'change-validity': z.object({ programId, qualificationId, ...fieldOf(validityFields) }),
  /** Names of the levels, one a line, lowest first, at most five; empty: the one level "Mastered". */
  'set-levels': z.object({ programId, qualificationId, lines }),
  'add-criteria': z.object({
    programId,
    qualificationId,
    lines,
    level: z.coerce.number().int().min(1).max(5).default(1),
    /** `false`: optional ones. */
    isRequired: z.enum(['true', 'false']).default('true'),
    /** At the end of all without it; `start` puts them first. */
    afterId: z.union([idOf('criterion'), z.literal('start')]).optional(),
  }),
  'change-criterion': z.object({
    programId,
    qualificationId,
    criterionId: idOf('criterion'),
    ...fieldOf(criterionFields),
  }),
  'move-criterion': z.object({ programId, qualificationId, criterionId: idOf('criterion'), by }),
  'remove-criterion': z.object({ programId, qualificationId, criterionId: idOf('criterion') }),
  /** Replaces the chosen steps of this qualification by those of another of the library. */
  'copy-from': z.object({
    programId,
    qualificationId,
    fromId: qualificationId,
    parts: z.array(z.enum(copiedParts)).min(1),
  }),

  // Step 4, demonstration
  'add-method': z.object({
    programId,
    qualificationId,
    kind: z.enum(methodKinds),
    instructions: text,
    evidenceRequired: text,
    accommodations: text,
    /** The set whose ways belong together. */
    allOfGroup: z.coerce.number().int().min(1).max(20).optional(),
    /** Its place from 0; at the end without it. */
    at: place,
  }),
  'change-method': z.object({ programId, qualificationId, methodId: idOf('method'), ...fieldOf(methodFields) }),
  'move-method': z.object({ programId, qualificationId, methodId: idOf('method'), by }),
  'remove-method': z.object({ programId, qualificationId, methodId: idOf('method') }),
  'add-default-method': z.object({
    programId,
    kind: z.enum(methodKinds),
    instructions: text,
    evidenceRequired: text,
  }),
  'change-default-method': z.object({
    programId,
    index: z.coerce.number().int().min(0).max(50),
    ...fieldOf(defaultMethodFields),
  }),
  'remove-default-method': z.object({ programId, index: z.coerce.number().int().min(0).max(50) }),

  // Step 5, assessment. Empty inherits; `never` for `coachingAfter` asks for no talk
  'change-rule': z.object({ programId, qualificationId, ...fieldOf(ruleFields) }),
  'change-default-rule': z.object({ programId, ...fieldOf(ruleFields) }),
  'change-default-validity': z.object({ programId, ...fieldOf(validityFields) }),

  // Step 6, learning processes: live. Without a qualification it is the program's default
  'add-process': z.object({
    programId,
    qualificationId: qualificationId.optional(),
    kind: z.enum(processKinds),
    title,
    steps: text,
    effortMinutes: z.coerce.number().int().min(0).max(600_000).optional(),
    owner: z.string().trim().max(200).default(''),
    class: z.enum(requirementClasses).default('should'),
    at: place,
  }),
  'change-process': z.object({ programId, processId: idOf('process'), ...fieldOf(processFields) }),
  'move-process': z.object({ programId, processId: idOf('process'), by }),
  'remove-process': z.object({ programId, processId: idOf('process') }),

  // Step 7, resources: live. Of a process or of the qualification
  'add-resource': z.object({
    programId,
    qualificationId,
    processId: idOf('process').optional(),
    kind: z.enum(resourceKinds).default('link'),
    purpose: z.enum(resourcePurposes).default('learning'),
    title,
    url: z.string().trim().max(2000).default(''),
    body: text,
  }),
  'change-resource': z.object({ programId, resourceId: idOf('resource'), ...fieldOf(resourceFields) }),
  'move-resource': z.object({ programId, resourceId: idOf('resource'), by }),
  'remove-resource': z.object({ programId, resourceId: idOf('resource') }),

  // Step 8, tracker: live
  'change-tracker': z.object({ programId, ...fieldOf(trackerFields) }),
  /** Everything may stay as it is; the step is done. */
  'confirm-tracker': z.object({ programId }),
  /** Empty: no minimum. */
  'set-coverage': z.object({ programId, qualificationId, teamId: idOf('team'), value, was }),
  'add-candidates': z.object({
    programId,
    personIds: z.array(idOf('person')).default([]),
    teamIds: z.array(idOf('team')).default([]),
  }),
  'end-candidacy': z.object({ programId, candidacyId: idOf('candidacy') }),

  // Design review
  'dismiss-advice': z.object({
    programId,
    rule: z.string().max(50),
    subject: z.string().max(300).default(''),
    reason: z.string().trim().min(3).max(500),
  }),
  'restore-advice': z.object({ programId, dismissalId: idOf('dismissal') }),
} as const

export type DesignIntent = keyof typeof designInputs
