const formType = 'application/x-www-form-urlencoded'
const isForm = /^application\/x-www-form-urlencoded\s*(;|$)/i

/**
 * Our field names: a word, or a word in a numbered row (`criteria[12].verdict`). The library that turns names into
 * objects takes any index and any depth: one field named `criteria[20000000].x` held the server up for six seconds, and
 * its own reserved names (`__intent__`) rewrite what was sent.
 */
const fieldName = /^[a-z][a-z0-9-]{0,63}(\[\d{1,3}\](\.[a-z][a-z0-9]{0,63})?)?$/i

export class MalformedForm extends Error {
  override readonly name = 'MalformedForm'
}

/**
 * Checks a body before the framework sees it and answers the content type to hand over. We send forms of one kind only;
 * an empty body is an empty one. NUL is refused because PostgreSQL cannot store it, on every engine alike.
 * @throws MalformedForm
 */
export function checkForm(contentType: string | undefined, body: Buffer): string {
  if (body.length === 0) return formType
  if (!isForm.test(contentType ?? '')) throw new MalformedForm('Not a form')
  for (const [name, value] of new URLSearchParams(body.toString())) {
    if (!fieldName.test(name)) throw new MalformedForm('Not a field of ours')
    if (value.includes('\0')) throw new MalformedForm('A value holds NUL')
  }
  return formType
}
