/** The few meanings that colour carries; never colour alone. */
export type Tone = 'danger' | 'warn' | 'ok' | 'info' | 'quiet'
