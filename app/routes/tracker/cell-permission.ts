import { problemText } from '~/components/problem-text'
import type { Permission } from './cell-page.server'

/** Why an act may not be done now, as a sentence; null when it may. */
export function permissionWords(permission: Permission): string | null {
  return permission.reason ? problemText({ code: permission.reason.code, facts: permission.reason.facts }) : null
}
