import type { Id } from '~/domain/ids'
import type { SigningRightKind } from '~/domain/may-sign'
import { chance, type Cell } from './cell-of-history'
import { signers as chosenSigners } from './history'
import type { Loading } from './loading.server'

export interface Signer {
  readonly key: string
  readonly personId: Id<'person'>
  readonly right: SigningRightKind
  readonly grantId: Id<'grant'> | null
}

/** Who signs for a person: those the rule names, most natural first; as many as there are signatures, at least. */
export function signatory(loading: Loading, cell: Cell): { managerId: Id<'person'>; signers: readonly Signer[] } {
  const { person, qualification } = cell
  const { assessment } = cell.requirement.definition
  const manager = person.manager ?? 'ragna'
  const found: Signer[] = []
  const add = (key: string, right: SigningRightKind) => {
    if (key === person.key || found.some((each) => each.key === key)) return
    const grantId = right === 'grant' ? loading.idOf('grant', `${key} ${qualification}`) : null
    found.push({ key, personId: loading.idOf('person', key), right, grantId })
  }
  for (const key of chosenSigners[qualification] ?? []) add(key, 'grant')
  if (assessment.assessorKinds.includes('manager')) add(manager, 'manager')
  if (assessment.assessorKinds.includes('named')) {
    const named = ['birte', 'anders', 'viktor', 'kaisa', 'bo'].filter((key) =>
      assessment.namedAssessorIds.includes(loading.idOf('person', key)),
    )
    const start = chance(person.key, Math.max(1, named.length))
    for (const key of [...named.slice(start), ...named.slice(0, start)]) add(key, 'named')
  }
  return { managerId: loading.idOf('person', manager), signers: found }
}
