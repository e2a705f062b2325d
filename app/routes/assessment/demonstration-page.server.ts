import { authorize } from '~/commands/command.server'
import type { CalendarDate } from '~/domain/calendar-date'
import type { Id } from '~/domain/ids'
import { NotFound } from '~/domain/refusals'
import { idParam, type PageContext } from '~/server/guard.server'
import { cellPage, type CellView, type PersonName } from '~/routes/tracker/cell-page.server'
import { listFeedback, type Feedback } from '~db/queries/attempts.server'
import { findDemonstration } from '~db/queries/demonstration.server'
import { isMyPerson } from '~db/queries/signers.server'

/** `/queue/:demonstrationId`: evidence and criteria side by side. */
export interface DemonstrationPageView {
  readonly demonstrationId: Id<'demonstration'>
  readonly today: CalendarDate
  readonly zone: string
  /** The name that will stand under it. */
  readonly me: PersonName
  readonly cell: CellView
  /** Null once it is closed: assessed or withdrawn. */
  readonly open: CellView['demonstration']
  /** Who else may sign it, for handing over. */
  readonly others: readonly PersonName[]
  /** What was said before, newest first. */
  readonly earlier: readonly Feedback[]
  readonly mayHandOver: boolean
  /** The person named the assessor: giving it up is declining, which says why. */
  readonly isChosenByPerson: boolean
}

/**
 * Read model of one demonstration for whoever may assess it, has it, or manages the person. To all others it is absent,
 * the person themselves included: theirs is My path. @throws NotFound
 */
export async function demonstrationPage(context: PageContext): Promise<DemonstrationPageView> {
  const { db, actor, signedIn, today, params } = context
  authorize(actor, 'read-own-record', { isSelf: true })
  const { organisationId, personId: viewerId } = actor
  const demonstrationId = idParam(params, 'demonstrationId', 'demonstration')
  const found = await findDemonstration(db, organisationId, demonstrationId)
  if (found.program_id === null || found.person_id === viewerId) throw new NotFound()
  const cell = await cellPage({
    ...context,
    params: { programId: found.program_id, personId: found.person_id, qualificationId: found.qualification_id },
  })
  const isMine = found.assessor_id === viewerId
  const maySign = cell.assessors.some((one) => one.id === viewerId)
  const isManager = await isMyPerson(db, { organisationId, managerId: viewerId, personId: found.person_id }, today)
  if (!isMine && !maySign && !isManager) throw new NotFound()
  const open = cell.demonstration?.id === demonstrationId ? cell.demonstration : null
  return {
    demonstrationId,
    today,
    zone: signedIn.organisation.timeZone,
    me: { id: viewerId, name: signedIn.personName },
    cell,
    open,
    others: cell.assessors.filter((one) => one.id !== viewerId && one.id !== open?.assessor?.id),
    earlier: await listFeedback(db, {
      organisationId,
      personId: found.person_id,
      qualificationIds: [found.qualification_id],
    }),
    mayHandOver: open !== null && (isMine || isManager),
    isChosenByPerson: found.is_chosen_by_person === 1,
  }
}
