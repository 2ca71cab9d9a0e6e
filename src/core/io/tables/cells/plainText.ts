/** Full-width letters, digits and signs (U+FF01 to U+FF5E) and the wide blank in their usual width. */
export const halfWidth = (text: string): string =>
  text
    .replace(/[\uff01-\uff5e]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0))
    .replace(/[\u3000\u00a0]/g, ' ');

/** Signs people write for "nothing here". */
export const isNothing = (text: string): boolean =>
  /^([-—–/\\.。]+|无|暂无|没有|未知|不详|待定|空|n\/?a|null|none|nan)$/i.test(text);

/** Excel's error values. */
export const isErrorValue = (text: string): boolean =>
  /^#(N\/A|REF!|DIV\/0!|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA|#+)$/i.test(text) ||
  /^#{3,}$/.test(text);
