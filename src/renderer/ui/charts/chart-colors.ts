/** Colours of charts by scheme: what is, in grey; what would be, in blue. Text has 4.5 : 1 on its ground. */
export const chartColors = {
  light: { old: '#d5dae0', oldLine: '#9aa4b0', new: '#1c5fb8', grid: '#dfe3e8', text: '#4a5563' },
  dark: { old: '#444c56', oldLine: '#6b7684', new: '#6fb0ff', grid: '#3a414a', text: '#b6bfca' },
} as const
