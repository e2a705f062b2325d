import { NotFound } from '~/domain/refusals'
import { open } from '~/server/guard.server'

/** Every address that is none of ours: a 404 with the way back, not a logged error. */
export const loader = open(async (): Promise<null> => {
  throw new NotFound()
})

export default function NotFoundPage() {
  return null
}
