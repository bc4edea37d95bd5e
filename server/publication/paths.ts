const part = encodeURIComponent

/** Every address of the public record. */
export const publicPaths = {
  site: () => '/public',
  agreement: (slug: string) => `/public/${part(slug)}`,
  programme: (slug: string, id: string) => `/public/${part(slug)}/programmes/${part(id)}`,
  commitment: (slug: string, id: string) => `/public/${part(slug)}/commitments/${part(id)}`,
  comparison: (slug: string, label: string) => `/public/${part(slug)}/fora/${part(label)}/comparison`,
  ranking: (slug: string, label: string, code: string) =>
    `/public/${part(slug)}/fora/${part(label)}/comparison/${part(code)}`,
  disclosure: (slug: string, label: string, teamId: string) =>
    `/public/${part(slug)}/fora/${part(label)}/disclosures/${part(teamId)}`,
  strategies: (slug: string) => `/public/${part(slug)}/strategies`,
  criteria: (slug: string) => `/public/${part(slug)}/criteria`,
  gaps: (slug: string, label: string) => `/public/${part(slug)}/fora/${part(label)}/gaps`,
  faults: (slug: string, label: string) => `/public/${part(slug)}/fora/${part(label)}/findings`,
}
