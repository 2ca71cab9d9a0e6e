/** Names one after another: 甲村、乙村-丙村→丁村. */
export const splitNames = (text: string): readonly string[] =>
  text
    .split(/[、,，;；\n/|]|→|->|=>|—+|–|～|~|-(?!\d)/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
