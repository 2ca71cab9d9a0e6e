/** Rules looked at in one slice: each goes through the whole page where nothing matches. */
const rulesPerSlice = 10;

/**
 * The rules of the app's style sheets that something in `page` matches, and the variables they use, as text. Fonts are
 * left out: the page falls back to those of the reader's computer.
 */
export function* usedStyles(page: Element, sheets: readonly CSSStyleSheet[]): Generator<undefined, string> {
  const used: string[] = [];
  let count = 0;
  for (const sheet of sheets) {
    for (const rule of rulesOf(sheet)) {
      const text = usedText(page, rule);
      if (text !== '') used.push(text);
      count += 1;
      if (count % rulesPerSlice === 0) yield;
    }
  }
  return used.join('\n');
}

/** Those of another origin cannot be read; the app has none. */
function rulesOf(sheet: CSSStyleSheet): readonly CSSRule[] {
  try {
    return [...sheet.cssRules];
  } catch {
    return [];
  }
}

function usedText(page: Element, rule: CSSRule): string {
  if (rule instanceof CSSStyleRule) return isUsed(page, rule.selectorText) ? rule.cssText : '';
  if (!(rule instanceof CSSMediaRule)) return '';
  const inner = [...rule.cssRules].map((each) => usedText(page, each)).filter((text) => text !== '');
  return inner.length === 0 ? '' : `@media ${rule.conditionText} {\n${inner.join('\n')}\n}`;
}

const isUsed = (page: Element, selectors: string): boolean =>
  // The page has no element above its own: variables and what every element has are always wanted.
  /^(:root|\*|body)$/.test(selectors) || page.querySelector(selectors) !== null;
