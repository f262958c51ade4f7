/** A name that says no more than whose it is: 王** */
export const maskName = (name: string): string => `${[...name][0] ?? ''}**`
