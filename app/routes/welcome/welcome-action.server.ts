import { parseWithZod } from '@conform-to/zod/v4'
import { json, type ActionFunctionArgs } from '@remix-run/node'
import { createOrganisation, createOrganisationInput } from '~/commands/people/create-organisation.server'
import { passwordProblem } from '~/domain/password-rules'
import { paths } from '~/paths'
import { createSessionFor, prepareAccount } from '~/server/accounts.server'
import { loadSampleNow } from '~/server/cli/sample.server'
import { runOpenCommand } from '~/server/open-command.server'
import { answerForm, redirectWithin } from '~/server/respond.server'
import { services } from '~/server/services.server'
import { hasOwnOrganisation } from '~db/queries/organisation.server'
import { leave } from '../sign-in/sign-in-action.server'

/** The first run: an organisation of one's own, or the sample. Closed once an own organisation exists. */
export async function welcomeAction({ request, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const intent = String(form.get('intent') ?? '')
  const { db } = services()
  if (intent === 'sample') {
    if (await hasOwnOrganisation(db))
      return answerForm({ ok: false, intent, problem: { code: 'organisation-exists' }, values: {} })
    await loadSampleNow(services())
    return redirectWithin(paths.signIn()) as never
  }
  if (intent !== 'create') throw json({ code: 'unknown-intent' }, { status: 400 })
  return create(form, { request, address: context.address })
}

async function create(form: FormData, { request, address }: { request: Request; address: string }) {
  const { db, clock } = services()
  const intent = 'create'
  const parsed = parseWithZod(form, { schema: createOrganisationInput })
  const values = { ...parsed.payload, password: '' }
  if (parsed.status !== 'success') {
    const fieldErrors = Object.fromEntries(Object.entries(parsed.error ?? {}).map(([key, all]) => [key, all ?? []]))
    return answerForm({ ok: false, intent, fieldErrors, values })
  }
  const { password, name, email, organisation, timeZone } = parsed.value
  const problem = passwordProblem(password, { name, email, organisation })
  if (problem) return answerForm({ ok: false, intent, fieldErrors: { password: [problem] }, values })
  // Before the slow hash: once the installation is set up, strangers must not make it work.
  if (await hasOwnOrganisation(db))
    return answerForm({ ok: false, intent, problem: { code: 'organisation-exists' }, values })
  const account = await prepareAccount({ name, email, password })
  const organisationId = clock.newId('organisation')
  const result = await runOpenCommand(organisationId, (open) =>
    createOrganisation(open, { organisationId, organisation, timeZone, account }),
  )
  if (!result.ok) return answerForm({ ok: false, intent, problem: result.problem, values })
  const { headers } = request
  const session = await createSessionFor(result.value, {
    address,
    userAgent: headers.get('user-agent'),
    cookie: headers.get('cookie'),
  })
  return leave(paths.home(), session.setCookies)
}
