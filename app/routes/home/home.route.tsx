import type { LoaderFunctionArgs } from '@remix-run/node'
import { paths } from '~/paths'
import { open } from '~/server/guard.server'
import { redirectWithin } from '~/server/respond.server'
import { services } from '~/server/services.server'
import { findSession } from '~/server/session.server'
import { hasOrganisation } from '~db/queries/organisation.server'

/** The start page is whichever screen is this person's own; an empty installation begins with the welcome. */
export const loader = open(async ({ request, context }: LoaderFunctionArgs) => {
  const session = await findSession(request, context)
  if (!session) return redirectWithin((await hasOrganisation(services().db)) ? paths.signIn() : paths.welcome())
  const { actor } = session
  if (actor.isDesigner) return redirectWithin(paths.programs())
  if (actor.managesPeople || actor.isAuditor) return redirectWithin(paths.tracker())
  return redirectWithin(paths.myPath())
})
