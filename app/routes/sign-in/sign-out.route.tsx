import type { ActionFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form } from '@remix-run/react'
import { BarePage, BareTitle } from '~/components/bare-page'
import { paths } from '~/paths'
import { signOut } from '~/server/accounts.server'
import { open } from '~/server/guard.server'
import { rootText } from '~/text/root.en'
import { signInText } from '~/text/sign-in.en'
import { Button } from '~/ui/button'
import { leave } from './sign-in-action.server'

export const handle = { frame: 'bare' }
export const meta: MetaFunction = () => [{ title: rootText.title(signInText.signOutTitle) }]

/** Ends the session; works for anybody, also when it has already ended. */
export const action = open(async ({ request }: ActionFunctionArgs) =>
  leave(paths.signIn(), await signOut(request.headers.get('cookie'))),
)

/** Somebody who came here by address: leaving is an act, so it asks. */
export default function SignOut() {
  return (
    <BarePage>
      <BareTitle title={signInText.signOutTitle}>{signInText.signOutQuestion}</BareTitle>
      <Form method="post">
        <Button type="submit" variant="primary" className="w-full">
          {signInText.signOut}
        </Button>
      </Form>
    </BarePage>
  )
}
