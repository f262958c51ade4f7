/** The moment of this machine, for what runs out while nobody is signed in; what is judged asks the store for its own. */
export const machineNow = (): number => performance.timeOrigin + performance.now()
