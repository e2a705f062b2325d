import type { Db } from '~db/client.server'
import {
  checkSqliteFile,
  findChainFault,
  listChains,
  listStandingFaults,
  type ChainFault,
} from '~db/queries/verify.server'

/** One line of `npm run verify`. */
export interface Finding {
  readonly isGood: boolean
  readonly line: string
}

const whyText: Record<ChainFault['why'], string> = {
  missing: 'an event is missing',
  changed: 'an event was changed after it was recorded',
  unlinked: 'an event does not follow the one before it',
  'cut-off': 'the end of the chain is not the one last recorded',
}

/**
 * Proves that what is stored is what was recorded: the file is whole, every reference holds, every organisation's
 * chain can be computed anew, and every standing equals the fold of its events.
 */
export async function verifyRecord(db: Db, isSqlite: boolean): Promise<Finding[]> {
  const findings: Finding[] = []
  const say = (isGood: boolean, line: string) => findings.push({ isGood, line })
  if (isSqlite) {
    const { integrity, foreignKeys } = await checkSqliteFile(db)
    say(integrity === 'ok', integrity === 'ok' ? 'The file is whole.' : `The file is damaged: ${integrity}`)
    say(foreignKeys === 0, foreignKeys === 0 ? 'Every reference holds.' : `${foreignKeys} references lead nowhere.`)
  }
  for (const chain of await listChains(db)) {
    const fault = await findChainFault(db, chain)
    say(
      fault === null,
      fault === null
        ? `${chain.name}: the chain of ${chain.sequence} events holds, head ${chain.hash.slice(0, 16)}.`
        : `${chain.name}: the chain breaks at sequence ${fault.sequence}: ${whyText[fault.why]}.`,
    )
    const faults = await listStandingFaults(db, chain.organisationId)
    say(
      faults.length === 0,
      faults.length === 0
        ? `${chain.name}: every standing equals the fold of its events.`
        : `${chain.name}: standing differs from its events for ${faults.map((one) => `${one.personId}/${one.qualificationId}`).join(', ')}.`,
    )
  }
  return findings
}
