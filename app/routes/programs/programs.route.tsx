import type { MetaFunction } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import clsx from 'clsx'
import { FilePlus2, Plus } from 'lucide-react'
import { createProgram } from '~/commands/design/create-program.server'
import type { ActionResult } from '~/domain/result'
import { designSteps } from '~/domain/vocabulary'
import type { StepState } from '~/domain/wizard'
import { paths } from '~/paths'
import { guarded, guardedAction, intent } from '~/server/guard.server'
import { designerText } from '~/text/designer.en'
import { programsText as text } from '~/text/programs.en'
import { rootText } from '~/text/root.en'
import { Button, LinkButton } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { TextArea, TextField } from '~/ui/inputs'
import { PageHeader } from '~/ui/page-header'
import { TableList, TableListRow } from '~/ui/table-list'
import { Tag } from '~/ui/tag'
import { programsPage, type ProgramsView } from './programs-page.server'

export const meta: MetaFunction = () => [{ title: rootText.title(text.title) }]

export const loader = guarded(programsPage)
export const action = guardedAction({
  'create-program': intent(createProgram, { then: ({ programId }) => paths.design(programId, 'role') }),
})

export default function Programs() {
  const { programs, mayEdit } = useLoaderData<typeof loader>()
  const [params] = useSearchParams()
  const isNew = params.has('new') && mayEdit
  return (
    <>
      <PageHeader
        title={text.title}
        meta={<span className="max-md:hidden">{text.about}</span>}
        actions={
          mayEdit &&
          !isNew &&
          programs.length > 0 && (
            <LinkButton variant="primary" icon={<Plus aria-hidden />}>
              <Link to="?new=1">{text.create}</Link>
            </LinkButton>
          )
        }
      />
      {isNew && <NewProgram />}
      {programs.length === 0 && !isNew ? (
        <NoPrograms mayEdit={mayEdit} />
      ) : (
        <TableList label={text.title} inset>
          {programs.map((program) => (
            <Program key={program.id} program={program} mayEdit={mayEdit} />
          ))}
        </TableList>
      )}
    </>
  )
}

function Program({ program, mayEdit }: { program: ProgramsView['programs'][number]; mayEdit: boolean }) {
  const { id, role, draftNumber, publishedNumber, peopleCount, qualificationCount, steps } = program
  const done = steps.filter((state) => state === 'complete').length
  return (
    <TableListRow
      className="max-md:flex-wrap"
      title={
        <span className="flex flex-wrap items-center gap-2">
          <Link to={paths.program(id)} className="text-ink no-underline hover:underline">
            {role}
          </Link>
          {publishedNumber !== null && <Tag>{text.states.published(publishedNumber)}</Tag>}
          {draftNumber !== null && <Tag outlined>{text.states.draft(draftNumber)}</Tag>}
        </span>
      }
      detail={[
        program.family,
        text.qualifications(qualificationCount),
        peopleCount > 0 ? text.people(peopleCount) : text.nobody,
      ]
        .filter((part) => part !== '')
        .join(' · ')}
      end={
        <>
          <span className="w-40 max-sm:hidden">
            <StepPips steps={steps} label={text.progress(done)} />
          </span>
          {/* One width for all, so that the bars of the rows stand in a column. */}
          <span className="flex justify-end gap-2 md:w-40">
            {publishedNumber !== null && (
              <LinkButton size="s">
                <Link to={paths.programTracker(id)} aria-label={text.trackerOf(role)}>
                  {text.tracker}
                </Link>
              </LinkButton>
            )}
            <LinkButton size="s">
              <Link
                to={draftNumber === null ? paths.design(id, 'role') : paths.program(id)}
                aria-label={draftNumber !== null && mayEdit ? text.continueOf(role) : text.openOf(role)}
              >
                {draftNumber !== null && mayEdit ? text.continue : text.open}
              </Link>
            </LinkButton>
          </span>
        </>
      }
    />
  )
}

/** Eight bars, filled where the step is complete. */
function StepPips({ steps, label }: { steps: readonly StepState[]; label: string }) {
  return (
    <span role="img" aria-label={label} title={label} className="flex gap-[3px]">
      {steps.map((state, index) => (
        <span
          key={designSteps[index]}
          title={`${designerText.steps[designSteps[index] ?? 'role']}, ${designerText.state[state]}`}
          className={clsx(
            'h-2 grow rounded-r1',
            state === 'complete' ? 'bg-ink-2' : 'ring-1 ring-line-control ring-inset',
            state === 'started' && 'bg-line-strong',
            state === 'problems' && 'bg-orange-bg',
          )}
        />
      ))}
    </span>
  )
}

function NewProgram() {
  const result = useActionData<typeof action>() as ActionResult | undefined
  const refused = result && !result.ok ? result : null
  return (
    <Form method="post" className="grid max-w-150 gap-4 border-b border-line p-4 md:p-5">
      <input type="hidden" name="intent" value="create-program" />
      <TextField
        label={text.roleTitle}
        name="title"
        required
        maxLength={200}
        // eslint-disable-next-line jsx-a11y/no-autofocus -- the person has just asked for this form and nothing else
        autoFocus
        autoComplete="off"
        defaultValue={String(refused?.values.title ?? '')}
        error={[...(refused?.fieldErrors?.title ?? [])]}
      />
      <TextArea
        label={text.rolePurpose}
        name="purpose"
        optional
        hint={text.purposeHint}
        maxLength={5000}
        defaultValue={String(refused?.values.purpose ?? '')}
      />
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" variant="primary">
          {text.doCreate}
        </Button>
        <span className="text-t12 text-ink-3">{text.createDetail}</span>
      </div>
    </Form>
  )
}

function NoPrograms({ mayEdit }: { mayEdit: boolean }) {
  const blank = {
    key: 'blank',
    icon: <FilePlus2 aria-hidden />,
    title: text.blank,
    detail: text.blankDetail,
    action: (
      <LinkButton variant="primary">
        <Link to="?new=1">{text.create}</Link>
      </LinkButton>
    ),
  }
  return (
    <EmptyState title={text.emptyTitle} choices={mayEdit ? [blank] : []}>
      {text.emptyText}
    </EmptyState>
  )
}
