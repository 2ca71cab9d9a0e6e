const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Text of XML character data, with the `_x000D_` escapes of OOXML (ECMA-376 part 1, 22.9.2.19). */
export const unescapeXml = (text: string): string =>
  text
    .replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
      if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
      if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
      return entities[name ?? ''] ?? whole;
    })
    .replace(/_x([0-9a-f]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

/** One pattern per attribute name: a sheet asks for the same three a hundred thousand times. */
const patterns = new Map<string, RegExp>();

export function attribute(element: string, name: string): string | undefined {
  let pattern = patterns.get(name);
  if (!pattern) {
    pattern = new RegExp(`(?:^|[\\s<])(?:\\w+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
    patterns.set(name, pattern);
  }
  const match = pattern.exec(element);
  const value = match?.[1] ?? match?.[2];
  return value === undefined ? undefined : unescapeXml(value);
}

/** Some programs write every element with a prefix (x:row); taken off so that one reader fits all. */
export const withoutPrefix = (xml: string): string =>
  /<\w+:(worksheet|sst|styleSheet|workbook)[\s>]/.test(xml) ? xml.replace(/<(\/?)\w+:/g, '<$1') : xml;
