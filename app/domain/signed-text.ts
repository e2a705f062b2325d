/**
 * The text a signature stands under: person, qualification, version of the criteria, evidence and meaning, built on the
 * server and kept with the assessment (SECURITY D11). It is part of the record, not of the interface, so it stays in
 * the words it was signed in.
 */
import type { Criterion } from './assessment-rule'
import type { CalendarDate } from './calendar-date'
import type { VerdictOnCriterion } from './sittings'
import type { MethodKind, OverallVerdict } from './vocabulary'

export type SignedFacts = {
  readonly personName: string
  readonly qualificationName: string
  readonly statement: string
  readonly roleTitle: string
  readonly versionNumber: number
  /** Name of the level reached; null where there is one level. */
  readonly levelName: string | null
  readonly verdict: OverallVerdict
  readonly performedOn: CalendarDate
  readonly methodKind: MethodKind
  readonly criteria: readonly Criterion[]
  readonly verdicts: readonly VerdictOnCriterion[]
  readonly isAllAtOnce: boolean
  readonly note: string
  readonly evidenceHashes: readonly string[]
  readonly assessorName: string
}

const meaning: Record<OverallVerdict, string> = {
  mastered: 'has demonstrated this to the standard',
  'not-yet': 'has not yet demonstrated this to the standard',
  continues: 'has shown part of this; the demonstration continues',
}

/** One fact a line, always in this order. */
export function signedText(facts: SignedFacts): string {
  const said = new Map(facts.verdicts.map(({ criterionId, verdict }) => [criterionId, verdict]))
  const criteria = facts.criteria.flatMap((criterion) => {
    const verdict = said.get(criterion.id)
    return verdict ? [`- ${criterion.text}: ${verdict}`] : []
  })
  return [
    `${facts.assessorName} records that ${facts.personName} ${meaning[facts.verdict]}.`,
    `Qualification: ${facts.qualificationName}${facts.levelName ? `, ${facts.levelName}` : ''}`,
    `Statement: ${facts.statement}`,
    `Program: ${facts.roleTitle}, version ${facts.versionNumber}`,
    `Performed on ${facts.performedOn}, shown by ${facts.methodKind}`,
    facts.isAllAtOnce ? 'Criteria, all at once:' : 'Criteria:',
    ...criteria,
    ...(facts.note ? [`Note: ${facts.note}`] : []),
    ...facts.evidenceHashes.map((hash) => `Evidence: ${hash}`),
  ].join('\n')
}
