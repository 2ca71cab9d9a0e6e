import type { ThemeConfig } from 'antd';

/** Fonts end in system fonts, so that nothing depends on the web font being there. */
export const fontFamily =
  "'Noto Sans SC Variable', 'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', system-ui, sans-serif";

/** The few colours of the product; text colours keep at least 4.5 : 1 on white. */
export const colours = {
  primary: '#0958d9',
  text: '#1c2430',
  textSoft: '#56606e',
  line: '#e1e5ea',
  ground: '#f3f5f7',
  pane: '#ffffff',
  pass: '#1a7f37',
  passGround: '#e8f5ec',
  fail: '#b42318',
  failGround: '#fdecea',
  warn: '#8a5300',
  warnGround: '#fff4e0',
  mapGround: '#f8f9f7',
  mapCounty: '#ffffff',
} as const;

/** Roads read from a file and not in use yet. */
export const previewColour = '#b26bd6';

/** What a driver recorded; dotted on the map, over the planned lines. */
export const drivenColour = '#1c2430';

/** The default primary of antd fails AA contrast on white; this one reaches 6.2 : 1. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: colours.primary,
    // The library's own hover is too light under white text.
    colorPrimaryHover: '#0747ad',
    colorInfo: colours.primary,
    colorLink: colours.primary,
    colorText: colours.text,
    colorTextSecondary: colours.textSoft,
    colorTextTertiary: colours.textSoft,
    colorTextPlaceholder: '#667080',
    colorBorder: '#cfd5dc',
    colorBorderSecondary: colours.line,
    colorSuccess: colours.pass,
    colorError: colours.fail,
    fontFamily,
    fontSize: 13,
    borderRadius: 6,
    controlHeight: 30,
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.16s',
  },
  components: {
    Table: {
      cellPaddingBlockSM: 4,
      cellPaddingInlineSM: 8,
      headerBg: '#f7f8fa',
      headerSplitColor: 'transparent',
      rowSelectedBg: '#e6f0ff',
      rowSelectedHoverBg: '#d9e8ff',
    },
    Select: { optionSelectedBg: '#e6f0ff' },
  },
};

/**
 * Line colours: far apart in hue and each at least 3 : 1 on the map ground. More lines than colours start over;
 * the number of the line tells them apart.
 */
export const linePalette = [
  '#0958d9',
  '#c2410c',
  '#15803d',
  '#a21caf',
  '#b45309',
  '#0e7490',
  '#be123c',
  '#4d7c0f',
  '#6d28d9',
  '#0f766e',
  '#9d174d',
  '#475569',
] as const;

export const lineColour = (lineIndex: number): string => linePalette[lineIndex % linePalette.length]!;

/** Cost entries from sorting to subsidy: blues and greens for moving, warm for handing over, grey for the rest. */
export const costColours = {
  C1: '#7c9cd6',
  C2: '#2f6fde',
  C3: '#123c86',
  C4: '#0f9a8f',
  C5: '#86c9a4',
  C6: '#e3a64a',
  C7: '#cf6f3a',
  C8: '#9b6fc4',
  C9: '#8b95a3',
  C10: '#c9ced6',
} as const;
