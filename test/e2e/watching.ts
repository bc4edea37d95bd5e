import { fill, get, goTo, hasDuty, isAccessible, isRefused, type Person, press, sees, visit } from './person.ts'

export async function firstCommitment(person: Person, programmeId: string): Promise<string> {
  const programme = await get<{ commitments: { id: string }[] }>(person, 'GET', `/api/programmes/${programmeId}`)
  return programme.commitments[0]!.id
}

const choose = (person: Person, group: RegExp, choice: string): Promise<void> =>
  person.page.getByRole('group', { name: group }).getByRole('radio', { name: choice, exact: true }).check()

/** The party's own word on what it does. */
export async function governmentReports(chan: Person, at: string): Promise<void> {
  await visit(chan, at)
  await press(chan, 'File a report')
  await choose(chan, /^Where the commitment stands/, 'Under way')
  await fill(chan, 'What was done, and what came of it', 'Rates are posted on 310 of 412 lines.')
  await fill(chan, 'Value', '75.2')
  await fill(chan, 'The day that the value describes', new Date().toISOString().slice(0, 10))
  await isAccessible(chan)
  await press(chan, 'File the report')
  await sees(chan, 'The report is filed.')
}

/** The monitor answers two questions, each by itself, and never on the party's word alone. */
export async function monitorFinds(ilona: Person, at: string): Promise<void> {
  await visit(ilona, at)
  await isRefused(ilona, 'File a report', 'Only a delegate of the responsible party can do this.')
  await press(ilona, 'Publish a finding')
  await choose(ilona, /^Implementation:/, 'Substantially carried out')
  await fill(ilona, 'What was found on best efforts', 'Rates are posted on most lines that were visited.')
  await choose(ilona, /^Outcome:/, 'Moving, too slowly')
  await fill(ilona, 'What was found on the goal', 'At this pace 83% of the lines are reached by the due day.')
  await fill(ilona, 'How it was found', 'Forty lines in ten factories, drawn by lot, unannounced.')
  await fill(ilona, 'What it is called', 'Visit notes')
  await ilona.page.getByLabel('Kind').selectOption({ label: 'observation' })
  await ilona.page.getByLabel('Whose word it is').selectOption({ label: 'the party’s own' })
  await ilona.page.getByLabel('What it answers').selectOption({ label: 'both questions' })
  await fill(ilona, 'Where it is kept, or what it says', 'File 12 of the monitor.')
  await isRefused(ilona, 'Publish the finding', /cannot rest on the party’s own word alone/)
  await ilona.page.getByLabel('Whose word it is').selectOption({ label: 'seen by the monitor' })
  await isAccessible(ilona)
  await press(ilona, 'Publish the finding')
  await sees(ilona, /^Finding 1 is published\./)
}

export async function partyReplies(chan: Person, at: string): Promise<void> {
  await hasDuty(chan, /^Reply to finding 1/)
  await goTo(chan, at)
  await press(chan, 'Reply to finding 1')
  await choose(chan, /^To what was found on best efforts/, 'Agrees.')
  const goal = chan.page.getByRole('group', { name: /^To what was found on the goal/ })
  await goal.getByRole('radio', { name: 'Disagrees.', exact: true }).check()
  await chan.page.getByLabel('What the party says').last().fill('Forty more lines were reached last week.')
  await press(chan, 'Give the reply')
  await sees(chan, 'The reply is given. It stands beside the finding.')
  await sees(chan, 'Forty more lines were reached last week.')
  await isAccessible(chan)
}
