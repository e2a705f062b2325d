import { fieldText } from '~/domain/design-field'
import { designerText } from '~/text/designer.en'
import { useDesign } from '../use-design'
import { SavedNumber } from './saved-fields'

const text = designerText.tracker

/** How many of each team must hold each qualification: a table from tablets on, a list per qualification on a phone. */
export function CoverageTable() {
  const { qualifications, teams, tracker } = useDesign()
  if (teams.length === 0) return <p className="text-ink-3">{text.noTeams}</p>
  if (qualifications.length === 0) return <p className="text-ink-3">{text.noQualifications}</p>
  const minimumOf = (qualificationId: string, teamId: string) =>
    tracker.coverage.find((each) => each.qualificationId === qualificationId && each.teamId === teamId)?.minimum ?? null
  return (
    <div className="overflow-x-auto">
      <table className="w-full border-collapse text-left max-md:block">
        <thead className="max-md:hidden">
          <tr className="border-b border-line text-t12 text-ink-2">
            <th scope="col" className="py-2 pr-3 font-strong">
              {text.qualification}
            </th>
            {teams.map((team) => (
              <th key={team.id} scope="col" className="w-28 px-1 py-2 font-strong">
                {team.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="max-md:block">
          {qualifications.map(({ qualificationId, name }) => (
            <tr
              key={qualificationId}
              className="border-b border-line max-md:grid max-md:grid-cols-2 max-md:gap-2 max-md:py-3"
            >
              <th scope="row" className="py-1 pr-3 font-regular max-md:col-span-2 max-md:font-strong">
                {name}
              </th>
              {teams.map((team) => (
                <td key={team.id} className="px-1 py-1">
                  <span aria-hidden className="text-t12 text-ink-2 md:hidden">
                    {team.name}
                  </span>
                  <SavedNumber
                    intent="set-coverage"
                    ids={{ qualificationId, teamId: team.id }}
                    value={fieldText(minimumOf(qualificationId, team.id))}
                    label={text.coverageOf(name, team.name)}
                    hideLabel
                    min={0}
                    max={1000}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
