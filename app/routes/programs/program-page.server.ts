import { authorize } from '~/commands/command.server'
import { reviewDesign } from '~/domain/design-review'
import { nextUnfinished, wizardProgress } from '~/domain/wizard'
import { paths } from '~/paths'
import { idParam, type PageContext } from '~/server/guard.server'
import { redirectWithin } from '~/server/respond.server'
import { findDesign } from '~db/queries/design.server'
import { findProgram } from '~db/queries/program.server'

/** The way into a program: the first unfinished step of its draft, else the tracker of what is published. */
export async function programPage({ db, actor, today, params }: PageContext): Promise<null> {
  authorize(actor, 'read-draft')
  const programId = idParam(params, 'programId', 'program')
  const { organisationId } = actor
  const program = await findProgram(db, { organisationId, programId })
  if (!program.draft) throw redirectWithin(paths.programTracker(programId))
  const design = await findDesign(db, { organisationId, versionId: program.draft.id, program }, today)
  const step = nextUnfinished(wizardProgress(design, reviewDesign(design)))
  throw redirectWithin(paths.design(programId, step ?? 'tracker'))
}
