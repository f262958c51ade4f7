/** Where this window is to go once somebody can work in it: what its address said at the start, or a link that came before he signed in. */
let wanted: string | null = location.hash.slice(1) || null

export const wantPage = (page: string): void => {
  wanted = page
}
export const wantedPage = (): string | null => wanted
/** It was shown, or is not wanted any more: whoever signs in next begins at home. */
export const forgetWantedPage = (): void => {
  wanted = null
}
