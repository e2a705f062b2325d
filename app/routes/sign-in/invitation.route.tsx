import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json } from '@remix-run/node'
import { Form, Link, useLoaderData, useNavigation } from '@remix-run/react'
import { useActionResult } from '~/components/action-result'
import { BarePage, BareTitle } from '~/components/bare-page'
import { FormProblem } from '~/components/form-problem'
import { problemText } from '~/components/problem-text'
import { paths } from '~/paths'
import { open } from '~/server/guard.server'
import { fieldProblems } from '~/text/people-problem.en'
import { rootText } from '~/text/root.en'
import { signInText } from '~/text/sign-in.en'
import { Button, LinkButton } from '~/ui/button'
import { TextField } from '~/ui/inputs'
import { invitationAction, invitationPage } from './invitation-page.server'

const words = signInText.invitation

export const handle = { frame: 'bare' }
export const meta: MetaFunction = () => [
  { title: rootText.title(words.pageTitle) },
  // The address is a secret: it must not travel on in a Referer.
  { name: 'referrer', content: 'no-referrer' },
]

export const loader = open(async ({ params }: LoaderFunctionArgs) => {
  const page = await invitationPage(params.token ?? '')
  return json(page, { status: page.isUsable ? 200 : page.code === 'invitation-unknown' ? 404 : 410 })
})

export const action = open((args: ActionFunctionArgs) => invitationAction(args))

export default function Invitation() {
  const page = useLoaderData<typeof loader>()
  const result = useActionResult()
  const isBusy = useNavigation().state !== 'idle'
  if (!page.isUsable) {
    return (
      <BarePage>
        <BareTitle title={words.refusedTitle}>{problemText({ code: page.code })}</BareTitle>
        <LinkButton className="w-full">
          <Link to={paths.signIn()}>{words.toSignIn}</Link>
        </LinkButton>
      </BarePage>
    )
  }
  return (
    <BarePage>
      <BareTitle title={words.title(page.organisationName)}>{words.lead(page.personName)}</BareTitle>
      <Form method="post" className="grid gap-4" aria-label={words.pageTitle}>
        <FormProblem result={result} />
        <TextField
          label={signInText.email}
          name="username"
          type="email"
          autoComplete="username"
          readOnly
          defaultValue={page.email}
        />
        <TextField
          label={signInText.newPassword}
          name="password"
          type="password"
          autoComplete="new-password"
          required
          hint={signInText.passwordHint}
          error={fieldProblems(result && !result.ok ? result.fieldErrors?.password : undefined)}
        />
        <Button type="submit" variant="primary" className="w-full" aria-busy={isBusy || undefined}>
          {words.accept}
        </Button>
      </Form>
    </BarePage>
  )
}
