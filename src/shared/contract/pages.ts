/** Addresses of the application that may come from outside it: from a link, or from what a window remembered. */

/** Pages that need no more than their name. None carries anything about a customer, so that each may be remembered in a file. */
const plain = [
  'to-do',
  'daily-check',
  'customers',
  'showroom',
  'register',
  'rotation',
  'leads',
  'losses',
  'forms',
  'violations',
  'penalties',
  'rectifications',
  'leaves',
  'instructions',
  'ownership',
  'recordings',
  'reassign',
  'duplicates',
  'figures',
  'policy',
  'audit',
  'imports',
  'staff',
  'settings',
] as const

/** The scheme of a link from outside, registered with the system by the installed application. */
export const linkScheme = 'showroom-cadence'
/** A link is short; anything longer is no link. */
const longestLink = 200
/** Ids are opaque, but they are made of these. */
const id = /^[0-9A-Za-z][0-9A-Za-z-]{7,63}$/

const isPlain = (name: string): boolean => (plain as readonly string[]).includes(name)

/** The page of an address if it is one of those that need no more than their name: `/to-do`. */
export function plainPage(address: string): string | undefined {
  const name = /^\/([a-z-]{1,30})(?:\/.*|\?.*)?$/su.exec(address)?.[1]
  return name !== undefined && isPlain(name) ? `/${name}` : undefined
}

/** The link that opens a customer's card, for whoever may see it. */
export const linkToCustomer = (customerId: string): string => `${linkScheme}://customer/${customerId}`

/**
 * The page that a link asks for: `showroom-cadence://customer/<id>` or `showroom-cadence://to-do`; undefined for whatever is no such link.
 * Read letter by letter and never decoded: what has to be decoded was not made by us.
 */
export function pageOfLink(link: string): string | undefined {
  if (link.length > longestLink) return undefined
  const start = `${linkScheme}://`
  if (!link.toLowerCase().startsWith(start)) return undefined
  // Some systems add a slash to an address that ends with its host.
  const [place = '', rest, ...more] = link.slice(start.length).replace(/\/$/, '').split('/')
  if (more.length > 0) return undefined
  if (rest === undefined) return isPlain(place) ? `/${place}` : undefined
  return place.toLowerCase() === 'customer' && id.test(rest) ? `/customers/${rest}` : undefined
}
