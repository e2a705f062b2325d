import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json } from '@remix-run/node'
import { Form, Link, useLoaderData, useNavigation } from '@remix-run/react'
import { useActionResult } from '~/components/action-result'
import { BarePage, BareTitle } from '~/components/bare-page'
import { FormProblem } from '~/components/form-problem'
import { fieldProblems } from '~/text/people-problem.en'
import { rootText } from '~/text/root.en'
import { signInText } from '~/text/sign-in.en'
import { paths } from '~/paths'
import { open } from '~/server/guard.server'
import { redirectWithin } from '~/server/respond.server'
import { services } from '~/server/services.server'
import { findSession } from '~/server/session.server'
import { Button } from '~/ui/button'
import { TextField } from '~/ui/inputs'
import { SampleAccounts } from './sample-accounts'
import { signInAction } from './sign-in-action.server'
import { signInPage } from './sign-in-page.server'

export const handle = { frame: 'bare' }
export const meta: MetaFunction = () => [{ title: rootText.title(signInText.title) }]

export const loader = open(async ({ request, context }: LoaderFunctionArgs) => {
  const to = new URL(request.url).searchParams.get('to') ?? ''
  if (await findSession(request, context)) throw redirectWithin(to || paths.home())
  const page = await signInPage(services().db)
  if (page.isEmpty) throw redirectWithin(paths.welcome())
  return json({ ...page, to })
})

export const action = open((args: ActionFunctionArgs) => signInAction(args))

export default function SignIn() {
  const { sample, to } = useLoaderData<typeof loader>()
  const result = useActionResult()
  const isBusy = useNavigation().state !== 'idle'
  const errors = result && !result.ok ? result.fieldErrors : undefined
  return (
    <BarePage
      below={
        <>
          {sample.length > 0 && <SampleAccounts accounts={sample} to={to} />}
          <p className="text-t12 text-ink-2">{signInText.noAccount}</p>
          {sample.length > 0 && (
            <p className="text-t12">
              <Link to={paths.welcome()}>{rootText.startYourOwn}</Link>
            </p>
          )}
        </>
      }
    >
      <BareTitle title={signInText.title}>{signInText.lead}</BareTitle>
      <Form method="post" className="grid gap-4" aria-label={signInText.title}>
        <input type="hidden" name="intent" value="sign-in" />
        <input type="hidden" name="to" value={to} />
        <FormProblem result={result} intent="sign-in" />
        <TextField
          label={signInText.email}
          name="email"
          type="email"
          autoComplete="username"
          required
          defaultValue={result && !result.ok ? String(result.values.email ?? '') : ''}
          error={fieldProblems(errors?.email)}
        />
        <TextField
          label={signInText.password}
          name="password"
          type="password"
          autoComplete="current-password"
          required
          error={fieldProblems(errors?.password)}
        />
        <Button type="submit" variant="primary" className="w-full" aria-busy={isBusy || undefined}>
          {signInText.signIn}
        </Button>
      </Form>
    </BarePage>
  )
}
