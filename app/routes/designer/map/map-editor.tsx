import { useNavigate } from '@remix-run/react'
import { lazy, Suspense, useMemo, useState } from 'react'
import type { MapActs, MapEntry } from '~/components/qualification-map'
import { isId, type Id } from '~/domain/ids'
import { stepsText } from '~/text/designer-steps.en'
import { Button } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { Spinner } from '~/ui/progress'
import { useToasts } from '~/ui/toast'
import { FromLibrary } from '../steps/from-library'
import type { StepHref } from '../steps/qualifications-step'
import { useIsFrozen, useStepActs } from '../steps/step-acts'
import type { DesignView } from '../design-view'
import { useDesign } from '../use-design'
import { AddOnMap } from './add-on-map'
import { RequiresDialog } from './requires-dialog'

const text = stepsText.qualifications
/** React Flow comes only with the map: the list, where most people work, does not pay for it. */
const QualificationMap = lazy(async () => ({
  default: (await import('~/components/qualification-map')).QualificationMap,
}))

/** Step 2 as a map: draw what comes first, move, add; what is selected opens the inspector. */
export function MapEditor({ hrefOf }: { hrefOf: StepHref }) {
  const view = useDesign()
  const navigate = useNavigate()
  const isFrozen = useIsFrozen()
  const { act } = useStepActs()
  const toasts = useToasts()
  const [asking, setAsking] = useState<string | null>(null)
  const { entries, edges, lanes, moved } = useMemo(() => mapOf(view), [view])

  const acts: MapActs = {
    onConnect: ({ from, to }) => act('add-prerequisite', { qualificationId: to, needsId: from }),
    onDisconnect: ({ from, to }) => act('remove-prerequisite', { qualificationId: to, needsId: from }),
    onMove: (qualificationId, { x, y }, laneId) => {
      const groupId = view.qualifications.find((each) => each.qualificationId === qualificationId)?.groupId ?? null
      // Dropped in the lane of another group: that is where it belongs now.
      if (groupId !== laneId) {
        act('change-requirement', { qualificationId, field: 'groupId', value: laneId ?? '', was: groupId ?? '' })
      }
      act('move-on-map', { qualificationId, x, y })
    },
    onAskRequires: setAsking,
  }

  function select(id: string | null) {
    if (id === view.selectedId || (id !== null && !isQualification(id))) return
    navigate(hrefOf({ qualification: id }), { preventScrollReset: true, replace: true })
  }

  if (entries.length === 0) {
    return (
      <EmptyState title={stepsText.list.none}>
        <p>{text.mapEmpty}</p>
      </EmptyState>
    )
  }
  return (
    <div className="flex min-h-0 grow flex-col max-md:h-[75dvh] max-md:flex-none">
      <Suspense fallback={<Loading />}>
        <QualificationMap
          entries={entries}
          edges={edges}
          lanes={lanes}
          moved={moved}
          selectedId={view.selectedId}
          onSelect={select}
          acts={isFrozen ? undefined : acts}
          tools={
            !isFrozen && (
              <>
                <AddOnMap />
                <FromLibrary />
                <Button
                  size="s"
                  variant="quiet"
                  onClick={() => {
                    act('arrange-map', {})
                    toasts.show({ id: 'tidied', text: text.tidied })
                  }}
                >
                  {text.tidy}
                </Button>
              </>
            )
          }
        />
      </Suspense>
      {asking !== null && <RequiresDialog view={view} qualificationId={asking} onClose={() => setAsking(null)} />}
    </div>
  )
}

function Loading() {
  return (
    <p role="status" className="flex items-center gap-2 p-4 text-ink-3">
      <Spinner />
      {text.mapLoading}
    </p>
  )
}

function isQualification(id: string): id is Id<'qualification'> {
  return isId('qualification', id)
}

function mapOf(view: DesignView) {
  const entries: MapEntry[] = view.qualifications.map((each) => ({
    id: each.qualificationId,
    laneId: each.groupId,
    name: each.name,
    kind: each.kind,
    requirementClass: each.class,
    need: each.need,
    isCritical: each.isCritical,
  }))
  const edges = view.qualifications.flatMap(({ qualificationId, needsIds }) =>
    needsIds.map((from) => ({ from: from as string, to: qualificationId as string })),
  )
  const lanes = view.groups.map(({ id, name, atLeast }) => ({
    id,
    name,
    note: atLeast === null ? undefined : text.atLeastNote(atLeast),
  }))
  const moved = view.qualifications.flatMap(({ qualificationId, position }) =>
    position ? [{ id: qualificationId as string, ...position }] : [],
  )
  return { entries, edges, lanes, moved }
}
