import { expect, test } from 'vitest'
import { paths } from '../../client/paths.ts'
import { slugOf } from '../../client/shell/agreement.ts'

test('an address says where a thing is, and the agreement is found in it again', () => {
  expect(paths.plan('us-cambodia', '2010-2')).toBe('/a/us-cambodia/fora/2010-2/plan')
  expect(slugOf(paths.plan('us-cambodia', '2010-2'))).toBe('us-cambodia')
  expect(slugOf(paths.account())).toBeUndefined()
  expect(slugOf('/agreements')).toBeUndefined()
})

test('no word of an address can leave its place in it', () => {
  expect(paths.agreement('../x?y#z')).toBe('/a/..%2Fx%3Fy%23z')
  expect(slugOf(paths.agreement('a/b'))).toBe('a/b')
})

test('the door leads back to where one came from', () => {
  expect(paths.signIn()).toBe('/sign-in')
  expect(paths.signIn('/a/x?as-of=2010-01-01')).toBe('/sign-in?next=%2Fa%2Fx%3Fas-of%3D2010-01-01')
})
