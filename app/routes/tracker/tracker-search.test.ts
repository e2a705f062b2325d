import { describe, expect, it } from 'vitest'
import { isFiltered, readTrackerSearch, searchHref, writeTrackerSearch } from './tracker-search'

const person = 'pers_0000000000aa'
const qualification = 'qual_0000000000bb'
const team = 'team_0000000000cc'

describe('the address of a tracker', () => {
  it('is plain while nothing is chosen', () => {
    expect(searchHref(new URLSearchParams(), {})).toBe('?')
    expect(readTrackerSearch(new URLSearchParams())).toEqual({
      search: '',
      teamId: null,
      status: null,
      sort: 'name',
      isDescending: false,
      view: 'detail',
      panel: null,
    })
  })

  it('says again what was written into it', () => {
    const change = {
      search: 'elif',
      teamId: team,
      status: 'expired',
      sort: qualification,
      isDescending: true,
      view: 'overview',
      panel: { personId: person, qualificationId: qualification, programId: null },
    } as const
    expect(readTrackerSearch(writeTrackerSearch(new URLSearchParams(), change))).toEqual(change)
  })

  it('leaves out what it does not know, and never fails', () => {
    const params = new URLSearchParams('team=x&status=fine&sort=height&view=map&person=1&qualification=2')
    expect(readTrackerSearch(params)).toEqual(readTrackerSearch(new URLSearchParams()))
  })

  it('keeps filters when a panel opens and closes', () => {
    const filtered = writeTrackerSearch(new URLSearchParams(), { status: 'not-yet' })
    const open = writeTrackerSearch(filtered, {
      panel: { personId: person, qualificationId: qualification, programId: null },
    })
    expect(readTrackerSearch(open).status).toBe('not-yet')
    expect(writeTrackerSearch(open, { panel: null }).toString()).toBe(filtered.toString())
  })

  it('is filtered by name, team or status, not by order or view', () => {
    const of = (text: string) => isFiltered(readTrackerSearch(new URLSearchParams(text)))
    expect([of('q=a'), of(`team=${team}`), of('status=expired')]).toEqual([true, true, true])
    expect([of('sort=readiness'), of('view=overview'), of('q=%20')]).toEqual([false, false, false])
  })
})
