/** The TSPLIB family of text formats: "KEY : value" lines and "NAME_SECTION" blocks of number rows. */
export interface SectionedFile {
  readonly values: ReadonlyMap<string, string>;
  /** Numbers of each section, row by row as written. */
  readonly sections: ReadonlyMap<string, readonly (readonly number[])[]>;
}

export function readSections(text: string): SectionedFile {
  const values = new Map<string, string>();
  const sections = new Map<string, (readonly number[])[]>();
  let open: (readonly number[])[] | null = null;
  for (const rawLine of text.split(/\r?\n/)) {
    const line = rawLine.trim();
    if (line === '' || line === 'EOF') continue;
    const heading = /^([A-Z_]*[A-Z])\s*:?\s*(.*)$/.exec(line);
    if (heading?.[1]?.endsWith('SECTION')) {
      open = [];
      sections.set(heading[1], open);
    } else if (heading) {
      open = null;
      values.set(heading[1]!, heading[2]!.trim());
    } else open?.push(line.split(/\s+/).map(Number));
  }
  return { values, sections };
}

/** A number of the head of the file; undefined when missing or not a number. */
export function headNumber(file: SectionedFile, key: string): number | undefined {
  const value = Number(file.values.get(key));
  return file.values.has(key) && Number.isFinite(value) ? value : undefined;
}
