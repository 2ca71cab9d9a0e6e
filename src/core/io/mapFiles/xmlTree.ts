import { XMLParser } from 'fast-xml-parser';
import { strFromU8 } from 'fflate';
import { issue } from '../../issues.ts';
import type { MapFile, ReportIssue } from './mapFile.ts';
import { isRecord } from './parseJson.ts';

/** An element: its attributes as `@name`, its children by name without prefix, its text (as `#text` beside others). */
export type XmlNode = Readonly<Record<string, unknown>>;

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
});

/** The root element of a whole XML file; null and an issue where it ends early or is none. */
export function readXmlTree(file: MapFile, root: string, report: ReportIssue): XmlNode | null {
  const text = strFromU8(file.bytes);
  if (!new RegExp(`</(\\w+:)?${root}>\\s*$`).test(text.slice(-256))) {
    report(issue('file.truncated', { file: file.name }));
    return null;
  }
  try {
    const parsed: unknown = parser.parse(text);
    const node = isRecord(parsed) ? parsed[root] : undefined;
    if (isRecord(node)) return node;
  } catch {
    // Told below.
  }
  report(issue('file.notReadable', { file: file.name }));
  return null;
}

/** Children of one name: the library gives one by itself, several as a list. */
export const childrenOf = (node: XmlNode, name: string): readonly XmlNode[] =>
  [node[name]].flat().filter(isRecord);

/** Text of the first child of a name, or of its only content. */
export function textOfChild(node: XmlNode, name: string): string {
  const [first] = [node[name]].flat();
  const text = isRecord(first) ? first['#text'] : first;
  return typeof text === 'string' ? text.trim() : '';
}
