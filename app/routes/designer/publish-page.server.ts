import { authorize } from '~/commands/command.server'
import { findPublishEffect, type PublishEffect } from '~/commands/design/publish-effect.server'
import type { CalendarDate } from '~/domain/calendar-date'
import type { Id } from '~/domain/ids'
import { decidePublish, type ChangedPart, type ReadinessChange } from '~/domain/publishing'
import type { Readiness } from '~/domain/readiness'
import { idParam, type PageContext } from '~/server/guard.server'
import { findProgram } from '~db/queries/program.server'
import type { FindingView } from './design-view'
import { anchorOf } from './finding-anchor'

type Change = { readonly name: string; readonly before: Readiness; readonly after: Readiness }

export type PublishView = {
  readonly programId: Id<'program'>
  readonly role: string
  /** Null where there is no draft. */
  readonly effect: {
    readonly number: number
    readonly isFirst: boolean
    readonly contentHash: string
    readonly blocking: readonly FindingView[]
    readonly added: readonly { readonly name: string; readonly countsFrom: CalendarDate | null }[]
    readonly removed: readonly string[]
    readonly changed: readonly {
      readonly name: string
      readonly parts: readonly ChangedPart[]
      readonly isDefinition: boolean
    }[]
    readonly hasOtherDuties: boolean
    readonly hasOtherOrder: boolean
    readonly gains: readonly Change[]
    readonly loses: readonly Change[]
    readonly others: readonly {
      readonly programId: Id<'program'>
      readonly role: string
      readonly names: readonly string[]
      readonly peopleCount: number
      readonly gains: readonly Change[]
      readonly loses: readonly Change[]
    }[]
    readonly people: readonly {
      readonly personId: Id<'person'>
      readonly name: string
      readonly readiness: Readiness
    }[]
    /** Why it cannot be published now, by code; null where it can. */
    readonly refusal: 'blocked' | 'unchanged' | 'second-person-needed' | null
    readonly isWithoutSecondPerson: boolean
  } | null
}

/** The effect of publishing, before anybody does. @throws NotFound */
export async function publishPage({ db, actor, today, params }: PageContext): Promise<PublishView> {
  authorize(actor, 'edit-draft')
  const programId = idParam(params, 'programId', 'program')
  const program = await findProgram(db, { organisationId: actor.organisationId, programId })
  const effect = await findPublishEffect(db, { actor, programId }, today)
  return { programId, role: program.roleTitle, effect: effect && effectView(effect) }
}

function effectView(effect: PublishEffect): NonNullable<PublishView['effect']> {
  const { design, before, difference, readiness } = effect
  const names = new Map(
    [...(before?.requirements ?? []), ...design.requirements].map((each) => [each.qualificationId, each.name]),
  )
  const nameOf = (id: Id<'qualification'>) => names.get(id) ?? ''
  const decided = decidePublish(effect)
  return {
    number: effect.program.draft?.number ?? 1,
    isFirst: before === null,
    contentHash: effect.contentHash,
    blocking: effect.findings
      .filter((finding) => finding.isBlocking)
      .map((finding) => ({ ...finding, anchor: anchorOf(finding) })),
    added: difference.added.map((id) => ({ name: nameOf(id), countsFrom: effect.countsFrom.get(id) ?? null })),
    removed: difference.removed.map(nameOf),
    changed: difference.changed.map(({ qualificationId, parts, choices }) => ({
      name: nameOf(qualificationId),
      parts,
      isDefinition: choices.length > 0,
    })),
    hasOtherDuties: before !== null && difference.hasOtherDuties,
    hasOtherOrder: difference.hasOtherOrder,
    gains: readiness.gains.map(changeView),
    loses: readiness.loses.map(changeView),
    others: effect.others.map((other) => ({
      programId: other.program.programId,
      role: other.program.roleTitle,
      names: other.qualificationIds.map(nameOf),
      peopleCount: other.peopleCount,
      gains: other.readiness.gains.map(changeView),
      loses: other.readiness.loses.map(changeView),
    })),
    people: effect.people,
    refusal: decided.ok ? null : decided.problem.code,
    isWithoutSecondPerson: decided.ok && decided.value.isWithoutSecondPerson,
  }
}

function changeView({ name, before, after }: ReadinessChange): Change {
  return { name, before, after }
}
