/**
 * What the canvas draws with: on the picture the colours do not follow the theme. The same values
 * are in tokens.css.
 */
export const palette = {
  ink: '#0f1215',
  chalk: '#f3f0e8',
  mist: '#a7b0b8',
  good: '#37c8a0',
  warn: '#f2b33d',
  fault: '#ff5a4f',
} as const;

export const fontFamily = "'Archivo Variable', system-ui, sans-serif";
