import { type CSSVariablesResolver, createTheme, defaultVariantColorsResolver } from '@mantine/core';

/** The look in Mantine's words: one accent, paper and ink. Components read the tokens of tokens.css. */
export const theme = createTheme({
  // Tokens in both schemes: a shade of the palette has its contrast in one of them only.
  variantColorResolver: (input) =>
    input.variant === 'filled'
      ? { background: 'var(--accent)', hover: 'var(--accent-strong)', color: 'var(--on-accent)', border: '1px solid transparent' }
      : defaultVariantColorsResolver(input),
  primaryColor: 'petrol',
  primaryShade: { light: 7, dark: 4 },
  autoContrast: true,
  luminanceThreshold: 0.3,
  colors: {
    petrol: ['#eef8f6', '#d5f0ec', '#b3e4de', '#8ad7cf', '#63c5bb', '#2f9d94', '#147c78', '#0b6463', '#084b4b', '#063838'],
  },
  black: '#16201f',
  fontFamily: 'var(--font)',
  fontFamilyMonospace: 'var(--mono)',
  respectReducedMotion: true,
  cursorType: 'pointer',
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.125rem' },
  spacing: { xs: '4px', sm: '8px', md: '16px', lg: '24px', xl: '32px' },
  radius: { xs: '4px', sm: '6px', md: '10px', lg: '14px', xl: '999px' },
  defaultRadius: 'sm',
  headings: {
    fontWeight: '640',
    textWrap: 'balance',
    sizes: {
      h1: { fontSize: '1.375rem', lineHeight: '1.25' },
      h2: { fontSize: '1rem', lineHeight: '1.3' },
      h3: { fontSize: '0.875rem', lineHeight: '1.4' },
    },
  },
});

const own = {
  '--mantine-color-body': 'var(--ground)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--ink-3)',
  '--mantine-color-default': 'var(--surface)',
  '--mantine-color-default-border': 'var(--line-2)',
  '--mantine-color-error': 'var(--late)',
};

export const cssVariables: CSSVariablesResolver = () => ({ variables: {}, light: own, dark: own });
