import canonicalize from 'canonicalize'

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

/** The one byte form of a value, RFC 8785 (JCS). What cannot be represented exactly is refused, never rounded. */
export function canonical(value: unknown): string {
  assertExact(value, '$')
  return canonicalize(value) as string
}

function assertExact(value: unknown, path: string): void {
  if (value === null || typeof value === 'boolean') return
  if (typeof value === 'string') {
    if (!value.isWellFormed()) throw new TypeError(`${path}: a lone surrogate has no UTF-8 form`)
    return
  }
  if (typeof value === 'number') {
    if (!Number.isFinite(value) || (Number.isInteger(value) && !Number.isSafeInteger(value)))
      throw new TypeError(`${path}: ${value} has no exact form`)
    return
  }
  if (Array.isArray(value)) {
    for (const [i, item] of value.entries()) assertExact(item, `${path}[${i}]`)
    return
  }
  if (
    typeof value === 'object' &&
    (Object.getPrototypeOf(value) === Object.prototype || Object.getPrototypeOf(value) === null)
  ) {
    for (const [key, item] of Object.entries(value)) if (item !== undefined) assertExact(item, `${path}.${key}`)
    return
  }
  throw new TypeError(`${path}: ${typeof value} has no JSON form`)
}
