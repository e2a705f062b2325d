import { guarded } from '~/server/guard.server'
import { programPage } from './program-page.server'

export const loader = guarded(programPage)

export default function Program() {
  return null
}
