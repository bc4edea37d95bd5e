/** A decimal as text, so that its digits are the ones that were agreed: no float ever enters a hash. */
export const decimalPattern = /^-?\d{1,15}(\.\d{1,6})?$/

export const isDecimal = (text: string): boolean => decimalPattern.test(text)

/** Below zero when `a` is smaller, zero when both are one number however they are written (`80` and `80.0`). */
export function compareDecimals(a: string, b: string): number {
  const [x, y] = [scaled(a), scaled(b)]
  return x < y ? -1 : x > y ? 1 : 0
}

/** In millionths, exact: decimals of ours have six digits after the point at most. */
function scaled(text: string): bigint {
  const [whole = '0', part = ''] = text.replace('-', '').split('.')
  const size = BigInt(whole + part.padEnd(6, '0'))
  return text.startsWith('-') ? -size : size
}
