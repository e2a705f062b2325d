import type { RequirementClass, RequirementNeed } from '~/domain/vocabulary'
import { statusText } from '~/text/status.en'
import { Tag } from '~/ui/tag'

/** "Must, to enter the role". */
export function classAndNeedWords(requirementClass: RequirementClass, need: RequirementNeed): string {
  return statusText.classAndNeed[need][requirementClass]
}

/** Class and need as a tag, and "Critical" outlined beside it. */
export function RequirementTags({
  requirementClass,
  need,
  critical,
}: {
  requirementClass: RequirementClass
  need?: RequirementNeed
  critical?: boolean
}) {
  return (
    <>
      <Tag>{need ? classAndNeedWords(requirementClass, need) : statusText.requirementClass[requirementClass]}</Tag>
      {critical && <CriticalTag />}
    </>
  )
}

/** Someone can be hurt, or law asks for it. */
export function CriticalTag() {
  return <Tag outlined>{statusText.critical}</Tag>
}
