/** What stands between double quotes, where errors repeat what they were given: `Unexpected token in JSON "…"`. */
const quoted = /"[^"\n]*"|“[^”\n]*”/g
/** Our own messages are English, so that whatever is Chinese in a line of the log was typed by somebody, or names his folder. */
const han = /\p{Script=Han}[\p{Script=Han}·]*/gu

/** Blackens words of people in a text that is for developers: names in errors, folders named after somebody (S5). */
export const maskWords = (text: string): string => text.replace(quoted, '"…"').replace(han, '**')
