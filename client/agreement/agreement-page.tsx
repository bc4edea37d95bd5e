import { createMemo, type JSX, Show } from 'solid-js'
import { programmeOn } from '../../shared/programme.ts'
import { askProgrammes } from '../commitment/programmes.ts'
import { loadFora } from '../forum/fora.ts'
import { useAgreement } from '../shell/agreement.ts'
import { formatDay, t, today } from '../text.ts'
import { Part, Rail } from '../ui/lists.tsx'
import { createLoad } from '../ui/load.ts'
import { Loaded } from '../ui/loaded.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { BenefitPart } from './benefit-part.tsx'
import { Now, OtherSeats, Parties } from './beside.tsx'
import { CharterVersions } from './charter-versions.tsx'
import { ForaPart } from './fora-part.tsx'
import { PlainCharter } from './plain-charter.tsx'
import { ProgrammePart } from './programme-part.tsx'
import { loadSeats } from './seats.ts'

/** The agreement on one page: the benefit, its fora, its charter in plain words, its programme in force, and who sits where. */
export function Page(): JSX.Element {
  const agreement = useAgreement()
  const fora = createLoad(() => loadFora(agreement().id))
  const programmes = createLoad(() => askProgrammes(agreement().id))
  const seats = createLoad(() => loadSeats(agreement().id))
  const inForce = createMemo(() => programmeOn(programmes.value() ?? [], today()))
  return (
    <>
      <PageHead title={agreement().title} lede={<Lede />} />
      <div class="split">
        <div class="stack-l">
          <BenefitPart fora={fora.value()} />
          <Loaded load={fora}>
            {(list) => <ForaPart fora={list()} programmes={programmes.value() ?? []} inForce={inForce()?.id} />}
          </Loaded>
          <CharterPart />
          <Loaded load={programmes}>{() => <ProgrammePart id={inForce()?.id} />}</Loaded>
        </div>
        <Rail label={t('agreement.now.beside')}>
          <Now fora={fora.value()} inForce={inForce()} />
          <Loaded load={seats}>
            {(list) => (
              <>
                <Parties seats={list()} />
                <OtherSeats seats={list()} />
              </>
            )}
          </Loaded>
        </Rail>
      </div>
    </>
  )
}

function Lede(): JSX.Element {
  const agreement = useAgreement()
  return (
    <>
      <Show when={agreement().signedOn}>{(day) => <>{t('agreement.signed', { day: formatDay(day()) })} </>}</Show>
      {agreement().summary}
    </>
  )
}

function CharterPart(): JSX.Element {
  const agreement = useAgreement()
  return (
    <Part title={t('agreement.charter')}>
      <p>
        {t('agreement.charter.version', {
          version: agreement().charterVersion,
          template: t(`charter.template.${agreement().charter.template}`),
          since: formatDay(agreement().charterSince),
        })}
      </p>
      <PlainCharter charter={agreement().charter} />
      <CharterVersions agreementId={agreement().id} version={agreement().charterVersion} />
    </Part>
  )
}
