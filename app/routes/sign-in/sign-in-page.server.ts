import { hasOrganisation } from '~db/queries/organisation.server'
import { listSampleAccounts } from '~db/queries/account.server'
import type { Db } from '~db/client.server'
import type { Id } from '~/domain/ids'

/** The sample's people one may sign in as with one click, in the order of the main journey. */
export const sampleRoles = ['designer', 'manager', 'employee', 'assessor', 'administrator', 'auditor'] as const
export type SampleRole = (typeof sampleRoles)[number]

const sampleEmails: Readonly<Record<SampleRole, string>> = {
  designer: 'designer@sample.test',
  manager: 'manager@sample.test',
  employee: 'employee@sample.test',
  assessor: 'assessor@sample.test',
  administrator: 'admin@sample.test',
  auditor: 'auditor@sample.test',
}

export interface SignInView {
  /** Empty unless a sample organisation is loaded. */
  readonly sample: readonly { readonly role: SampleRole; readonly personName: string }[]
  readonly isEmpty: boolean
}

/** What the sign-in page offers besides its two fields. */
export async function signInPage(db: Db): Promise<SignInView> {
  const accounts = await listSampleAccounts(db, Object.values(sampleEmails))
  return {
    sample: sampleRoles.flatMap((role) => {
      const found = accounts.find((one) => one.email === sampleEmails[role])
      return found ? [{ role, personName: found.personName }] : []
    }),
    isEmpty: !(await hasOrganisation(db)),
  }
}

/** The account of a role of the sample; null while no sample is loaded. Never an account of another organisation. */
export async function findSampleAccount(db: Db, role: string): Promise<Id<'account'> | null> {
  const known = sampleRoles.find((one) => one === role)
  if (!known) return null
  return (await listSampleAccounts(db, [sampleEmails[known]]))[0]?.accountId ?? null
}
