import { join } from 'node:path'
import type { Page } from '@playwright/test'
import Database from 'better-sqlite3'
import type { Product } from './support/product'
import { expect, signIn, test, type Cast } from './support/test'

/** Nobody signs, claims, exempts, releases, names or promotes themselves, by any road (DESIGN 4.5). */
interface Facts {
  readonly person: string
  readonly program: string
  readonly qualification: string
  readonly criterion: string
  readonly role: string
}

function read<T>(product: Product, use: (database: Database.Database) => T): T {
  const database = new Database(join(product.folder, 'masterwork.sqlite'), { readonly: true })
  try {
    return use(database)
  } finally {
    database.close()
  }
}

/** Ids of a person and of a qualification in the program of a role. */
function factsOf(product: Product, person: string, qualification: string, role = 'Senior boatbuilder'): Facts {
  return read(product, (database) => {
    const one = (sql: string, ...values: string[]) => {
      const found = database
        .prepare(sql)
        .pluck()
        .get(...values)
      if (typeof found !== 'string') throw new Error(`The sample has no ${values.join(', ')}`)
      return found
    }
    const qualificationId = one('select id from qualification where name = ?', qualification)
    return {
      person: one('select id from person where name = ?', person),
      role: one('select id from role where title = ?', role),
      program: one('select p.id from program p join role r on r.id = p.role_id where r.title = ?', role),
      qualification: qualificationId,
      criterion: one(
        `select c.id from criterion c join revision v on v.id = c.revision_id
         where v.qualification_id = ? limit 1`,
        qualificationId,
      ),
    }
  })
}

/** Everything that an act about oneself could have written. */
function recordOf(product: Product): unknown {
  return read(product, (database) =>
    ['ledger_event', 'grant', 'assignment', 'assessment', 'exemption', 'standing', 'demonstration'].map((table) => [
      table,
      database
        .prepare(`select * from "${table}"`)
        .all()
        .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
    ]),
  )
}

/** Posts a form as the signed-in person's own browser would and answers the status. */
async function post(page: Page, path: string, form: Readonly<Record<string, string>>): Promise<number> {
  const answer = await page.request.post(path, {
    form: { ...form },
    maxRedirects: 0,
    headers: { origin: new URL(page.url()).origin, 'sec-fetch-site': 'same-origin' },
  })
  return answer.status()
}

/** Every act on a cell that would be about oneself. */
function actsOnOwnCell({ person, criterion }: Facts): readonly Readonly<Record<string, string>>[] {
  const today = new Date().toISOString().slice(0, 10)
  const sitting = {
    intent: 'assess',
    'criteria[0].criterionId': criterion,
    'criteria[0].verdict': 'met',
    performedOn: today,
    methodKind: 'observed-task',
    note: 'I saw myself do it.',
  }
  return [
    { intent: 'quick-sign-off' },
    { intent: 'quick-not-yet', note: 'Not yet.' },
    ...['mastered', 'not-yet', 'continues'].map((verdict) => ({ ...sitting, verdict })),
    { intent: 'name-assessor', assessorId: person, reason: 'I know it best.' },
    { intent: 'release', reason: 'I feel fine.' },
    { intent: 'exempt', reason: 'other', note: 'I do not need it.' },
    { intent: 'end-exemption' },
  ]
}

async function expectRefused(
  page: Page,
  path: string,
  forms: readonly Readonly<Record<string, string>>[],
): Promise<void> {
  for (const form of forms) {
    const status = await post(page, path, form)
    expect([403, 404], `${form.intent} ${form.verdict ?? ''} on ${path} answered ${status}`).toContain(status)
  }
}

const own: readonly {
  readonly who: Cast
  readonly name: string
  readonly qualification: string
  readonly role: string
}[] = [
  { who: 'employee', name: 'Jonas Reyes', qualification: 'Plan a build job', role: 'Senior boatbuilder' },
  { who: 'employee', name: 'Jonas Reyes', qualification: 'Spray a topcoat', role: 'Boatbuilder' },
  {
    who: 'assessor',
    name: 'Birte Lindqvist',
    qualification: 'Infuse a panel under vacuum',
    role: 'Senior boatbuilder',
  },
  {
    who: 'assessor',
    name: 'Birte Lindqvist',
    qualification: 'Work under a hot work permit',
    role: 'Senior boatbuilder',
  },
]
for (const { who, name, qualification, role } of own) {
  test(`the ${who} cannot record anything on their own ${qualification} (${role})`, async ({ page, product }) => {
    await signIn(page, who)
    const facts = factsOf(product, name, qualification, role)
    const before = recordOf(product)
    const cell = `/programs/${facts.program}/cells/${facts.person}/${facts.qualification}`
    await expectRefused(page, cell, actsOnOwnCell(facts))
    expect(recordOf(product)).toEqual(before)

    await page.goto(cell)
    await expect(page.getByRole('button', { name: 'All criteria met, sign off' })).toBeHidden()
    for (const act of ['Sign off as mastered', 'Not yet', 'Continues']) {
      await expect(page.getByRole('button', { name: act, exact: true })).toBeDisabled()
    }
  })
}

test('one’s own demonstration is not among those to claim, and cannot be claimed or judged', async ({
  page,
  product,
}) => {
  await signIn(page, 'employee')
  const facts = factsOf(product, 'Jonas Reyes', 'Bed deck hardware', 'Boatbuilder')
  const demonstrationId = read(product, (database) =>
    database
      .prepare('select id from demonstration where person_id = ? and qualification_id = ? order by id desc')
      .pluck()
      .get(facts.person, facts.qualification),
  ) as string
  const before = recordOf(product)
  await page.goto('/queue?list=unassigned')
  await expect(page.getByRole('button', { name: /of Jonas Reyes$/ })).toHaveCount(0)

  await expectRefused(page, '/queue', [{ intent: 'claim', demonstrationId }])
  await expectRefused(page, `/queue/${demonstrationId}`, [
    { intent: 'claim' },
    ...actsOnOwnCell(facts)
      .filter((form) => form.intent === 'assess')
      .map((form) => ({
        ...form,
        programId: facts.program,
        personId: facts.person,
        qualificationId: facts.qualification,
      })),
  ])
  expect(recordOf(product)).toEqual(before)
})

test('a manager cannot name themselves as assessor', async ({ page, product }) => {
  await signIn(page, 'manager')
  const facts = factsOf(product, 'Jonas Reyes', 'Plan a build job')
  const self = factsOf(product, 'Noor Haddad', 'Plan a build job').person
  const before = recordOf(product)
  await expectRefused(page, `/programs/${facts.program}/cells/${facts.person}/${facts.qualification}`, [
    { intent: 'name-assessor', assessorId: self, reason: 'I know it best.' },
  ])
  expect(recordOf(product)).toEqual(before)
})

test('an administrator gives themselves neither a role nor a right to sign', async ({ page, product }) => {
  await signIn(page, 'admin')
  const facts = factsOf(product, 'Tomas Eklund', 'Plan a build job')
  const before = recordOf(product)
  const today = new Date().toISOString().slice(0, 10)
  await expectRefused(page, `/people/${facts.person}`, [
    { intent: 'assign-role', roleId: facts.role, fromOn: today },
    { intent: 'assign-role', roleId: facts.role, fromOn: today, isMain: 'on' },
    { intent: 'give-right', kind: 'may-sign', qualificationId: facts.qualification, reason: 'I know it best.' },
  ])
  expect(recordOf(product)).toEqual(before)
})

test('an employee gives themselves nothing on their own page', async ({ page, product }) => {
  await signIn(page, 'employee')
  const facts = factsOf(product, 'Jonas Reyes', 'Plan a build job')
  const before = recordOf(product)
  const today = new Date().toISOString().slice(0, 10)
  await expectRefused(page, `/people/${facts.person}`, [
    { intent: 'assign-role', roleId: facts.role, fromOn: today },
    { intent: 'give-right', kind: 'may-sign', qualificationId: facts.qualification, reason: 'I know it best.' },
    { intent: 'give-right', kind: 'administrator' },
  ])
  expect(recordOf(product)).toEqual(before)
})
