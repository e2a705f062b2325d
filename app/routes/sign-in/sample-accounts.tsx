import { Form } from '@remix-run/react'
import { signInText } from '~/text/sign-in.en'
import { Button } from '~/ui/button'
import { TableList, TableListRow } from '~/ui/table-list'
import type { SignInView } from './sign-in-page.server'

/** One click into the sample as one of its people. */
export function SampleAccounts({ accounts, to }: { accounts: SignInView['sample']; to: string }) {
  const words = signInText.sample
  return (
    <section aria-labelledby="sample-accounts" className="rounded-r3 border border-line bg-surface p-6 pb-3">
      <h2 id="sample-accounts">{words.title}</h2>
      <p className="mt-1 mb-2 text-t12 text-ink-2">{words.lead}</p>
      <TableList label={words.title}>
        {accounts.map(({ role, personName }) => (
          <TableListRow
            key={role}
            title={personName}
            detail={words.roles[role].detail}
            end={
              <Form method="post">
                <input type="hidden" name="intent" value="sample" />
                <input type="hidden" name="to" value={to} />
                <Button type="submit" size="s" name="role" value={role}>
                  {words.signInAs(words.roles[role].name)}
                </Button>
              </Form>
            }
          />
        ))}
      </TableList>
    </section>
  )
}
