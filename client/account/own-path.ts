/** A path of this site, as a link claims it; the first page where it is anything else, so that no link leads away through us. */
export function ownPath(claimed: string | undefined): string {
  if (!claimed?.startsWith('/') || /^\/[/\\]/.test(claimed)) return '/'
  const base = 'http://parley.invalid'
  const url = URL.canParse(claimed, base) ? new URL(claimed, base) : undefined
  return url?.origin === base ? url.pathname + url.search + url.hash : '/'
}
