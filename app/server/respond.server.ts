import { json, redirect } from '@remix-run/node'
import { Forbidden, NotFound } from '~/domain/refusals'
import type { ActionResult, Problem } from '~/domain/result'
import { DatabaseUnusable } from '~db/client.server'
import { QueueClosed } from './write-queue.server'

/** Problems by which somebody else was first: 409. All others are about what was asked: 422. */
const conflicts: ReadonlySet<string> = new Set([
  'stale',
  'published-frozen',
  'already-signed',
  'already-open',
  'already-claimed',
  'already-assessed',
  'already-withdrawn',
  'already-published',
  'already-accepted',
  'already-voided',
  'already-returned',
  'already-on-hold',
  'already-exempt',
  'already-granted',
  'claimed-by-another',
  'closed',
  'email-taken',
  'staff-number-taken',
  'organisation-exists',
])

/** The status of an expected failure. The one place where a problem meets HTTP. */
export function statusOfProblem(problem: Problem): number {
  return conflicts.has(problem.code) ? 409 : 422
}

/** Answers a form: a refusal keeps what was typed. */
export function answerForm(result: ActionResult, headers?: HeadersInit) {
  if (result.ok) return json(result, { headers })
  const status = result.problem ? statusOfProblem(result.problem) : 422
  return json(result, { status, headers })
}

/**
 * Turns what was thrown into a response the framework renders: NotFound 404, Forbidden 403 with its reason, a stopping
 * server 503. Anything else is a bug and is thrown on. The body names no object.
 */
export function refusalResponse(error: unknown): Response {
  if (error instanceof NotFound) return json({ code: 'not-found' }, { status: 404, statusText: 'Not Found' })
  if (error instanceof Forbidden) return json({ code: error.code }, { status: 403, statusText: 'Forbidden' })
  if (error instanceof QueueClosed || isBusy(error)) {
    return json({ code: 'try-again' }, { status: 503, headers: { 'Retry-After': '2' } })
  }
  throw error
}

/** SQLite could not get its lock in time, or the disk is full: nothing was recorded, later may work. */
function isBusy(error: unknown): boolean {
  if (error instanceof DatabaseUnusable) return true
  const code = (error as { code?: string } | null)?.code
  return code === 'SQLITE_BUSY' || code === 'SQLITE_FULL' || code === 'SQLITE_READONLY'
}

/**
 * Redirects inside the product only: anything that would leave the origin (`//evil`, `/\evil`, `javascript:`) becomes
 * the start page (SECURITY D4).
 */
export function redirectWithin(to: string, headers?: HeadersInit): Response {
  return redirect(pathWithin(to), { headers })
}

/** The path, query and hash of `to` when it stays on this origin; `/` otherwise. */
export function pathWithin(to: string): string {
  if (!/^\/(?![/\\])[^\\]*$/.test(to) || hasControlCharacter(to)) return '/'
  const base = 'http://masterwork.invalid'
  const url = URL.canParse(to, base) ? new URL(to, base) : null
  return url && url.origin === base ? url.pathname + url.search + url.hash : '/'
}

/** URL parsers drop control characters, so a path could turn into `//host` behind our back. */
function hasControlCharacter(text: string): boolean {
  return [...text].some((character) => character < ' ' || character === '\u007f')
}
