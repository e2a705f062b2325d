/**
 * Thrown, never returned: what the actor may not see or may not do. Invisible things are NotFound, visible but not
 * yours Forbidden (SECURITY section b). `server/respond` maps them to 404 and 403; they carry no object's name.
 */
export class NotFound extends Error {
  override readonly name = 'NotFound'
}

export class Forbidden extends Error {
  override readonly name = 'Forbidden'

  /** @param code why, as a word that `components/problem-text` has a sentence for */
  constructor(readonly code: string) {
    super(code)
  }
}
