import type { Finding, ReviewRuleName } from '~/domain/design-review'

/** The element of the step's page a finding links to; forms give these ids to their fields. */
const anchors: Readonly<Record<ReviewRuleName, string>> = {
  'no-must': 'qualifications',
  cycle: 'prerequisites',
  'must-without-statement': 'statement',
  'must-without-criterion': 'criteria',
  'must-without-method': 'methods',
  'nobody-can-assess': 'assessors',
  'must-requires-non-must': 'prerequisites',
  'level-not-on-scale': 'level',
  'criterion-not-observable': 'criteria',
  'threshold-incomplete': 'threshold',
  'only-one-way': 'methods',
  'place-without-assessor': 'assessors',
  'assessment-load': 'assessors',
  'no-resource': 'resources',
  'duty-without-qualification': 'duties',
  'qualification-without-duty': 'duties',
  'too-many': 'qualifications',
  unreachable: 'prerequisites',
  'validity-too-short': 'validity',
  'near-identical': 'name',
  'critical-without-renewal': 'validity',
}

/** The id of the field, without `#`. */
export function anchorOf({ rule }: Pick<Finding, 'rule'>): string {
  return anchors[rule]
}
