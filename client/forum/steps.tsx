import { createSignal, For, type JSX, Show } from 'solid-js'
import { forumMoves, nextMove, type Stage } from '../../shared/forum.ts'
import { type Action, refusal } from '../../shared/permissions.ts'
import { api, call } from '../api.ts'
import { actor, refreshSession } from '../session.ts'
import { t, tKind } from '../text.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { tell } from '../ui/toast.tsx'
import { type Block, type Forum, forumName } from './fora.ts'

/** What still keeps the forum from closing, and the step that it takes next. */
export function Steps(props: { forum: Forum; blocks: readonly Block[]; again: () => Promise<unknown> }): JSX.Element {
  const next = () => {
    const move = nextMove(props.forum.stage)
    return move && forumMoves[move].to
  }
  const heading = () =>
    props.blocks.length > 0
      ? t('forum.blocks')
      : t(props.forum.stage === 'adoption' ? 'forum.noBlocks' : 'forum.nextStep')
  return (
    <section class="blocks" aria-labelledby="blocks-h">
      <div class="blocks-head">
        <h2 id="blocks-h">{heading()}</h2>
        <Show when={next()}>
          {(to) => <Step forum={props.forum} to={to()} blocked={props.blocks.length > 0} again={props.again} />}
        </Show>
      </div>
      <Show when={props.blocks.length > 0}>
        <ul class="blocks-list">
          <For each={grouped(props.blocks)}>{([kind, blocks]) => <BlockGroup kind={kind} blocks={blocks} />}</For>
        </ul>
      </Show>
    </section>
  )
}

const grouped = (blocks: readonly Block[]): [string, Block[]][] => [...Map.groupBy(blocks, ({ kind }) => kind)]

function BlockGroup(props: { kind: string; blocks: readonly Block[] }): JSX.Element {
  return (
    <li>
      <b>{tKind('forum.block', props.kind, { count: props.blocks.length })}</b>{' '}
      <span>
        <For each={props.blocks}>
          {(block, index) => (
            <>
              {index() > 0 && ', '}
              <a href={block.path}>{block.title}</a>
            </>
          )}
        </For>
      </span>
    </li>
  )
}

/** The step to the next stage. It cannot be taken back, so it is asked once more, with what it brings about. */
function Step(props: { forum: Forum; to: Stage; blocked: boolean; again: () => Promise<unknown> }): JSX.Element {
  const [asking, setAsking] = createSignal(false)
  const closes = () => props.to === 'closed'
  const action = (): Action => (closes() ? 'forum.close' : 'forum.move')
  const refused = () =>
    refusal(actor(), action(), { agreementId: props.forum.agreementId, state: props.forum.stage }) ??
    (closes() && props.blocked ? 'forum_blocked' : undefined)
  const take = async () => {
    const label = await send(props.forum, props.to)
    setAsking(false)
    tell(label ? t('forum.closedAndNext', { next: forumName(label) }) : tKind('forum.moved', props.to))
    await Promise.all([props.again(), refreshSession()])
  }
  return (
    <>
      <Button refusal={refused()} onClick={() => setAsking(true)}>
        {t(`forum.move.${props.to}` as 'forum.move.closed')}
      </Button>
      <Dialog
        open={asking()}
        title={t(`forum.move.${props.to}` as 'forum.move.closed')}
        onClose={() => setAsking(false)}
      >
        <p>{t(`forum.moveMeans.${props.to}` as 'forum.moveMeans.closed')}</p>
        <p class="meta">{t('forum.moveForGood')}</p>
        <div class="row">
          <Button primary onClick={take}>
            {t(`forum.move.${props.to}` as 'forum.move.closed')}
          </Button>
          <Button onClick={() => setAsking(false)}>{t('ui.cancel')}</Button>
        </div>
      </Dialog>
    </>
  )
}

/** Takes the step; the label of the next forum where it closed this one. */
async function send(forum: Forum, to: Stage): Promise<string | undefined> {
  const param = { id: forum.id }
  if (to === 'closed') return (await call(api.api.forums[':id'].closing.$put({ param }))).next.label
  if (to !== 'notice') await call(api.api.forums[':id'].stage.$put({ param, json: { to } }))
  return undefined
}
