import { Link } from '@remix-run/react'
import { fieldText } from '~/domain/design-field'
import { paths } from '~/paths'
import { designerText } from '~/text/designer.en'
import { Button, LinkButton } from '~/ui/button'
import { formatDate } from '~/ui/date'
import { SelectField } from '~/ui/inputs'
import { SectionHeading } from '~/ui/page-header'
import { TableList, TableListRow } from '~/ui/table-list'
import { useDesign } from '../use-design'
import { CoverageTable } from './coverage-table'
import { SavedCheckbox, SavedNumber, SavedSelect } from './saved-fields'
import { AddForm, StepProblem, useStepActs } from './step-acts'
import { StepIntro } from './step-intro'

const text = designerText.tracker

/** Step 8: who takes part and how the tracker works; then publish. */
export function TrackerStep() {
  return (
    <div className="min-w-0 grow md:overflow-y-auto">
      <StepIntro step="tracker" />
      <div className="grid max-w-220 gap-7 p-4 md:p-5">
        <StepProblem />
        <WhoTakesPart />
        <Settings />
        <section>
          <SectionHeading title={text.coverage} />
          <p className="pb-2 text-ink-2">{text.coverageHint}</p>
          <CoverageTable />
        </section>
        <Last />
      </div>
    </div>
  )
}

function WhoTakesPart() {
  const { participants, people, teams } = useDesign()
  const { act } = useStepActs()
  const holders = participants.filter(({ participation }) => participation === 'in-role')
  const candidates = participants.filter(({ participation }) => participation === 'candidate')
  const taking = new Set(participants.map(({ personId }) => personId))
  return (
    <section className="grid gap-3">
      <h2>{text.who}</h2>
      <p className="text-ink-2">{holders.length > 0 ? text.holders(holders.length) : text.noHolders}</p>
      {holders.length > 0 && (
        <p className="text-t12 break-words text-ink-3">{holders.map(({ name }) => name).join(', ')}</p>
      )}
      <h3 className="font-strong">{text.candidates}</h3>
      {candidates.length === 0 ? (
        <p className="text-ink-3">{text.noCandidates}</p>
      ) : (
        <TableList label={text.candidates}>
          {candidates.map((candidate) => (
            <TableListRow
              key={candidate.personId}
              title={candidate.name}
              detail={[
                candidate.teamName,
                candidate.targetOn && text.until(formatDate(candidate.targetOn, { locale: 'en-GB' })),
              ]
                .filter(Boolean)
                .join(', ')}
              end={
                candidate.candidacyId && (
                  <Button
                    size="s"
                    aria-label={text.endNamed(candidate.name)}
                    onClick={() => act('end-candidacy', { candidacyId: candidate.candidacyId ?? '' })}
                  >
                    {text.endCandidacy}
                  </Button>
                )
              }
            />
          ))}
        </TableList>
      )}
      <AddForm
        intent="add-candidates"
        label={text.addCandidates}
        className="grid items-end gap-3 sm:grid-cols-[1fr_1fr_auto]"
      >
        {({ errors }) => (
          <>
            <SelectField
              label={text.person}
              name="personIds"
              placeholder={text.choose}
              error={[...(errors.personIds ?? [])]}
              options={people.filter(({ id }) => !taking.has(id)).map(({ id, name }) => ({ value: id, label: name }))}
            />
            <SelectField
              label={text.team}
              name="teamIds"
              placeholder={text.choose}
              error={[...(errors.teamIds ?? [])]}
              options={teams.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <Button type="submit">{text.add}</Button>
          </>
        )}
      </AddForm>
    </section>
  )
}

function Settings() {
  const { tracker } = useDesign()
  const isNarrowed = tracker.organisationVisibility === 'own'
  const visibilities = isNarrowed ? (['own'] as const) : (['own', 'met'] as const)
  return (
    <section className="grid gap-4 sm:grid-cols-2">
      <SavedSelect
        intent="change-tracker"
        field="columnOrder"
        value={tracker.columnOrder}
        label={text.columnOrder}
        options={(['design', 'unlock', 'name'] as const).map((value) => ({ value, label: text.orders[value] }))}
      />
      <SavedSelect
        intent="change-tracker"
        field="colleagueVisibility"
        value={tracker.colleagueVisibility}
        label={text.visibility}
        hint={isNarrowed ? text.visibilityNarrowed : undefined}
        options={visibilities.map((value) => ({ value, label: text.visible[value] }))}
      />
      <SavedNumber
        intent="change-tracker"
        field="targetDays"
        value={fieldText(tracker.targetDays)}
        label={text.targetDays}
        hint={text.targetHint}
        min={1}
        max={3650}
        anchor="pace"
      />
      <SavedNumber
        intent="change-tracker"
        field="renewalAlertDays"
        value={fieldText(tracker.renewalAlertDays)}
        label={text.renewalAlertDays}
        min={1}
        max={365}
      />
      <SavedCheckbox
        intent="change-tracker"
        field="isWallBoardAllowed"
        value={fieldText(tracker.isWallBoardAllowed)}
        label={text.wallBoard}
        hint={text.wallBoardHint}
        className="sm:col-span-2"
      />
    </section>
  )
}

function Last() {
  const { tracker, programId } = useDesign()
  const { act } = useStepActs()
  return (
    <section className="flex flex-wrap items-center gap-3 border-t border-line pt-4">
      <h3 className="grow font-strong">{tracker.isConfirmed ? text.confirmed : text.last}</h3>
      {!tracker.isConfirmed && <Button onClick={() => act('confirm-tracker', {})}>{text.confirm}</Button>}
      <LinkButton variant="primary">
        <Link to={paths.publish(programId)}>{text.toPublish}</Link>
      </LinkButton>
    </section>
  )
}
