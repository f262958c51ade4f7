/** An id of an incident, which must stay readable, or seven digits and more with or without spaces and hyphens. */
const idOrNumber = /([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})|\d(?:[ -]?\d){6,}/gi

/** Blackens whatever may be a phone number (S5). */
export const maskPhones = (text: string): string =>
  text.replace(idOrNumber, (_found, id: string | undefined) => id ?? '*******')
