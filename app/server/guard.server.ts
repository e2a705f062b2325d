import { parseWithZod } from '@conform-to/zod/v4'
import { json, type ActionFunctionArgs, type AppLoadContext, type LoaderFunctionArgs } from '@remix-run/node'
import type { z } from 'zod'
import type { Command } from '~/commands/command.server'
import { isId, type Id, type IdKind } from '~/domain/ids'
import { Forbidden, NotFound } from '~/domain/refusals'
import type { ActionResult, Problem, Result } from '~/domain/result'
import type { Db } from '~db/client.server'
import { findActor } from '~db/queries/actor.server'
import { insertRefusal } from '~db/queries/refusal.server'
import { flashCookie, type Flash } from './flash.server'
import { answerForm, redirectWithin, refusalResponse } from './respond.server'
import { services } from './services.server'
import { findSession, sha256, type Session } from './session.server'
import { isSessionThere } from '~db/queries/session.server'
import { findSubmission, insertSubmission } from '~db/queries/submission.server'
import { Undone } from './write-queue.server'

/** What a page gets: a reading connection, who asks, and the parts of the URL. */
export interface PageContext extends Session {
  readonly db: Db
  readonly request: Request
  readonly url: URL
  readonly params: Readonly<Record<string, string | undefined>>
  readonly context: AppLoadContext
}

/** Nothing but JSON leaves a loader: no Date, Map, Set, function or undefined (STYLE section 4). */
type IsJson<T> = T extends string | number | boolean | null
  ? true
  : T extends (...args: never[]) => unknown
    ? false
    : T extends Date | ReadonlyMap<unknown, unknown> | ReadonlySet<unknown> | undefined
      ? false
      : T extends readonly (infer E)[]
        ? IsJson<E>
        : T extends object
          ? false extends { [K in keyof T]-?: IsJson<T[K]> }[keyof T]
            ? false
            : true
          : false

/**
 * A loader for signed-in people. The page authorises by itself: every loader runs alone.
 * Answers 401 or the way to the sign-in page without a session, 404 and 403 for what the page throws.
 */
export function guarded<T>(
  page: (context: PageContext) => Promise<T>,
  ..._: false extends IsJson<T> ? ['a page returns JSON only: null for what is absent'] : []
) {
  return async ({ request, params, context }: LoaderFunctionArgs) => {
    const session = await requireSession(request, context)
    const { db } = services()
    const url = new URL(request.url)
    try {
      return json(await page({ ...session, db, request, url, params, context }))
    } catch (error) {
      await noteRefusal(error, session, `read ${url.pathname}`, context)
      if (error instanceof Response) throw error
      throw refusalResponse(error)
    }
  }
}

/** One intention a form may name, and where the browser goes when it worked. Without `then` it stays. */
export interface Intent {
  readonly command: Command<z.ZodType, unknown, Problem>
  readonly then?: (value: never, input: never) => string
  readonly flash?: (value: never, input: never) => Flash
}

/** Declares an intention with its types. */
export function intent<I extends z.ZodType, A, P extends Problem>(
  command: Command<I, A, P>,
  options: { then?: (value: A, input: z.infer<I>) => string; flash?: (value: A, input: z.infer<I>) => Flash } = {},
): Intent {
  return { command, ...options } as unknown as Intent
}

/**
 * An action for signed-in people: `intent` names the command, the route's parameters are part of its input and win
 * over fields of the same name. The command runs in one transaction with the rights of that moment; a double submit
 * with the same `submissionKey` has one effect and the same answer.
 */
export function guardedAction(intents: Readonly<Record<string, Intent>>) {
  return async ({ request, params, context }: ActionFunctionArgs) => {
    const session = await requireSession(request, context)
    // The loaders that follow an action must see what it changed, rights among it.
    context.session = undefined
    const form = await request.formData()
    const name = String(form.get('intent') ?? '')
    const chosen = Object.hasOwn(intents, name) ? intents[name] : undefined
    if (!chosen) throw json({ code: 'unknown-intent' }, { status: 400 })
    for (const [key, value] of Object.entries(params)) if (value !== undefined) form.set(key, value)
    const submissionKey = readSubmissionKey(form)
    for (const reserved of ['intent', 'submissionKey']) form.delete(reserved)
    const parsed = parseWithZod(form, { schema: chosen.command.input })
    if (parsed.status !== 'success') {
      const fieldErrors = Object.fromEntries(Object.entries(parsed.error ?? {}).map(([key, all]) => [key, all ?? []]))
      return answerForm({ ok: false, intent: name, fieldErrors, values: parsed.payload })
    }
    try {
      const submission = submissionKey && { key: submissionKey, body: `${name}\n${JSON.stringify(parsed.payload)}` }
      const result = await runCommand(session, chosen.command, parsed.value, submission || undefined)
      if (!result.ok) return answerForm({ ok: false, intent: name, problem: result.problem, values: parsed.payload })
      return answerDone(name, chosen, result.value, parsed.value)
    } catch (error) {
      await noteRefusal(error, session, name, context)
      throw refusalResponse(error)
    }
  }
}

function answerDone(name: string, chosen: Intent, value: unknown, input: unknown): Response {
  const { env } = services()
  const headers = chosen.flash
    ? { 'Set-Cookie': flashCookie(chosen.flash(value as never, input as never), env) }
    : undefined
  if (chosen.then) return redirectWithin(chosen.then(value as never, input as never), headers)
  return answerForm({ ok: true, intent: name, value } satisfies ActionResult, headers)
}

/**
 * Runs a command as the session's person, in one transaction, with the session and the rights read inside it.
 * @throws NotFound, Forbidden, a 401 when the session has ended meanwhile
 */
export async function runCommand<I extends z.ZodType, A, P extends Problem>(
  session: Session,
  command: Command<I, A, P>,
  input: z.infer<I>,
  submission?: { key: string; body: string },
): Promise<Result<A, P | Problem<'key-reused'>>> {
  const { queue, clock } = services()
  const { signedIn, today } = session
  const organisationId = signedIn.organisation.id
  const now = clock.now()
  return queue.write(organisationId, async (tx) => {
    const who = { organisationId, personId: signedIn.personId, accountId: signedIn.accountId }
    // Whoever left between the look at the session and this transaction records nothing any more.
    if (!(await isSessionThere(tx, signedIn.sessionId))) throw json({ code: 'signed-out' }, { status: 401 })
    if (submission) {
      const earlier = await findSubmission(tx, { ...who, key: submission.key })
      if (earlier) {
        if (earlier.bodySha256 !== sha256(submission.body))
          return { ok: false, problem: { code: 'key-reused' as const } }
        return { ok: true, value: JSON.parse(earlier.answer) as A }
      }
    }
    const actor = await findActor(tx, who, today)
    const result = await command.run({ tx, actor, now, today, newId: clock.newId }, input)
    if (!result.ok) throw new Undone(result)
    if (submission) {
      const answer = JSON.stringify(result.value ?? null)
      await insertSubmission(tx, { ...who, key: submission.key, bodySha256: sha256(submission.body), answer, at: now })
    }
    return result
  })
}

/**
 * An identifier from the URL or a search parameter.
 * @throws NotFound when it does not even have the shape of one
 */
export function idParam<K extends IdKind>(params: PageContext['params'], name: string, kind: K): Id<K> {
  const text = params[name] ?? ''
  if (!isId(kind, text)) throw new NotFound()
  return text
}

/** The session, or the way to it: documents are sent to the sign-in page, data requests get 401. */
export async function requireSession(request: Request, context: AppLoadContext): Promise<Session> {
  const session = await findSession(request, context)
  if (session) return session
  const url = new URL(request.url)
  if (context.isDataRequest) throw json({ code: 'signed-out' }, { status: 401 })
  throw redirectWithin(`/sign-in?to=${encodeURIComponent(url.pathname + url.search)}`)
}

/** A loader or action that needs no session. The list of those is a test. */
export function open<A, T>(run: (args: A) => Promise<T>): (args: A) => Promise<T> {
  return async (args) => {
    try {
      return await run(args)
    } catch (error) {
      if (error instanceof Response) throw error
      throw refusalResponse(error)
    }
  }
}

function readSubmissionKey(form: FormData): string | null {
  const key = form.get('submissionKey')
  return typeof key === 'string' && /^[\w-]{8,64}$/.test(key) ? key : null
}

/** Refusals are logged with actor, action and code; never what was typed (SECURITY D34). */
async function noteRefusal(error: unknown, session: Session, action: string, context: AppLoadContext): Promise<void> {
  if (!(error instanceof Forbidden) && !(error instanceof NotFound)) return
  const { log, queue, clock } = services()
  const code = error instanceof Forbidden ? error.code : 'not-found'
  const { personId: actorId, organisation } = session.signedIn
  log.warn({ event: 'refused', actorId, action, code, requestId: context.requestId })
  await queue.write(null, (tx) =>
    insertRefusal(tx, {
      id: clock.newId('refusal'),
      organisationId: organisation.id,
      at: clock.now(),
      actorId,
      action,
      objectId: null,
      code,
      requestId: context.requestId,
    }),
  )
}
