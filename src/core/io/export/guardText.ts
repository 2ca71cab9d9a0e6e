/** A spreadsheet takes a text that starts like this for a formula. */
const startsFormula = /^[=+\-@\t\r]/;
const isPlainNumber = /^[-+]?\d+(\.\d+)?$/;

/** True for text that a spreadsheet would run or change instead of showing. */
export const needsGuard = (text: string): boolean => startsFormula.test(text) && !isPlainNumber.test(text);

/** The text behind an apostrophe, which makes a spreadsheet show it as it is; the import takes the apostrophe off. */
export const guardText = (text: string): string => (needsGuard(text) ? `'${text}` : text);
