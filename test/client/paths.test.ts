import { expect, test } from 'vitest'
import { paths } from '../../client/paths.ts'
import { slugOf } from '../../client/shell/agreement.ts'
import { placesOf } from '../../client/shell/places.ts'

test('an address says where a thing is, and the agreement is found in it again', () => {
  expect(paths.plan('us-cambodia', '2010-2')).toBe('/a/us-cambodia/fora/2010-2/plan')
  expect(slugOf(paths.plan('us-cambodia', '2010-2'))).toBe('us-cambodia')
  expect(slugOf(paths.account())).toBeUndefined()
  expect(slugOf('/agreements')).toBeUndefined()
})

test('no word of an address can leave its place in it', () => {
  expect(paths.agreement('../x?y#z')).toBe('/a/..%2Fx%3Fy%23z')
  expect(slugOf('/a/..%2Fsession')).toBe('..%2Fsession')
})

test('the door leads back to where one came from', () => {
  expect(paths.signIn()).toBe('/sign-in')
  expect(paths.signIn('/a/x?as-of=2010-01-01')).toBe('/sign-in?next=%2Fa%2Fx%3Fas-of%3D2010-01-01')
})

const here = { slug: 'x', fora: [], programmes: [], secretariat: false, pathname: '/a/x' }
const open = { label: '2010-2', stage: 'deliberation' }
const closed = { label: '2010-1', stage: 'closed' }
const hrefs = (given: Partial<Parameters<typeof placesOf>[0]>) =>
  placesOf({ ...here, ...given }).map((place) => place.href)

test('a new agreement leads to no forum, plan or programme before there is one', () => {
  expect(hrefs({})).toEqual(['/a/x', '/a/x/records', '/a/x/ledger'])
  expect(hrefs({ secretariat: true })).toContain('/a/x/secretariat')
})

test('an agreement leads to its open forum, else to its last, and from a page of a forum to the others of that forum', () => {
  expect(hrefs({ fora: [closed, open] })).toContain('/a/x/fora/2010-2/plan')
  expect(hrefs({ fora: [closed] })).toContain('/a/x/fora/2010-1')
  expect(hrefs({ fora: [open, closed], pathname: '/a/x/fora/2010-1/minutes' })).toContain('/a/x/fora/2010-1/plan')
})

test('one place at most says that one is there', () => {
  const at = (pathname: string) =>
    placesOf({ ...here, fora: [open], programmes: [{ id: 'p' }], pathname })
      .filter((place) => place.current)
      .map((place) => `${place.word} ${place.current}`)
  expect(at('/a/x')).toEqual(['agreement page'])
  expect(at('/a/x/fora/2010-2')).toEqual(['forum page'])
  expect(at('/a/x/fora/2010-2/minutes')).toEqual(['forum true'])
  expect(at('/a/x/fora/2010-2/plan')).toEqual(['plan page'])
  expect(at('/a/x/commitments/c')).toEqual(['programme true'])
})
