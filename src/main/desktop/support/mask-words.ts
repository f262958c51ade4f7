/** What stands between double quotes, where errors repeat what they were given: `Unexpected token in JSON "…"`. */
const quoted = /"[^"\n]*"|“[^”\n]*”/g
/** Our own messages are English, so that whatever is Chinese in a line of the log was typed by somebody, or names his folder. */
const han = /\p{Script=Han}[\p{Script=Han}·]*/gu

/** The folder of a person, which is named after him: every stack of an application that he installed for himself begins with it. */
const home = /([\\/](?:Users|home)[\\/])[^\\/\n'"]+(?=[\\/'"]|$)/gm

/** The same words as an address writes them: every stack of a program that lies in a Chinese folder. */
const encoded = /(?:%[0-9a-f]{2}){3,}/gi

/** Blackens words of people in a text that is for developers: names in errors, folders named after somebody (S5). */
export const maskWords = (text: string): string =>
  text.replace(quoted, '"…"').replace(home, '$1~').replace(encoded, '**').replace(han, '**')
