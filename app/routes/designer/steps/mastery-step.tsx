import { fieldText } from '~/domain/design-field'
import { stepsText } from '~/text/designer-steps.en'
import type { QualificationView } from '../design-view'
import { useDesign } from '../use-design'
import { CriteriaEditor } from './mastery-criteria'
import { LevelsEditor } from './mastery-levels'
import { ValidityFields } from './mastery-validity'
import { MasterDetail } from './master-detail'
import { ProgramDefaults } from './program-defaults'
import { SavedArea, SavedNumber } from './saved-fields'
import { StepProblem, useIsFrozen } from './step-acts'

const text = stepsText.mastery

/** Step 3: what somebody does who has mastered it, how well, by which criteria, and how long it lasts. */
export function MasteryStep() {
  const { defaults, isFrozen } = useDesign()
  return (
    <MasterDetail
      step="mastery"
      defaults={
        <ProgramDefaults title={text.validity} isSaid={defaults.validity.kind !== null}>
          <ValidityFields
            intent="change-default-validity"
            validity={defaults.validity}
            inherited={null}
            disabled={isFrozen}
          />
        </ProgramDefaults>
      }
    >
      {(qualification) => <Mastery qualification={qualification} />}
    </MasterDetail>
  )
}

function Mastery({ qualification }: { qualification: QualificationView }) {
  const isFrozen = useIsFrozen()
  const { qualificationId } = qualification
  const ids = { qualificationId }
  const { defaults } = useDesign()
  return (
    <>
      <StepProblem />
      <SavedArea
        intent="change-mastery"
        ids={ids}
        field="statement"
        value={qualification.statement}
        anchor="statement"
        disabled={isFrozen}
        label={text.statement}
        hint={text.statementHint}
      />
      <Threshold qualification={qualification} isFrozen={isFrozen} />
      <LevelsEditor key={qualification.levelLabels.join('\n')} qualification={qualification} isFrozen={isFrozen} />
      <CriteriaEditor qualification={qualification} isFrozen={isFrozen} />
      <div id="validity" className="scroll-mt-16">
        <ValidityFields
          intent="change-validity"
          ids={ids}
          validity={qualification.validity}
          inherited={defaults.validity}
          disabled={isFrozen}
        />
      </div>
      <SavedArea
        intent="change-mastery"
        ids={ids}
        field="lighterRenewal"
        value={qualification.lighterRenewal}
        disabled={isFrozen}
        label={text.lighter}
        hint={text.lighterHint}
        placeholder={text.lighterPlaceholder}
        rows={1}
      />
    </>
  )
}

type ThresholdField =
  'scope' | 'accuracy' | 'timeLimit' | 'amount' | 'period' | 'confirmedBy' | 'occasions' | 'observers'

/** How well, in the parts its kind has (DESIGN section 3, step 3). */
function Threshold({ qualification, isFrozen }: { qualification: QualificationView; isFrozen: boolean }) {
  const { threshold, qualificationId } = qualification
  const ids = { qualificationId }
  function line(field: ThresholdField, value: string, placeholder: string) {
    const saved = { intent: 'change-mastery' as const, ids, field, value, disabled: isFrozen }
    // Grows with its text: a threshold is read whole or misread.
    return <SavedArea key={field} {...saved} rows={1} label={text[field]} placeholder={placeholder} />
  }
  function count(field: ThresholdField, value: number | null) {
    const saved = { intent: 'change-mastery' as const, ids, field, value: fieldText(value), disabled: isFrozen }
    return <SavedNumber key={field} {...saved} label={text[field]} min={1} max={1000} />
  }
  function parts() {
    switch (threshold.kind) {
      case 'skill':
        return [
          line('scope', threshold.scope, text.placeholder.skill.scope),
          line('accuracy', threshold.accuracy, text.placeholder.skill.accuracy),
          line('timeLimit', threshold.time, text.placeholder.skill.timeLimit),
        ]
      case 'knowledge':
        return [
          line('scope', threshold.scope, text.placeholder.knowledge.scope),
          line('accuracy', threshold.accuracy, text.placeholder.knowledge.accuracy),
        ]
      case 'experience':
        return [
          line('amount', threshold.amount, text.placeholder.experience.amount),
          line('period', threshold.period, text.placeholder.experience.period),
          line('confirmedBy', threshold.confirmedBy, text.placeholder.experience.confirmedBy),
        ]
      case 'disposition':
        return [count('occasions', threshold.occasions), count('observers', threshold.observers)]
    }
  }
  return (
    <fieldset id="threshold" className="scroll-mt-16">
      <legend className="label mb-1">{text.howWell}</legend>
      <div className="grid grid-cols-[repeat(auto-fit,minmax(150px,1fr))] items-start gap-2">{parts()}</div>
    </fieldset>
  )
}
