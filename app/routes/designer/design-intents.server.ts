import { addCriteria, changeCriterion, moveCriterion, removeCriterion } from '~/commands/design/criterion.server'
import { dismissAdvice, restoreAdvice } from '~/commands/design/advice.server'
import { copyFrom } from '~/commands/design/copy-from.server'
import { addDefaultMethod, changeDefaultMethod, removeDefaultMethod } from '~/commands/design/default-method.server'
import { addDuties, changeDuty, moveDuty, removeDuty } from '~/commands/design/duty.server'
import { addGroups, changeGroup, moveGroup, removeGroup } from '~/commands/design/group.server'
import type { DesignIntent } from '~/commands/design/inputs'
import { arrangeMap, moveOnMap } from '~/commands/design/map.server'
import { changeMastery, changeValidity, setLevels } from '~/commands/design/mastery.server'
import { addMethod, changeMethod, moveMethod, removeMethod } from '~/commands/design/method.server'
import { addPrerequisite, removePrerequisite, setPrerequisites } from '~/commands/design/prerequisite.server'
import { addProcess, changeProcess, moveProcess, removeProcess } from '~/commands/design/process.server'
import {
  addFromLibrary,
  addQualifications,
  changeKind,
  moveRequirement,
  removeRequirement,
  renameQualification,
} from '~/commands/design/qualification.server'
import {
  changeRequirement,
  changeSeveral,
  setRequirementDuties,
  setRequirementPlaces,
} from '~/commands/design/requirement.server'
import { addResource, changeResource, moveResource, removeResource } from '~/commands/design/resource.server'
import { changeRole, setNextRoles } from '~/commands/design/role.server'
import { changeDefaultRule, changeDefaultValidity, changeRule } from '~/commands/design/rule.server'
import {
  addCandidates,
  changeTracker,
  confirmTracker,
  endCandidacy,
  setCoverage,
} from '~/commands/design/tracker.server'
import { discardDraft, startDraft } from '~/commands/design/version.server'
import { paths } from '~/paths'
import { intent, type Intent } from '~/server/guard.server'

/** Every intention a form of the designer may name. */
export const designIntents: Readonly<Record<DesignIntent, Intent>> = {
  'start-draft': intent(startDraft),
  'discard-draft': intent(discardDraft, { then: ({ programId }) => paths.design(programId, 'role') }),
  'change-role': intent(changeRole),
  'set-next-roles': intent(setNextRoles),
  'add-duties': intent(addDuties),
  'change-duty': intent(changeDuty),
  'move-duty': intent(moveDuty),
  'remove-duty': intent(removeDuty),
  'add-qualifications': intent(addQualifications),
  'add-from-library': intent(addFromLibrary),
  'rename-qualification': intent(renameQualification),
  'change-kind': intent(changeKind),
  'remove-requirement': intent(removeRequirement),
  'move-requirement': intent(moveRequirement),
  'change-requirement': intent(changeRequirement),
  'set-requirement-duties': intent(setRequirementDuties),
  'set-requirement-places': intent(setRequirementPlaces),
  'change-several': intent(changeSeveral),
  'add-groups': intent(addGroups),
  'change-group': intent(changeGroup),
  'move-group': intent(moveGroup),
  'remove-group': intent(removeGroup),
  'set-prerequisites': intent(setPrerequisites),
  'add-prerequisite': intent(addPrerequisite),
  'remove-prerequisite': intent(removePrerequisite),
  'move-on-map': intent(moveOnMap),
  'arrange-map': intent(arrangeMap),
  'change-mastery': intent(changeMastery),
  'change-validity': intent(changeValidity),
  'set-levels': intent(setLevels),
  'add-criteria': intent(addCriteria),
  'change-criterion': intent(changeCriterion),
  'move-criterion': intent(moveCriterion),
  'remove-criterion': intent(removeCriterion),
  'copy-from': intent(copyFrom),
  'add-method': intent(addMethod),
  'change-method': intent(changeMethod),
  'move-method': intent(moveMethod),
  'remove-method': intent(removeMethod),
  'add-default-method': intent(addDefaultMethod),
  'change-default-method': intent(changeDefaultMethod),
  'remove-default-method': intent(removeDefaultMethod),
  'change-rule': intent(changeRule),
  'change-default-rule': intent(changeDefaultRule),
  'change-default-validity': intent(changeDefaultValidity),
  'add-process': intent(addProcess),
  'change-process': intent(changeProcess),
  'move-process': intent(moveProcess),
  'remove-process': intent(removeProcess),
  'add-resource': intent(addResource),
  'change-resource': intent(changeResource),
  'move-resource': intent(moveResource),
  'remove-resource': intent(removeResource),
  'change-tracker': intent(changeTracker),
  'confirm-tracker': intent(confirmTracker),
  'set-coverage': intent(setCoverage),
  'add-candidates': intent(addCandidates),
  'end-candidacy': intent(endCandidacy),
  'dismiss-advice': intent(dismissAdvice),
  'restore-advice': intent(restoreAdvice),
}
