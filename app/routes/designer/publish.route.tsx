import type { MetaFunction } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { ChevronLeft, OctagonAlert } from 'lucide-react'
import { problemText } from '~/components/problem-text'
import { Readiness } from '~/components/readiness'
import { publishProgram } from '~/commands/design/publish-program.server'
import type { ActionResult } from '~/domain/result'
import { paths } from '~/paths'
import { guarded, guardedAction, intent } from '~/server/guard.server'
import { findingText } from '~/text/design-review.en'
import { publishText as text } from '~/text/programs.en'
import { rootText } from '~/text/root.en'
import { Button, LinkButton } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { Notice } from '~/ui/notice'
import { ReadingTitle, SectionHeading } from '~/ui/page-header'
import { TableList, TableListRow } from '~/ui/table-list'
import { publishPage, type PublishView } from './publish-page.server'
import { ChangesOfVersion, OtherPrograms, PeopleEffect } from './publish-effect'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: rootText.title(data ? text.title(data.role) : text.short) },
]

export const loader = guarded(publishPage)
export const action = guardedAction({
  publish: intent(publishProgram, {
    then: ({ programId }) => paths.programTracker(programId),
    flash: ({ number, otherCount }) => ({
      code: 'published',
      facts: { number: String(number), others: String(otherCount) },
    }),
  }),
})

export default function Publish() {
  const view = useLoaderData<typeof loader>() as PublishView
  const { effect, role, programId } = view
  if (!effect) {
    return (
      <EmptyState title={text.nothingTitle}>
        <p>{text.nothingText}</p>
        <p className="pt-3">
          <Link to={paths.design(programId, 'role')}>{text.toDesign}</Link>
        </p>
      </EmptyState>
    )
  }
  return (
    <div className="mx-auto grid w-full max-w-190 grid-cols-[minmax(0,1fr)] gap-7 p-4 wrap-anywhere md:p-6">
      <div className="grid gap-3">
        <LinkButton size="s" variant="quiet" className="justify-self-start" icon={<ChevronLeft aria-hidden />}>
          <Link to={paths.program(programId)}>{text.back}</Link>
        </LinkButton>
        <ReadingTitle above={text.what(effect.number)} title={text.title(role)}>
          {effect.isFirst ? text.first : undefined}
        </ReadingTitle>
      </div>
      <Blocking programId={programId} findings={effect.blocking} />
      <ChangesOfVersion effect={effect} />
      <PeopleEffect gains={effect.gains} loses={effect.loses} peopleCount={effect.people.length} />
      <OtherPrograms others={effect.others} />
      <Preview people={effect.people} />
      <Confirm effect={effect} />
    </div>
  )
}

function Blocking({
  programId,
  findings,
}: {
  programId: PublishView['programId']
  findings: NonNullable<PublishView['effect']>['blocking']
}) {
  if (findings.length === 0) return null
  return (
    <section>
      <SectionHeading title={text.blocking} />
      <TableList label={text.blocking}>
        {findings.map((finding) => (
          <TableListRow
            key={`${finding.rule} ${finding.subject}`}
            lead={<OctagonAlert aria-hidden className="size-4 flex-none text-orange-glyph" />}
          >
            <Link
              to={`${paths.design(programId, finding.step, finding.qualificationId ?? undefined)}#${finding.anchor}`}
            >
              {findingText[finding.rule](finding.facts)}
            </Link>
          </TableListRow>
        ))}
      </TableList>
    </section>
  )
}

function Preview({ people }: { people: NonNullable<PublishView['effect']>['people'] }) {
  return (
    <section id="preview" className="scroll-mt-16">
      <SectionHeading title={text.preview} />
      <p className="pb-2 text-ink-2">{people.length > 0 ? text.previewText : text.previewNobody}</p>
      {people.length > 0 && (
        <TableList label={text.preview}>
          {people.map(({ personId, name, readiness }) => (
            <TableListRow
              key={personId}
              title={name}
              end={<Readiness met={readiness.met} needed={readiness.needed} />}
            />
          ))}
        </TableList>
      )}
    </section>
  )
}

function Confirm({ effect }: { effect: NonNullable<PublishView['effect']> }) {
  const result = useActionData<typeof action>() as ActionResult | undefined
  const problem = result && !result.ok ? result.problem : undefined
  const { refusal, number } = effect
  return (
    <Form method="post" className="grid gap-3 border-t border-line pt-4">
      <input type="hidden" name="intent" value="publish" />
      <input type="hidden" name="contentHash" value={effect.contentHash} />
      {problem && <Notice tone="problem" title={problemText(problem)} />}
      {effect.isWithoutSecondPerson && <Notice>{text.without}</Notice>}
      {refusal === null && <p className="text-t12 text-ink-2">{text.records(number)}</p>}
      <div>
        <Button
          type="submit"
          variant="primary"
          disabledReason={refusal && problemText({ code: refusal, facts: { count: String(effect.blocking.length) } })}
        >
          {text.publish(number)}
        </Button>
      </div>
    </Form>
  )
}
