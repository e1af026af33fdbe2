/** Where to go on: only pages of this system, so that a link can not lead a logged-in person somewhere else. */
export function pageOfHere(wanted: unknown): string {
  const page = String(wanted ?? '/')
  return /^\/(?![/\\])/.test(page) ? page : '/'
}
