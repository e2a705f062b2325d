import { effectiveProcesses, effectiveRevision, type StepFive } from '~/domain/assessment-rule'
import type { Design } from '~/domain/design'
import type { Finding } from '~/domain/design-review'
import type { Id } from '~/domain/ids'
import type { ValidityOverrides } from '~/domain/settings'
import { pipsOf } from '~/domain/wizard'
import { unobservableWording } from '~/domain/wording'
import type { QualificationView, RuleView, ValidityView } from './design-view'

type Around = {
  readonly programId: Id<'program'>
  readonly positions: readonly {
    readonly qualificationId: Id<'qualification'>
    readonly x: number
    readonly y: number
  }[]
  readonly findings: readonly Finding[]
  readonly library: readonly {
    readonly id: Id<'qualification'>
    readonly formerNames: readonly string[]
    readonly isPublished: boolean
    readonly usedBy: readonly { readonly programId: Id<'program'>; readonly roleTitle: string }[]
  }[]
}

/** Every qualification of a design with what steps 2 to 7 say, in the order of the columns. */
export function qualificationViews(design: Design, around: Around): QualificationView[] {
  const qualificationOf = new Map(design.requirements.map((each) => [each.id, each.qualificationId]))
  return design.requirements.map((each) => {
    const { qualificationId, revision } = each
    const entry = around.library.find(({ id }) => id === qualificationId)
    const position = around.positions.find((known) => known.qualificationId === qualificationId)
    const effective = effectiveRevision(revision, design.defaults, each)
    const pips = pipsOf(each, design)
    const { assessorKinds, namedAssessorIds } = effective.assessment
    const blocking = around.findings.filter(
      (finding) => finding.isBlocking && finding.qualificationId === qualificationId,
    )
    return {
      requirementId: each.id,
      qualificationId,
      revisionId: each.revisionId,
      name: each.name,
      formerNames: entry?.formerNames ?? [],
      kind: each.kind,
      isKindOpen: !entry?.isPublished,
      usedBy: (entry?.usedBy ?? [])
        .filter(({ programId }) => programId !== around.programId)
        .map(({ roleTitle }) => roleTitle),
      level: each.level,
      need: each.need,
      withinDays: each.withinDays,
      class: each.class,
      groupId: each.groupId,
      isCritical: each.isCritical,
      countsFrom: each.countsFrom,
      dutyIds: each.dutyIds,
      siteIds: each.siteIds,
      teamIds: each.teamIds,
      needsIds: each.prerequisiteIds.flatMap((id) => qualificationOf.get(id) ?? []),
      position: position ? { x: position.x, y: position.y } : null,
      statement: revision.statement,
      threshold: revision.threshold,
      levelLabels: revision.levelLabels,
      criteria: revision.criteria.map((criterion) => ({ ...criterion, wording: unobservableWording(criterion.text) })),
      validity: validityView(revision.validity),
      effectiveValidity: effective.validity,
      lighterRenewal: revision.lighterRenewal,
      methods: revision.methods,
      rule: ruleView(revision.assessment),
      effectiveRule: effective.assessment,
      processes: each.processes,
      resources: each.resources,
      pips,
      isDone: {
        mastery: Object.values(pips).every(Boolean),
        demonstration: effective.methods.length > 0,
        assessment: assessorKinds.some((kind) => kind !== 'named' || namedAssessorIds.length > 0),
        learning: effectiveProcesses(each.processes, design.defaults).length > 0,
        resources: each.resources.length > 0,
      },
      blockingSteps: [...new Set(blocking.map(({ step }) => step))],
    }
  })
}

/** Step 5 as said, with null where it inherits. */
export function ruleView(rule: StepFive): RuleView {
  return {
    assessorKinds: rule.assessorKinds ?? null,
    namedAssessorIds: rule.namedAssessorIds ?? null,
    signatures: rule.signatures ?? null,
    mustHold: rule.mustHold ?? null,
    turnaroundDays: rule.turnaroundDays ?? null,
    waitingDays: rule.waitingDays ?? null,
    coachingAfter: rule.coachingAfter === null ? 'never' : (rule.coachingAfter ?? null),
    isQuickAllowed: rule.isQuickAllowed ?? null,
    needsReauthentication: rule.needsReauthentication ?? null,
  }
}

/** Validity as said, with null where nothing is. */
export function validityView(validity: ValidityOverrides): ValidityView {
  return {
    kind: validity.kind ?? null,
    months: validity.months ?? null,
    repeatMonths: validity.repeatMonths ?? null,
    fixedDay: validity.fixedDay ?? null,
    renewalWindowDays: validity.renewalWindowDays ?? null,
  }
}
