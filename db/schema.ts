/** Every table and its row, as Kysely sees them. Rows never leave `db/`: each query maps them to the domain's words. */
import type {
  OrganisationRow,
  ChainHeadRow,
  SiteRow,
  PersonRow,
  TeamRow,
  TeamMembershipRow,
  TeamLeadRow,
  ReportingLineRow,
  StandInRow,
  AbsenceRow,
  RoleRow,
  CareerStepRow,
  AssignmentRow,
  CandidacyRow,
} from './schema/people'
import type {
  QualificationRow,
  RevisionRow,
  CriterionRow,
  MethodRow,
  ProgramRow,
  ProgramVersionRow,
  DutyRow,
  RequirementGroupRow,
  RequirementRow,
  PrerequisiteRow,
  RequirementDutyRow,
  RequirementSiteRow,
  RequirementTeamRow,
  MapPositionRow,
  ProcessRow,
  ResourceRow,
  CoverageMinimumRow,
  DismissalRow,
} from './schema/design'
import type {
  LedgerKindRow,
  LedgerEventRow,
  StandingRow,
  ChangeRow,
  DemonstrationRow,
  EvidenceRow,
  AssessmentRow,
  CriterionVerdictRow,
  ExemptionRow,
  AskRow,
  TickRow,
} from './schema/record'
import type {
  GrantRow,
  InvitationRow,
  AccountRow,
  SessionRow,
  CredentialRow,
  VerificationRow,
  RateLimitRow,
  SignInAttemptRow,
} from './schema/rights'
import type { InstallationRow, SubmissionRow, RefusalRow, JobRow } from './schema/operation'

export interface Schema {
  organisation: OrganisationRow
  chain_head: ChainHeadRow
  site: SiteRow
  person: PersonRow
  team: TeamRow
  team_membership: TeamMembershipRow
  team_lead: TeamLeadRow
  reporting_line: ReportingLineRow
  stand_in: StandInRow
  absence: AbsenceRow
  role: RoleRow
  career_step: CareerStepRow
  assignment: AssignmentRow
  candidacy: CandidacyRow
  qualification: QualificationRow
  revision: RevisionRow
  criterion: CriterionRow
  method: MethodRow
  program: ProgramRow
  program_version: ProgramVersionRow
  duty: DutyRow
  requirement_group: RequirementGroupRow
  requirement: RequirementRow
  prerequisite: PrerequisiteRow
  requirement_duty: RequirementDutyRow
  requirement_site: RequirementSiteRow
  requirement_team: RequirementTeamRow
  map_position: MapPositionRow
  process: ProcessRow
  resource: ResourceRow
  coverage_minimum: CoverageMinimumRow
  dismissal: DismissalRow
  ledger_kind: LedgerKindRow
  ledger_event: LedgerEventRow
  standing: StandingRow
  change: ChangeRow
  demonstration: DemonstrationRow
  evidence: EvidenceRow
  assessment: AssessmentRow
  criterion_verdict: CriterionVerdictRow
  exemption: ExemptionRow
  ask: AskRow
  tick: TickRow
  grant: GrantRow
  invitation: InvitationRow
  account: AccountRow
  session: SessionRow
  credential: CredentialRow
  verification: VerificationRow
  rate_limit: RateLimitRow
  sign_in_attempt: SignInAttemptRow
  installation: InstallationRow
  submission: SubmissionRow
  refusal: RefusalRow
  job: JobRow
}
