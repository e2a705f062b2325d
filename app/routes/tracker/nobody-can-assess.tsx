import { Link, useFetcher } from '@remix-run/react'
import { problemText } from '~/components/problem-text'
import type { ActionResult } from '~/domain/result'
import { paths } from '~/paths'
import { trackerText } from '~/text/tracker.en'
import { Button } from '~/ui/button'
import { SelectField, TextField } from '~/ui/inputs'
import { Notice } from '~/ui/notice'
import type { CellView, PersonName } from './cell-page.server'
import { permissionWords } from './cell-permission'

const words = trackerText.panel.nobody

/** Where nobody is left to judge: says so, and offers the two ways out of DESIGN 4.5. */
export function NobodyCanAssess({
  view,
  missing,
  candidates,
}: {
  view: CellView
  missing: number
  /** People who could be named; never the person judged. */
  candidates: readonly PersonName[]
}) {
  const fetcher = useFetcher<ActionResult>({ key: `name-${view.person.id}-${view.qualification.id}` })
  const result = fetcher.data as ActionResult | undefined
  const problem = result && !result.ok ? result.problem : undefined
  const errors = result && !result.ok ? result.fieldErrors : undefined
  const refusal = permissionWords(view.may['name-assessor'])
  return (
    <Notice tone="info" title={words.title}>
      <p>{words.text(view.person.name, missing)}</p>
      <h3 className="mt-3">{words.name}</h3>
      {refusal ? (
        <p>{refusal}</p>
      ) : (
        <fetcher.Form
          method="post"
          action={paths.cell({
            programId: view.programId,
            personId: view.person.id,
            qualificationId: view.qualification.id,
          })}
          className="mt-1 grid justify-items-start gap-2"
        >
          <input type="hidden" name="intent" value="name-assessor" />
          <input type="hidden" name="stay" value="1" />
          <SelectField
            name="assessorId"
            label={words.who}
            placeholder={words.chooseWho}
            options={candidates
              .filter((one) => one.id !== view.person.id)
              .map((one) => ({ value: one.id, label: one.name }))}
            error={errors?.assessorId?.join(' ')}
            className="w-full"
          />
          <TextField name="reason" label={words.reason} error={errors?.reason?.join(' ')} className="w-full" />
          {problem && <Notice tone="problem" title={problemText(problem)} className="w-full" />}
          <Button type="submit" size="s">
            {words.nameAct}
          </Button>
        </fetcher.Form>
      )}
      <h3 className="mt-3">{words.invite}</h3>
      <p>{words.inviteText}</p>
      <Link to={paths.people()}>{words.openPerson}</Link>
    </Notice>
  )
}
