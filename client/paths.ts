const part = encodeURIComponent

/** Every address of the client. Public pages are the server's: link to them with `rel="external"`. */
export const paths = {
  duties: () => '/',
  notifications: () => '/notifications',
  signIn: (next?: string) => (next && next !== '/' ? `/sign-in?next=${part(next)}` : '/sign-in'),
  invitation: (token: string) => `/invitation/${part(token)}`,
  account: () => '/account',
  agreements: () => '/agreements',
  newAgreement: () => '/agreements/new',
  agreement: (slug: string) => `/a/${part(slug)}`,
  convene: (slug: string) => `/a/${part(slug)}/fora/new`,
  forum: (slug: string, label: string) => `/a/${part(slug)}/fora/${part(label)}`,
  item: (slug: string, label: string, itemId: string) => `/a/${part(slug)}/fora/${part(label)}#item-${part(itemId)}`,
  plan: (slug: string, label: string) => `/a/${part(slug)}/fora/${part(label)}/plan`,
  minutes: (slug: string, label: string) => `/a/${part(slug)}/fora/${part(label)}/minutes`,
  comparison: (slug: string, label: string) => `/a/${part(slug)}/fora/${part(label)}/records`,
  disclosure: (slug: string, label: string) => `/a/${part(slug)}/fora/${part(label)}/disclosure`,
  importRecords: (slug: string, label: string) => `/a/${part(slug)}/fora/${part(label)}/disclosure/import`,
  openDisclosure: (slug: string, id: string) => `/a/${part(slug)}/disclosures/${part(id)}`,
  records: (slug: string) => `/a/${part(slug)}/records`,
  programme: (slug: string, programmeId: string) => `/a/${part(slug)}/programmes/${part(programmeId)}`,
  commitment: (slug: string, commitmentId: string) => `/a/${part(slug)}/commitments/${part(commitmentId)}`,
  ledger: (slug: string) => `/a/${part(slug)}/ledger`,
  secretariat: (slug: string) => `/a/${part(slug)}/secretariat`,
  publicSite: () => '/public',
  publicAgreement: (slug: string) => `/public/${part(slug)}`,
}
