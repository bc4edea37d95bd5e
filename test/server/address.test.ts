import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { addressOf, networkOf } from '../../server/http/address.ts'

const seen = async (proxies: number, forwarded: string | undefined, direct = '10.0.0.9') => {
  const app = new Hono().get('/', (c) => c.text(addressOf(c, proxies)))
  const headers = new Headers(forwarded === undefined ? [] : [['X-Forwarded-For', forwarded]])
  const answer = await app.request('/', { headers }, { incoming: { socket: { remoteAddress: direct } } })
  return answer.text()
}

describe('the address that a request came from', () => {
  test('is the socket’s, whatever a header claims, where no proxy is trusted', async () => {
    expect(await seen(0, '1.2.3.4')).toBe('10.0.0.9')
  })

  test('is what the outermost trusted proxy wrote, never what was claimed before it', async () => {
    expect(await seen(1, '6.6.6.6, 1.2.3.4')).toBe('1.2.3.4')
    expect(await seen(2, '6.6.6.6, 1.2.3.4, 10.0.0.1')).toBe('1.2.3.4')
  })

  test('is the socket’s where the proxies wrote nothing', async () => {
    expect(await seen(1, undefined)).toBe('10.0.0.9')
    expect(await seen(2, '1.2.3.4')).toBe('10.0.0.9')
  })

  test.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0db8:1:2::1', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['', ''],
    ['unknown', 'unknown'],
  ])('counts as one subscriber’s: %s', (address, network) => {
    expect(networkOf(address)).toBe(network)
  })
})
