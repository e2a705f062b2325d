import { authorize } from '~/commands/command.server'
import { mayEver } from '~/domain/access'
import { reviewDesign } from '~/domain/design-review'
import type { Id } from '~/domain/ids'
import { wizardProgress, type StepState } from '~/domain/wizard'
import type { PageContext } from '~/server/guard.server'
import { findDesign } from '~db/queries/design.server'
import { listPrograms, listTakingPart } from '~db/queries/program.server'

export interface ProgramsView {
  readonly mayEdit: boolean
  readonly programs: readonly {
    readonly id: Id<'program'>
    readonly role: string
    readonly family: string
    readonly draftNumber: number | null
    readonly publishedNumber: number | null
    readonly peopleCount: number
    readonly qualificationCount: number
    readonly steps: readonly StepState[]
  }[]
}

/** Every program with its state, who takes part and how far its eight steps are. @throws NotFound */
export async function programsPage({ db, actor, today }: PageContext): Promise<ProgramsView> {
  authorize(actor, 'read-draft')
  const { organisationId } = actor
  const everybody = await listTakingPart(db, { organisationId, roleId: null }, today)
  const programs: ProgramsView['programs'][number][] = []
  for (const program of await listPrograms(db, { organisationId })) {
    const version = program.draft ?? program.published
    if (!version) continue
    const design = await findDesign(db, { organisationId, versionId: version.id, program }, today)
    programs.push({
      id: program.programId,
      role: program.roleTitle,
      family: design.role.family,
      draftNumber: program.draft?.number ?? null,
      publishedNumber: program.published?.number ?? null,
      peopleCount: everybody.filter(({ roleId }) => roleId === program.roleId).length,
      qualificationCount: design.requirements.length,
      steps: wizardProgress(design, reviewDesign(design)).map(({ state }) => state),
    })
  }
  return { mayEdit: mayEver(actor, 'edit-draft'), programs }
}
