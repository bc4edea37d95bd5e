/** Digits in their ASCII order, so that keys compare as plain text. */
const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/**
 * A key that sorts after `before` and ahead of `after`; either may be absent. Moving one thing writes one key, so that
 * whatever else people do to it at the same moment stays. Keys end in a digit above zero, so there is always room.
 */
export function keyBetween(before: string | undefined, after: string | undefined): string {
  if (before !== undefined && after !== undefined && before >= after)
    throw new RangeError(`${before} is not before ${after}`)
  let key = ''
  for (let i = 0; ; i++) {
    const low = digits.indexOf(before?.[i] ?? '0')
    const high = after?.startsWith(key) ? digits.indexOf(after[i] ?? '0') : digits.length
    if (high - low > 1) return key + digits[Math.floor((low + high) / 2)]
    key += digits[low]
  }
}

/** As many keys as asked for, in order, with room between them. */
export function keysFor(count: number): string[] {
  const width = Math.max(1, Math.ceil(Math.log(count + 2) / Math.log(digits.length)))
  const step = digits.length ** width / (count + 1)
  return Array.from({ length: count }, (_, i) => keyAt(Math.floor(step * (i + 1)), width))
}

function keyAt(place: number, width: number): string {
  let key = ''
  for (let rest = place, i = 0; i < width; i++, rest = Math.floor(rest / digits.length))
    key = digits[rest % digits.length] + key
  return key.endsWith('0') ? `${key}V` : key
}

export const isOrderKey = (text: string): boolean => /^[0-9A-Za-z]*[1-9A-Za-z]$/.test(text)
