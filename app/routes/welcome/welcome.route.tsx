import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { useActionResult } from '~/components/action-result'
import { BarePage, BareTitle } from '~/components/bare-page'
import { FormProblem } from '~/components/form-problem'
import { paths } from '~/paths'
import { isSampleLoaded } from '~/server/cli/sample.server'
import { open } from '~/server/guard.server'
import { services } from '~/server/services.server'
import { rootText } from '~/text/root.en'
import { signInText } from '~/text/sign-in.en'
import { Button, LinkButton } from '~/ui/button'
import { hasOwnOrganisation } from '~db/queries/organisation.server'
import { CreateOrganisationForm } from './create-organisation-form'
import { welcomeAction } from './welcome-action.server'

export const handle = { frame: 'bare' }
export const meta: MetaFunction = () => [{ title: rootText.title(signInText.welcome.pageTitle) }]

export const loader = open(async (_: LoaderFunctionArgs) => {
  const { db } = services()
  const isOpen = !(await hasOwnOrganisation(db))
  return json({
    isOpen,
    hasSample: isOpen && (await isSampleLoaded(services())),
    timeZones: isOpen ? Intl.supportedValuesOf('timeZone') : [],
  })
})

export const action = open((args: ActionFunctionArgs) => welcomeAction(args))

export default function Welcome() {
  const { isOpen, hasSample, timeZones } = useLoaderData<typeof loader>()
  const result = useActionResult()
  const words = signInText.welcome
  if (!isOpen) {
    return (
      <BarePage>
        <BareTitle title={words.closedTitle}>{words.closed}</BareTitle>
        <LinkButton variant="primary" className="w-full">
          <Link to={paths.signIn()}>{words.toSignIn}</Link>
        </LinkButton>
      </BarePage>
    )
  }
  return (
    <BarePage
      wide
      below={
        <section className="flex flex-wrap items-center gap-3 rounded-r3 border border-line bg-surface px-6 py-4">
          <div className="min-w-0 flex-1 basis-52">
            <h2>{words.chooseSample}</h2>
            <p className="text-t12 text-ink-2">{words.chooseSampleDetail}</p>
          </div>
          {hasSample ? (
            <LinkButton>
              <Link to={paths.signIn()}>{words.goToSample}</Link>
            </LinkButton>
          ) : (
            <Form method="post">
              <input type="hidden" name="intent" value="sample" />
              <Button type="submit">{words.openSample}</Button>
            </Form>
          )}
          <FormProblem result={result} intent="sample" />
        </section>
      }
    >
      <div>
        <h1 className="text-t20 font-strong">{words.title}</h1>
        <p className="mt-1 text-ink-2">{words.lead}</p>
      </div>
      <CreateOrganisationForm timeZones={timeZones} result={result} />
    </BarePage>
  )
}
