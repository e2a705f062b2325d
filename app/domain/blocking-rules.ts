/** The rules of the design review that block publishing (DESIGN section 3), one function each. */
import { levelCount } from './assessment-rule'
import { rulesOfDesign } from './design'
import type { BlockingRuleName, ReviewedRequirement, ReviewRule } from './design-review'
import { findCycle, mustsRequiringNonMusts } from './unlocking'
import type { DesignStep } from './vocabulary'

export const blockingRules: Readonly<Record<BlockingRuleName, ReviewRule>> = {
  'no-must': ({ requirements }) => (requirements.some((each) => each.isMust) ? [] : [{ step: 'qualifications' }]),

  cycle: ({ design }) => {
    const edges = design.requirements.flatMap((each) => each.prerequisiteIds.map((from) => ({ from, to: each.id })))
    const path = findCycle(edges)
    if (!path) return []
    const names = path.map((id) => design.requirements.find((each) => each.id === id)?.name ?? '')
    return [{ step: 'qualifications', facts: { path: names.join(' → ') } }]
  },

  'must-without-statement': mustLacking('mastery', (each) => each.effective.statement.trim() === ''),

  'must-without-criterion': mustLacking(
    'mastery',
    (each) => !each.effective.criteria.some(({ isRequired, text }) => isRequired && text.trim() !== ''),
  ),

  'must-without-method': mustLacking('demonstration', (each) => each.effective.methods.length === 0),

  'nobody-can-assess': ({ requirements, surroundings }) =>
    requirements.flatMap((each) => {
      const people = surroundings.unassessable.filter(({ qualificationId }) => qualificationId === each.qualificationId)
      if (people.length === 0) return []
      const names = people.map(({ personName }) => personName).join(', ')
      return [{ step: 'assessment', qualificationId: each.qualificationId, facts: { name: each.name, people: names } }]
    }),

  'must-requires-non-must': ({ design, requirements }) => {
    const nameOf = new Map(requirements.map((each) => [each.qualificationId, each.name]))
    return mustsRequiringNonMusts(rulesOfDesign(design)).map(({ must, requires }) => ({
      step: 'qualifications',
      qualificationId: must,
      subject: `${must} ${requires}`,
      facts: { name: nameOf.get(must) ?? '', requires: nameOf.get(requires) ?? '' },
    }))
  },

  'level-not-on-scale': ({ requirements }) =>
    requirements.flatMap((each) => {
      const count = levelCount(each.effective)
      const isOnScale = Number.isInteger(each.level) && each.level >= 1 && each.level <= count
      const facts = { name: each.name, level: String(each.level), count: String(count) }
      return isOnScale ? [] : [{ step: 'qualifications', qualificationId: each.qualificationId, facts }]
    }),
}

function mustLacking(step: DesignStep, lacks: (each: ReviewedRequirement) => boolean): ReviewRule {
  return ({ requirements }) =>
    requirements
      .filter((each) => each.isMust && lacks(each))
      .map((each) => ({ step, qualificationId: each.qualificationId, facts: { name: each.name } }))
}
