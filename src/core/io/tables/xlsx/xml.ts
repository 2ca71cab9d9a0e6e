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

/**
 * Every element of a name, one after the other, by plain search: a sheet whose ends are missing costs no more than its length.
 * Elements of one name do not stand inside each other in a workbook.
 */
export function* elementsOf(
  xml: string,
  name: string,
): Generator<{ readonly attributes: string; readonly body: string }> {
  const start = `<${name}`;
  const end = `</${name}>`;
  let from = 0;
  for (;;) {
    const at = xml.indexOf(start, from);
    if (at < 0) return;
    from = at + start.length;
    // <c is also the start of <cols.
    if (!/[\s/>]/.test(xml[from] ?? '')) continue;
    const close = xml.indexOf('>', from);
    if (close < 0) return;
    const isEmpty = xml[close - 1] === '/';
    const attributes = xml.slice(from, isEmpty ? close - 1 : close);
    from = close + 1;
    if (isEmpty) {
      yield { attributes, body: '' };
      continue;
    }
    const until = xml.indexOf(end, from);
    if (until < 0) return;
    yield { attributes, body: xml.slice(from, until) };
    from = until + end.length;
  }
}
