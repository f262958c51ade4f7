import {
  createTheme,
  defaultVariantColorsResolver,
  rem,
  type CSSVariablesResolver,
  type MantineColorsTuple,
} from '@mantine/core'
import { byTextOrInitials } from './ui/choice/initials.ts'

/** The one accent of the product. */
const ink: MantineColorsTuple = [
  '#eef4fa',
  '#dae6f2',
  '#b3cbe4',
  '#89afd6',
  '#6697ca',
  '#4f88c3',
  '#2b6cb0',
  '#235d9b',
  '#1c4f85',
  '#143f6d',
]

/** Near-black ground for the dark scheme, a little cooler than the default. */
const dark: MantineColorsTuple = [
  '#d5d9de',
  '#bcc2c9',
  '#9aa2ac',
  '#767e89',
  '#3f464f',
  '#30363d',
  '#262b31',
  '#1b1f24',
  '#15181c',
  '#0f1215',
]

const fonts = '"Microsoft YaHei UI", "PingFang SC", "Segoe UI", "WenQuanYi Micro Hei", system-ui, sans-serif'
const inputSize = { defaultProps: { size: 'sm' } }

/** Calm, dense, exact: small text, low rows, square corners, one accent. */
export const theme = createTheme({
  primaryColor: 'ink',
  primaryShade: { light: 7, dark: 6 },
  colors: { ink, dark },
  autoContrast: true,
  variantColorResolver: defaultVariantColorsResolver,
  fontFamily: fonts,
  fontFamilyMonospace: 'ui-monospace, Consolas, "SF Mono", monospace',
  headings: {
    fontFamily: fonts,
    fontWeight: '700',
    sizes: {
      h1: { fontSize: rem(18), lineHeight: '1.3' },
      h2: { fontSize: rem(15), lineHeight: '1.4' },
      h3: { fontSize: rem(14), lineHeight: '1.4' },
    },
  },
  fontSizes: { xs: rem(12), sm: rem(13), md: rem(14), lg: rem(16), xl: rem(18) },
  spacing: { xs: rem(4), sm: rem(8), md: rem(16), lg: rem(24), xl: rem(32) },
  radius: { xs: rem(2), sm: rem(3), md: rem(4), lg: rem(6), xl: rem(8) },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    // See index.html: what floats stays inside a landmark.
    Portal: { defaultProps: { target: '#overlays' } },
    Text: { defaultProps: { size: 'sm' } },
    Button: { defaultProps: { size: 'xs' } },
    ActionIcon: { defaultProps: { variant: 'subtle', size: 'md', color: 'gray' } },
    TextInput: inputSize,
    PasswordInput: inputSize,
    Textarea: inputSize,
    // The list of options itself scrolls, so that it can be reached by keyboard as a whole.
    Select: {
      defaultProps: {
        size: 'sm',
        comboboxProps: { transitionProps: { duration: 80 } },
        withScrollArea: false,
        filter: byTextOrInitials,
        styles: { options: { maxHeight: 260, overflowY: 'auto' } },
      },
    },
    NumberInput: inputSize,
    DateInput: inputSize,
    SegmentedControl: { defaultProps: { size: 'xs' } },
    Modal: {
      defaultProps: {
        transitionProps: { duration: 100 },
        overlayProps: { backgroundOpacity: 0.4 },
        // A click that misses the dialog would take what was typed in it; Esc and its buttons close it.
        closeOnClickOutside: false,
      },
    },
    Tooltip: {
      defaultProps: { openDelay: 350, withArrow: true, events: { hover: true, focus: true, touch: false } },
    },
    Popover: { defaultProps: { transitionProps: { duration: 80 }, withArrow: true, shadow: 'md' } },
    Menu: {
      defaultProps: { transitionProps: { duration: 80 }, shadow: 'md', withInitialFocusPlaceholder: false },
    },
    Skeleton: { defaultProps: { radius: 'xs' } },
  },
})

/** The defaults of the library that are too faint to read (contrast 4.5 : 1 on every ground of the product). */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: { '--fonts': fonts },
  light: {
    '--mantine-color-text': '#1b1f24',
    '--mantine-color-dimmed': '#59636e',
    '--mantine-color-placeholder': '#6b7580',
    '--mantine-color-error': '#c02626',
    '--mantine-color-success': '#1a7340',
    '--mantine-color-red-text': '#c02626',
    '--mantine-color-orange-text': '#9a4d00',
    '--mantine-color-green-text': '#1a7340',
    '--mantine-color-gray-text': '#59636e',
    '--mantine-color-red-light': '#fdecec',
    '--mantine-color-red-light-color': '#a61e1e',
    '--mantine-color-orange-light': '#fff1e0',
    '--mantine-color-orange-light-color': '#7a3d00',
    '--mantine-color-default-border': '#cfd6dd',
    '--mantine-color-disabled-color': '#7b8591',
  },
  dark: {
    '--mantine-color-dimmed': '#a3abb5',
    '--mantine-color-placeholder': '#8d96a1',
    '--mantine-color-error': '#ff8f8f',
    '--mantine-color-success': '#69d391',
    '--mantine-color-red-text': '#ff8f8f',
    '--mantine-color-orange-text': '#ffb35c',
    '--mantine-color-green-text': '#69d391',
    '--mantine-color-gray-text': '#a3abb5',
    '--mantine-color-red-light': '#3a2022',
    '--mantine-color-red-light-color': '#ffb3b3',
    '--mantine-color-orange-light': '#392a1a',
    '--mantine-color-orange-light-color': '#ffd0a0',
  },
})
