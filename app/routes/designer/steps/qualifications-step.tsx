import { Link, useSearchParams } from '@remix-run/react'
import { stepsText } from '~/text/designer-steps.en'
import { SegmentedLinks } from '~/ui/segmented'
import type { DesignView, QualificationView } from '../design-view'
import { MapEditor } from '../map/map-editor'
import { useDesign } from '../use-design'
import { QualificationsOutline } from './qualifications-outline'
import { RequirementInspector } from './requirement-inspector'
import { StepProblem } from './step-acts'
import { StepIntro } from './step-intro'

const text = stepsText.qualifications

/** Step 2: what somebody must know, do, have done and be like; as a list or as a map, with one inspector for both. */
export function QualificationsStep() {
  const view = useDesign()
  const { isMap, hrefOf, closeInspector } = useStepUrl()
  const selected = view.qualifications.find(({ qualificationId }) => qualificationId === view.selectedId) ?? null
  return (
    <div className="flex min-w-0 grow md:min-h-0">
      <div className="flex min-w-0 grow flex-col md:min-h-0">
        <StepIntro
          step="qualifications"
          actions={
            <SegmentedLinks label={text.view}>
              <Link
                to={hrefOf({ view: null })}
                preventScrollReset
                className="seg-item"
                aria-current={isMap ? undefined : 'page'}
              >
                {text.asList}
              </Link>
              <Link
                to={hrefOf({ view: 'map' })}
                preventScrollReset
                className="seg-item"
                aria-current={isMap ? 'page' : undefined}
              >
                {text.asMap}
              </Link>
            </SegmentedLinks>
          }
        />
        {!selected && <StepProblem className="mx-4 mt-3" />}
        {isMap ? (
          <MapEditor hrefOf={hrefOf} />
        ) : (
          <div className="min-w-0 grow md:overflow-y-auto">
            <QualificationsOutline hrefOf={hrefOf} />
          </div>
        )}
      </div>
      {selected && (
        <RequirementInspector
          key={selected.qualificationId}
          view={view}
          qualification={selected}
          hrefOf={hrefOf}
          onClose={closeInspector}
        />
      )}
    </div>
  )
}

export type StepHref = (change: {
  qualification?: QualificationView['qualificationId'] | null
  view?: 'map' | null
}) => string

/** View and selection are in the URL; a change of one keeps the other. */
function useStepUrl(): { isMap: boolean; hrefOf: StepHref; closeInspector: () => void } {
  const [params, setParams] = useSearchParams()
  function changed(change: Record<string, string | null | undefined>): URLSearchParams {
    const next = new URLSearchParams(params)
    for (const [name, value] of Object.entries(change)) {
      if (value === null) next.delete(name)
      else if (value !== undefined) next.set(name, value)
    }
    return next
  }
  return {
    isMap: params.get('view') === 'map',
    hrefOf: (change) => `?${changed(change).toString()}`,
    closeInspector: () => setParams(changed({ qualification: null }), { preventScrollReset: true, replace: true }),
  }
}

/** Which of the design's qualifications need this one. */
export function openedBy(view: DesignView, id: QualificationView['qualificationId']): readonly QualificationView[] {
  return view.qualifications.filter(({ needsIds }) => needsIds.includes(id))
}
