import { stepsText } from '~/text/designer-steps.en'
import type { QualificationView } from '../design-view'
import { useDesign } from '../use-design'
import { RuleFields } from './assessment-rule-fields'
import { builtInRule, programRule } from './inherited-rule'
import { MasterDetail } from './master-detail'
import { ProgramDefaults } from './program-defaults'
import { StepProblem, useIsFrozen } from './step-acts'

/** Step 5: who judges, how many sign, and by which rules. */
export function AssessmentStep() {
  const { defaults } = useDesign()
  const isFrozen = useIsFrozen()
  return (
    <MasterDetail
      step="assessment"
      defaults={
        <ProgramDefaults
          title={stepsText.assessment.rules}
          isSaid={Object.values(defaults.rule).some((each) => each !== null)}
        >
          <RuleFields
            intent="change-default-rule"
            rule={defaults.rule}
            inherited={builtInRule}
            isProgram
            disabled={isFrozen}
          />
        </ProgramDefaults>
      }
    >
      {(qualification) => <Assessment qualification={qualification} />}
    </MasterDetail>
  )
}

function Assessment({ qualification }: { qualification: QualificationView }) {
  const { defaults } = useDesign()
  const isFrozen = useIsFrozen()
  return (
    <div id="assessors" className="grid scroll-mt-16 gap-5">
      <StepProblem />
      <RuleFields
        intent="change-rule"
        ids={{ qualificationId: qualification.qualificationId }}
        rule={qualification.rule}
        inherited={programRule(defaults.rule, qualification.isCritical)}
        isCritical={qualification.isCritical}
        disabled={isFrozen}
      />
    </div>
  )
}
