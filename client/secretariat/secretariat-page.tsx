import type { JSX } from 'solid-js'
import { loadSeats } from '../agreement/seats.ts'
import { useAgreement } from '../shell/agreement.ts'
import { t } from '../text.ts'
import { createLoad } from '../ui/load.ts'
import { Loaded } from '../ui/loaded.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { CharterPart } from './charter-part.tsx'
import { InvitationsPart } from './invitations-part.tsx'
import { SeatsPart } from './seats-part.tsx'
import { TeamsPart } from './teams-part.tsx'
import { WordsPart } from './words-part.tsx'

/** What the secretariat keeps in order: who sits where, who is invited, the teams, and the charter. */
export function Page(): JSX.Element {
  const agreement = useAgreement()
  const seats = createLoad(() => loadSeats(agreement().id))
  return (
    <>
      <PageHead title={t('agreement.secretariat.title')} lede={t('agreement.secretariat.lede')} />
      <div class="stack-l">
        <Loaded load={seats}>{(list) => <SeatsPart seats={list()} onChanged={seats.again} />}</Loaded>
        <InvitationsPart />
        <TeamsPart />
        <CharterPart />
        <WordsPart />
      </div>
    </>
  )
}
