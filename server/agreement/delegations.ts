import type { Side } from '../../shared/agreement.ts'
import type { NewParty } from '../../shared/agreement-forms.ts'
import type { Charter } from '../../shared/charter.ts'
import type { Instant } from '../../shared/dates.ts'
import { newId } from '../../shared/ids.ts'
import type { Trx } from '../db/database.ts'

const sideLetter: Record<Exclude<Side, 'jurists'>, string> = { government: 'G', workers: 'W', employers: 'E' }

/** Writes the parties in their order, and the delegations that the charter has them send. */
export async function insertParties(
  trx: Trx,
  agreementId: string,
  charter: Charter,
  asked: readonly NewParty[],
  now: Instant,
): Promise<void> {
  const at = Date.parse(now)
  const parties = asked.map((party, position) => ({ id: newId(at), agreement_id: agreementId, position, ...party }))
  await trx.insertInto('party').values(parties).execute()
  const letters = partyLetters(asked)
  const delegations = delegationsFor(
    charter,
    parties.map((party, i) => ({ id: party.id, letter: letters[i]! })),
  )
  await trx
    .insertInto('delegation')
    .values(delegations.map((delegation) => ({ id: newId(at), agreement_id: agreementId, ...delegation })))
    .execute()
}

/** A letter (or the code) for each party that no other party has: the first free letter of its name. */
export function partyLetters(parties: readonly { code: string; name: string }[]): string[] {
  const taken = new Set<string>()
  return parties.map(({ code, name }) => {
    const letters = [...name.normalize('NFD').toUpperCase()].filter((char) => /[A-Z]/.test(char))
    const letter = [...letters, code].find((candidate) => !taken.has(candidate)) ?? code
    taken.add(letter)
    return letter
  })
}

/** One delegation for each party and side of the charter, and one of jurists where the charter seats them. */
export function delegationsFor(
  charter: Charter,
  parties: readonly { id: string; letter: string }[],
): { party_id: string | null; side: Side; mark: string }[] {
  const ofParties = parties.flatMap((party) =>
    charter.delegations.sides.map((side) => ({
      party_id: party.id,
      side,
      mark: `${party.letter}${sideLetter[side]}`,
    })),
  )
  return charter.delegations.jurists ? [...ofParties, { party_id: null, side: 'jurists', mark: 'J' }] : ofParties
}
