import type { Actor } from '../../shared/agreement.ts'
import type { Instant } from '../../shared/dates.ts'
import { newId } from '../../shared/ids.ts'
import { entryOf, type LibraryCode, type LibraryForm, withDenominators } from '../../shared/indicator-library.ts'
import type { Indicator } from '../../shared/record.ts'
import { Refused } from '../../shared/refusals.ts'
import { sentence } from '../../shared/text/index.ts'
import type { Trx } from '../db/database.ts'
import { demand } from '../http/demand.ts'
import { recordAct } from '../ledger/acts.ts'
import { indicatorsOf, keepIndicator } from './indicators.ts'

/** Takes indicators of the library into an agreement, with all that they are rates of, by one act. What is there stays. */
export async function addFromLibrary(
  trx: Trx,
  actor: Actor,
  agreementId: string,
  form: LibraryForm,
  now: Instant,
): Promise<Indicator[]> {
  demand(actor, 'indicator.define', { agreementId })
  const taken = new Map((await indicatorsOf(trx, agreementId)).map((one) => [one.code.toLowerCase(), one]))
  const added: Indicator[] = []
  for (const code of withDenominators(form.codes)) {
    const known = taken.get(code)
    if (known && known.library !== code) throw new Refused('indicator_taken', { code })
    if (known) continue
    const indicator = fromLibrary(agreementId, code, form, taken, now)
    await keepIndicator(trx, indicator, now)
    taken.set(code, indicator)
    added.push(indicator)
  }
  if (added.length === 0) throw new Refused('nothing_changed')
  const indicators = added.map(({ agreementId: _, ...indicator }) => indicator)
  const body = { count: added.length, indicators }
  await recordAct(trx, actor, { agreementId, kind: 'indicators.added', subject: agreementId, body }, now)
  return added
}

function fromLibrary(
  agreementId: string,
  code: LibraryCode,
  { grain, language }: LibraryForm,
  taken: ReadonlyMap<string, Indicator>,
  now: Instant,
): Indicator {
  const { family, nature, direction, of, ratePer = 100, source } = entryOf(code)
  const word = (part: 'title' | 'definition' | 'unit') => sentence(language, `indicator.${code}.${part}`)
  return {
    id: newId(Date.parse(now)),
    agreementId,
    code,
    title: word('title'),
    definition: word('definition'),
    unit: word('unit'),
    denominatorId: of && taken.get(of)?.id,
    ratePer,
    direction,
    nature,
    grain,
    source: sentence(language, `indicator.source.${source}`),
    family,
    library: code,
    illustrative: false,
  }
}
