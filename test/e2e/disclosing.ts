import { expect } from 'vitest'
import { type ForumHere, forumPath } from './convening.ts'
import type { AgreementHere } from './founding.ts'
import {
  ask,
  fill,
  get,
  hasDuty,
  isAccessible,
  type Person,
  press,
  pressTwice,
  sees,
  settled,
  visit,
} from './person.ts'

const indicators = [
  { code: 'LAI_WOPL_NOC_NB', title: 'Registered workplaces', unit: 'workplaces', direction: 'neither' },
  { code: 'LAI_VIST_NOC_NB', title: 'Labour inspection visits', unit: 'visits', direction: 'more' },
  {
    code: 'WAGE_UNDER_NB',
    title: 'Workplaces that underpay',
    unit: 'workplaces',
    direction: 'less',
    of: 'LAI_WOPL_NOC_NB',
  },
  { code: 'INJ_FATL_NB', title: 'Fatal injuries', unit: 'cases', direction: 'less' },
  { code: 'STRIKE_NB', title: 'Strikes put down', unit: 'strikes', direction: 'less' },
] as const

/** What the teams count, defined once for all. */
export async function defineIndicators(sophea: Person, agreement: AgreementHere): Promise<Record<string, string>> {
  const ids: Record<string, string> = {}
  for (const { code, title, unit, direction, ...rest } of indicators) {
    const form = { code, title, unit, direction, grain: 'year', source: 'ILOSTAT', definition: `${title}, in a year.` }
    const of = 'of' in rest ? { denominatorId: ids[rest.of] } : {}
    const path = `/api/agreements/${agreement.id}/indicators`
    ids[code] = (await get<{ id: string }>(sophea, 'POST', path, { ...form, ...of })).id
  }
  return ids
}

/**
 * A file in the form in which ILOSTAT gives its tables: with rows of another area, why a figure is missing by SDMX's
 * codes, words in place of a number, a formula, and a path in its name.
 */
const file = {
  name: '../../etc/LAI_2025.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(
    [
      '\ufeffref_area,indicator,source,time,obs_value,obs_status,note_source',
      'KHM_N,LAI_WOPL_NOC_NB,FX:158,2025,412,,',
      'KHM_N,LAI_VIST_NOC_NB,FX:158,2025,1184,,S3:20',
      'KHM_N,WAGE_UNDER_NB,FX:158,2025,37,,',
      'KHM_N,INJ_FATL_NB,FX:158,2025,,C,',
      'KHM_N,STRIKE_NB,FX:158,2025,,X,',
      'KHM_N,LAI_WOPL_NOC_NB,FX:158,2024,about 400,,',
      'KHM_N,LAI_VIST_NOC_NB,FX:158,2024,"=HYPERLINK(""http://example.org"")",,',
      'KHM_S,LAI_VIST_NOC_NB,FX:158,2025,931,,',
    ].join('\r\n'),
  ),
}

/** The first team brings a file: looks at what each row becomes, imports, takes it back, imports again, and files. */
export async function linaDiscloses(lina: Person): Promise<void> {
  await hasDuty(lina, /^File what Team North discloses to forum/)
  await press(lina, 'Open the disclosure', 'link')
  await press(lina, 'Begin the disclosure')
  await fill(lina, 'Name of the method', 'Unannounced visits')
  await fill(lina, 'How the team works', 'Two inspectors, never announced, every line of a factory.')
  await press(lina, 'Save the method')
  await sees(lina, 'Saved as method 1.')
  await writePart(lina, 'Successes', 'Every registered workplace of the north was seen at least once.')
  await writePart(lina, 'Failures', 'Thirty-seven still underpay; eleven of them did so the year before.')
  await isAccessible(lina)
  await press(lina, 'Import a file', 'link')
  await chooseTheFile(lina)
  await sees(lina, 'Say by which name the file calls your team.')
  await lina.page.getByLabel('Team North is called there').selectOption({ label: 'KHM_N (7 rows)' })
  await press(lina, 'Import 5 records')
  await sees(lina, '5 records were imported.')
  await press(lina, 'Undo')
  await sees(lina, /is undone; what it had replaced counts again\.$/)
  await chooseTheFile(lina)
  await sees(lina, 'Your team imported a file with the same columns before: this is what was said of them then.')
  await rowsAreTold(lina)
  await press(lina, 'Import 5 records')
  await sees(lina, '5 records were imported.')
  await press(lina, 'Look at the records', 'link')
  await sees(lina, '5 records, 3 of them figures.')
  const imports = lina.page.getByRole('table', { name: 'Imports' })
  expect(await imports.innerText()).not.toMatch(/[/\\]/)
  await imports.getByText('undone').waitFor()
  await isAccessible(lina)
  await pressTwice(lina, 'File and seal')
  await sees(lina, 'Filed and sealed.')
}

/** One of the parts that the charter asks for in words. */
async function writePart(lina: Person, part: string, text: string): Promise<void> {
  await lina.page.getByRole('textbox', { name: part }).fill(text)
  await lina.page.getByRole('form', { name: part }).getByRole('button', { name: 'Save this part' }).click()
  await sees(lina, `${part}: saved.`)
}

async function chooseTheFile(lina: Person): Promise<void> {
  await settled(lina.page)
  await lina.page.getByRole('button', { name: /^Choose (a|another) file/ }).setInputFiles(file)
  await sees(lina, /LAI_2025\.csv: 8 rows, 7 columns\./)
}

/** Before anything is sent: what each row becomes, and in which line what is wrong. */
async function rowsAreTold(lina: Person): Promise<void> {
  await sees(lina, 'Labour inspection visits, 2025: 1,184 visits')
  await sees(lina, 'This is not written as one number.')
  await sees(lina, 'This is a formula, not a figure. It was not evaluated.')
  const faults = lina.page.getByRole('table', { name: 'Cannot be taken' })
  await expect.poll(() => faults.getByRole('rowheader').allInnerTexts()).toEqual(['7', '8'])
  await isAccessible(lina)
}

/** Sealed until the comparison opens, for all at one instant. */
export async function disclosuresAreSealed(marc: Person, agreement: AgreementHere, forum: ForumHere): Promise<void> {
  const listed = await get<{ id: string; team: string }[]>(marc, 'GET', `/api/forums/${forum.id}/disclosures`)
  const north = listed.find(({ team }) => team === 'Team North')
  if (north?.id) expect((await ask(marc, 'GET', `/api/disclosures/${north.id}`)).status).toBeGreaterThanOrEqual(400)
  expect((await ask(marc, 'GET', `/api/forums/${forum.id}/comparison`)).status).toBe(409)
  await visit(marc, `${forumPath(agreement, forum)}/records`)
  await sees(marc, 'filed and sealed')
}

/** Like beside like; why there is no figure, each kind in its own words; and why two figures cannot be compared. */
export async function recordsAreCompared(lina: Person, agreement: AgreementHere, forum: ForumHere): Promise<void> {
  await visit(lina, `${forumPath(agreement, forum)}/records`)
  const table = lina.page.getByRole('table', { name: 'The records' })
  for (const words of ['suppressed', 'not applicable', 'not reported', 'unknown', /not comparable, because/i])
    await table.getByText(words).first().waitFor()
}

/** The second team types its few records, and leaves out what its share of underpaying workplaces is a share of. */
export async function marcDiscloses(
  marc: Person,
  agreement: AgreementHere,
  forum: ForumHere,
  ids: Record<string, string>,
): Promise<void> {
  const teamId = agreement.teams.find(({ name }) => name === 'Team South')!.id
  const { id } = await get<{ id: string }>(marc, 'POST', `/api/forums/${forum.id}/disclosures`, { teamId })
  const said = [
    { code: 'LAI_VIST_NOC_NB', value: 931 },
    { code: 'WAGE_UNDER_NB', value: 12 },
    { code: 'INJ_FATL_NB', missing: 'not_reported' },
    { code: 'STRIKE_NB', missing: 'unknown' },
  ]
  for (const { code, ...what } of said)
    await get(marc, 'PUT', `/api/disclosures/${id}/records`, {
      indicatorId: ids[code],
      period: '2025',
      note: '',
      ...what,
    })
  const method = { title: 'Visits by lot', body: 'Each month a tenth of the registered workplaces is drawn by lot.' }
  await get(marc, 'PUT', `/api/disclosures/${id}/method`, method)
  await get(marc, 'PUT', `/api/disclosures/${id}/sections/successes`, { text: 'A tenth was seen each month.' })
  await get(marc, 'PUT', `/api/disclosures/${id}/sections/failures`, {
    text: 'Who was seen in March was not seen again.',
  })
  await get(marc, 'PUT', `/api/disclosures/${id}/filing`)
}
