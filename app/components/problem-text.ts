import type { Problem } from '~/domain/result'
import { assessmentProblems } from '~/text/assessment-problem.en'
import { peopleProblems } from '~/text/people-problem.en'
import { designerProblems, publishProblems } from '~/text/designer-problem.en'
import { generalProblems } from '~/text/problem.en'
import { recordProblems } from '~/text/record-problem.en'
import { trackerProblems } from '~/text/tracker-problem.en'

/** Sentences by problem code, area after area. Each area's record `satisfies` its union, so a missing one is a type error. */
const sentences: Readonly<Record<string, (facts: Readonly<Record<string, string>>) => string>> = {
  ...designerProblems,
  ...publishProblems,
  ...generalProblems,
  ...recordProblems,
  ...trackerProblems,
  ...peopleProblems,
  ...assessmentProblems,
}

/** The sentence for an expected failure. */
export function problemText(problem: Problem): string {
  const sentence = sentences[problem.code]
  return sentence ? sentence(problem.facts ?? {}) : (generalProblems.bug?.({}) ?? '')
}
