import { hashedPlan, type PlanBody } from '../../shared/plan.ts'

/** SHA-256 of a reading's exact text, counted in this browser: what is shown is what is concurred in. */
export const sumOf = (body: PlanBody): Promise<string> => sumOfText(hashedPlan(body))

/** SHA-256 (hex) of the UTF-8 bytes of a text. */
export async function sumOfText(text: string): Promise<string> {
  const bytes = new TextEncoder().encode(text)
  const digest = crypto.subtle ? new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)) : await ownSum(bytes)
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Browsers keep their own SHA-256 from pages that came without TLS, as on a ministry's inner network. */
async function ownSum(bytes: Uint8Array): Promise<Uint8Array> {
  const { digest } = await import('lib0/hash/sha256')
  return digest(bytes)
}
