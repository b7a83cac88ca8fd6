import { HostConfig } from 'adaptivecards';

const text = (color: string) => ({ default: color, subtle: 'var(--text-quiet)' });

const colors = {
  default: text('var(--text)'),
  dark: text('var(--text)'),
  light: text('var(--text-quiet)'),
  accent: text('var(--accent)'),
  good: text('var(--text)'),
  warning: text('var(--text)'),
  attention: text('var(--danger)'),
};

const container = { backgroundColor: 'transparent', foregroundColors: colors, borderColor: 'var(--edge)' };

const SIZES = { small: 13, default: 15, medium: 15, large: 16, extraLarge: 18 };

/** Cards take their colours from the page's own variables, and so follow light and dark by themselves. */
export const hostConfig = new HostConfig({
  hostCapabilities: {},
  supportsInteractivity: true,
  fontFamily: 'inherit',
  fontSizes: SIZES,
  fontWeights: { lighter: 400, default: 400, bolder: 600 },
  lineHeights: { small: 20, default: 25, medium: 25, large: 26, extraLarge: 28 },
  spacing: { none: 0, small: 4, default: 6, medium: 12, large: 16, extraLarge: 24, padding: 8 },
  separator: { lineThickness: 1, lineColor: 'var(--edge-quiet)' },
  containerStyles: {
    default: container,
    emphasis: { ...container, backgroundColor: 'var(--surface-quiet)' },
  },
  actions: {
    // More than any row has: nothing goes behind a menu.
    maxActions: 50,
    spacing: 'medium',
    buttonSpacing: 8,
    actionsOrientation: 'horizontal',
    actionAlignment: 'left',
    allowTitleToWrap: true,
  },
  factSet: {
    title: { weight: 'default', isSubtle: true, wrap: true },
    value: { wrap: true },
    spacing: 4,
  },
  inputs: {
    label: {
      inputSpacing: 'small',
      requiredInputs: { weight: 'bolder' },
      optionalInputs: { weight: 'bolder' },
    },
    errorMessage: { color: 'attention', size: 'small' },
  },
});
