import { fieldText } from '~/domain/design-field'
import { stepsText } from '~/text/designer-steps.en'
import { useToasts } from '~/ui/toast'
import { useDesign } from '../use-design'
import { useStepActs } from './step-acts'

/**
 * Takes a qualification out of the design, with a way back: undo takes it from the library again and says once more what
 * was said about it here (what it says about itself never went away).
 */
export function useRemoveRequirement(): (qualificationId: string) => void {
  const view = useDesign()
  const { act } = useStepActs()
  const toasts = useToasts()
  return (qualificationId) => {
    const gone = view.qualifications.find((each) => each.qualificationId === qualificationId)
    if (!gone) return
    const inGroup = view.qualifications.filter(({ groupId }) => groupId === gone.groupId)
    const waiting = view.qualifications.filter(({ needsIds }) => needsIds.includes(gone.qualificationId))
    act('remove-requirement', { qualificationId })

    function restore() {
      if (!gone) return
      const { groupId } = gone
      act('add-from-library', { qualificationIds: [qualificationId], ...(groupId ? { groupId } : {}) })
      for (const field of ['need', 'withinDays', 'class', 'isCritical', 'level'] as const) {
        act('change-several', { qualificationIds: [qualificationId], field, value: fieldText(gone[field]) })
      }
      act('set-requirement-duties', { qualificationId, dutyIds: gone.dutyIds })
      act('set-requirement-places', { qualificationId, siteIds: gone.siteIds, teamIds: gone.teamIds })
      if (gone.needsIds.length > 0) act('set-prerequisites', { qualificationId, needsIds: gone.needsIds })
      for (const each of waiting) {
        act('add-prerequisite', { qualificationId: each.qualificationId, needsId: qualificationId })
      }
      const by = inGroup.indexOf(gone) - (inGroup.length - 1)
      if (by !== 0) act('move-requirement', { qualificationId, by })
    }

    toasts.show({
      id: `removed ${qualificationId}`,
      text: stepsText.qualifications.removed(gone.name),
      action: { label: stepsText.qualifications.undo, onAct: restore },
    })
  }
}
