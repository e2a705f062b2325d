import { json, type ActionFunctionArgs } from '@remix-run/node'
import { parseWithZod } from '@conform-to/zod/v4'
import { z } from 'zod'
import { emailField, passwordField } from '~/commands/people/fields'
import { refused, type ActionResult, type Problem } from '~/domain/result'
import { createSessionFor, signIn } from '~/server/accounts.server'
import { answerForm, redirectWithin } from '~/server/respond.server'
import { services } from '~/server/services.server'
import { waitText } from '~/text/people-problem.en'
import { findSampleAccount } from './sign-in-page.server'

const input = z.object({ email: emailField, password: passwordField })

/** The two ways in: an address with its password, or one of the offered people of a loaded sample. */
export async function signInAction({ request, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const to = String(form.get('to') ?? '') || '/'
  const about = {
    address: context.address,
    userAgent: request.headers.get('user-agent'),
    cookie: request.headers.get('cookie'),
  }
  if (form.get('intent') === 'sample') {
    const accountId = await findSampleAccount(services().db, String(form.get('role') ?? ''))
    if (!accountId) return refuse('sample', refused('sample-absent').problem, {})
    return leave(to, (await createSessionFor(accountId, about)).setCookies)
  }
  if (form.get('intent') !== 'sign-in') throw json({ code: 'unknown-intent' }, { status: 400 })
  const parsed = parseWithZod(form, { schema: input })
  const values = { email: String(form.get('email') ?? '') }
  if (parsed.status !== 'success') {
    const fieldErrors = Object.fromEntries(Object.entries(parsed.error ?? {}).map(([key, all]) => [key, all ?? []]))
    return answerForm({ ok: false, intent: 'sign-in', fieldErrors, values })
  }
  const answer = await signIn({ ...parsed.value, ...about })
  if (answer.ok) return leave(to, answer.setCookies)
  services().log.warn({ event: 'sign-in-refused', code: answer.code, requestId: context.requestId })
  const facts = answer.code === 'too-many-tries' ? { wait: waitText(answer.waitSeconds) } : undefined
  return refuse('sign-in', refused(answer.code, facts).problem, values)
}

function refuse(intent: string, problem: Problem, values: Record<string, string>) {
  const status = problem.code === 'too-many-tries' ? 429 : problem.code === 'wrong-credentials' ? 401 : 409
  return json({ ok: false, intent, problem, values } satisfies ActionResult, { status })
}

/** The way on after signing in, with the cookies of the new session. */
export function leave(to: string, setCookies: readonly string[]) {
  const headers = new Headers()
  for (const cookie of setCookies) headers.append('Set-Cookie', cookie)
  return redirectWithin(to, headers) as never
}
